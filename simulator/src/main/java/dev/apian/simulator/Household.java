// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import java.util.function.UnaryOperator;

/// Where somebody lives and calls from, whom another may live with.
record Household(Whereabouts where, List<Person.Seat> seats) {

    /// The same devices with other logins.
    List<Person.Seat> seats(UnaryOperator<Person.Seat> login) {
        return seats.stream().map(login).toList();
    }
}
