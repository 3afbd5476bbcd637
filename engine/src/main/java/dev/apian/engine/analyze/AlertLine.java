// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one line of a summary tells of an alert.
///
/// @param raised RFC 3339
public record AlertLine(String id, String severity, double risk, String raised, String actor, String title) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static AlertLine of(String alert) {
        JsonNode node = JSON.readTree(alert);
        return new AlertLine(
                node.path("id").asString(""),
                node.path("severity").asString(""),
                node.path("risk").asDouble(0),
                node.path("raised_at").asString(""),
                node.path("actor").path("name").asString(""),
                node.path("title").asString(""));
    }
}
