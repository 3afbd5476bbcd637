// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.live.Arrivals;
import dev.apian.server.live.Watched;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Where calls come from, and whether they do.
final class Sources {

    private final Watched watched;

    Sources(Watched watched) {
        this.watched = watched;
    }

    ObjectNode list(Parameters asked) {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        Arrivals arrivals = watched.arrivals();
        answer.put("since", arrivals == null ? null : arrivals.since().toString());
        ArrayNode items = answer.putArray("items");
        if (arrivals != null) {
            arrivals.all().forEach(source -> {
                ObjectNode item = items.addObject()
                        .put("name", source.name())
                        .put("calls", source.calls())
                        .put("refused", source.refused())
                        .put("last", source.last().toString());
                source.minutes().forEach(item.putArray("calls_per_minute")::add);
            });
        }
        return answer;
    }
}
