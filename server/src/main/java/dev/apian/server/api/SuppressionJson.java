// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Scope;
import dev.apian.catalogue.Suppression;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A suppression as the API shows it.
final class SuppressionJson {

    private SuppressionJson() {}

    static ObjectNode of(Suppression one) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("id", one.id());
        out.set("scope", scope(one.scope()));
        out.put("reason", one.reason());
        out.put("by", one.by());
        out.put("made", one.made().toString());
        out.put("until", one.until().toString());
        out.put("ended", one.ended() == null ? null : one.ended().toString());
        return out.put("ended_by", one.endedBy());
    }

    static ObjectNode scope(Scope scope) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.set("scenarios", texts(scope.scenarios()));
        out.set("actors", texts(scope.actors()));
        out.set("endpoints", texts(scope.endpoints()));
        out.set("entity_types", texts(scope.entityTypes()));
        out.set("networks", texts(scope.networks()));
        return out;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
