// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an alert holds on to, by kind.
final class Held {

    private Held() {}

    static List<String> scenarios(ObjectNode alert) {
        return texts(alert.path("scenarios"));
    }

    static String actor(ObjectNode alert) {
        return alert.path("actor").path("id").asString("");
    }

    static List<String> endpoints(ObjectNode alert) {
        return texts(alert.path("involved").path("endpoints"));
    }

    static List<String> addresses(ObjectNode alert) {
        return texts(alert.path("involved").path("addresses"));
    }

    static List<String> credentials(ObjectNode alert) {
        return texts(alert.path("involved").path("credentials"));
    }

    /// `type:id` each.
    static List<String> entities(ObjectNode alert) {
        return texts(alert.path("involved").path("entities"));
    }

    static List<String> entityTypes(ObjectNode alert) {
        TreeSet<String> types = new TreeSet<>();
        for (String entity : entities(alert)) {
            types.add(entity.substring(0, Math.max(0, entity.indexOf(':'))));
        }
        return List.copyOf(types);
    }

    static List<String> measures(ObjectNode alert) {
        return alert.path("evidence").values().stream()
                .map(fact -> fact.path("measure").asString(""))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(one -> one.asString("")).toList();
    }
}
