// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.stage.call.DataClass;
import dev.apian.stage.call.DataClass.Level;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Which kinds of personal and secret data an endpoint hands around, the most harmful first.
final class Exposure {

    static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Exposure::word).toList();

    private static final String ANY = "any";

    private static final Comparator<DataClass> WORST_FIRST =
            Comparator.comparing(DataClass::level).reversed().thenComparing(Comparator.naturalOrder());

    private Exposure() {}

    /// What can be asked for: any, a level, a kind.
    static String[] words() {
        Stream<String> kinds = Arrays.stream(DataClass.values()).map(DataClass::label);
        return Stream.concat(Stream.concat(Stream.of(ANY), LEVELS.stream()), kinds)
                .toArray(String[]::new);
    }

    /// A condition: a column's list of kinds holds what one of the [#words()] means.
    static String holds(String column, String word) {
        String kinds = Arrays.stream(DataClass.values())
                .filter(kind -> word.equals(ANY) || word.equals(kind.label()) || word.equals(word(kind.level())))
                .map(kind -> "'" + kind.label() + "'")
                .collect(Collectors.joining(", "));
        return "list_has_any(%s, [%s])".formatted(column, kinds);
    }

    /// 3 where there are secrets, down to 0 where nothing was found.
    static String rank(String column) {
        StringBuilder cases = new StringBuilder("CASE");
        for (int rank = LEVELS.size(); rank > 0; rank--) {
            cases.append(" WHEN %s THEN %d".formatted(holds(column, LEVELS.get(rank - 1)), rank));
        }
        return cases.append(" ELSE 0 END").toString();
    }

    /// Kinds as the table names them, with the level of each.
    static ArrayNode withLevels(JsonNode kinds) {
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(DataClass.values())
                .filter(kind ->
                        kinds.valueStream().anyMatch(one -> one.asString().equals(kind.label())))
                .sorted(WORST_FIRST)
                .forEach(kind -> out.add(json(kind)));
        return out;
    }

    /// The same with the number of calls in which each was found.
    static ArrayNode counted(Map<DataClass, Long> request, Map<DataClass, Long> response) {
        Set<DataClass> kinds = new TreeSet<>(WORST_FIRST);
        kinds.addAll(request.keySet());
        kinds.addAll(response.keySet());
        ArrayNode out = JsonNodeFactory.instance.arrayNode();
        for (DataClass kind : kinds) {
            out.add(json(kind)
                    .put("request", request.getOrDefault(kind, 0L))
                    .put("response", response.getOrDefault(kind, 0L)));
        }
        return out;
    }

    private static ObjectNode json(DataClass kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind.label()).put("level", word(kind.level()));
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
