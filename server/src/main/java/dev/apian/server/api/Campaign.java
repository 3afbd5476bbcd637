// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Alerts of different actors that belong together.
///
/// @param id     that of its first alert, so that it stays while the campaign grows
/// @param alerts ids, in the order they were raised
/// @param actors how many different ones
/// @param reason why they belong together, a sentence
record Campaign(String id, List<String> alerts, int actors, String reason) {

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("alerts", alerts.size())
                .put("actors", actors)
                .put("reason", reason);
    }
}
