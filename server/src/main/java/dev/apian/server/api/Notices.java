// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.server.http.Parameters;
import dev.apian.server.live.Watched;
import dev.apian.sketch.Hash;
import dev.apian.stage.profile.Tides.Part;
import dev.apian.stage.profile.Tides.Shift;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Times in which everybody did more than usual: a release, a sale. One notice instead of many alerts.
final class Notices {

    private final Archive archive;
    private final Watched watched;
    private List<String> named = List.of();
    private Map<String, ObjectNode> names = Map.of();

    Notices(Archive archive, Watched watched) {
        this.archive = archive;
        this.watched = watched;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        return all();
    }

    ObjectNode all() throws IOException {
        List<Shift> shifts = watched.population().tides().shifts().reversed();
        Map<String, ObjectNode> names = names(shifts);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (Shift shift : shifts) {
            ObjectNode item = items.addObject();
            item.put("from", time(shift.from()));
            item.put("until", shift.until() == 0 ? null : time(shift.until()));
            item.put(
                    "actors",
                    shift.parts().stream().mapToInt(Part::actors).max().orElse(0));
            ArrayNode endpoints = item.putArray("endpoints");
            for (Part part : shift.parts()) {
                ObjectNode name = names.get(Hash.text(part.endpoint()));
                if (name != null) {
                    endpoints.add(endpoint(part, name));
                }
            }
        }
        return answer;
    }

    /// By the id under which calls were stored: their endpoints as they are called by now. Found out once, until there
    /// is another notice: it takes a look at all calls.
    private synchronized Map<String, ObjectNode> names(List<Shift> shifts) throws IOException {
        List<String> ids = shifts.stream()
                .flatMap(shift -> shift.parts().stream())
                .map(part -> Hash.text(part.endpoint()))
                .distinct()
                .toList();
        if (!ids.equals(named)) {
            names = ids.isEmpty() ? Map.of() : find(ids);
            named = names.isEmpty() ? List.of() : ids;
        }
        return names;
    }

    private Map<String, ObjectNode> find(List<String> ids) throws IOException {
        Map<String, ObjectNode> found = new HashMap<>();
        Sql sql = Sql.of("SELECT endpoint_id, " + EndpointId.sql("calls") + " AS id, endpoint, host FROM calls")
                .where("list_contains(?, endpoint_id)", ids)
                .where("endpoint IS NOT NULL")
                .add("GROUP BY endpoint_id, endpoint, host ORDER BY count(*)");
        for (ObjectNode row : archive.rows(sql)) {
            found.put(row.remove("endpoint_id").asString(), row);
        }
        return found;
    }

    private static ObjectNode endpoint(Part part, ObjectNode name) {
        return name.deepCopy()
                .put("factor", Numbers.rounded(part.factor()))
                .put("actors", part.actors())
                .put("breadth", Numbers.rounded(part.breadth()));
    }

    private static @Nullable String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
