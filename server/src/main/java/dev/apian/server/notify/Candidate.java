// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.catalogue.Told;
import java.time.Instant;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// An alert that may be told.
///
/// @param raised  event time
/// @param ripe    whether it is firm, nobody has decided about it, and it is neither suppressed nor snoozed
/// @param today   whether it is within the day's budget
/// @param summary as the API shows it in lists; made when it is needed, which for most alerts is never
public record Candidate(
        String id,
        String severity,
        String title,
        Instant raised,
        boolean ripe,
        boolean today,
        Supplier<ObjectNode> summary) {

    Told told() {
        return new Told(id, raised);
    }
}
