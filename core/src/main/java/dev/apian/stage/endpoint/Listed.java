// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.List;

/// One line of the inventory: an endpoint, what was seen of it, and why its template is what it is.
public record Listed(Endpoint endpoint, Facts facts, List<Decision> decisions) {

    public Listed {
        decisions = List.copyOf(decisions);
    }
}
