// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.List;

/// One line of the inventory: an endpoint, what was seen of it, and why its template is what it is.
///
/// @param former ids under which calls of this endpoint were stored before it was merged or renamed
public record Listed(Endpoint endpoint, Facts facts, List<Decision> decisions, List<Long> former) {

    public Listed {
        decisions = List.copyOf(decisions);
        former = List.copyOf(former);
    }
}
