// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import dev.apian.lake.QueryResult.Column;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the values of a result's column are, so that each can lead to its page. Told by the column's name and type,
/// since SQL may rename and compute: what is not named like a column of the tables means nothing.
enum Meaning {
    ACTOR,
    ACTOR_REFERENCE,
    ADDRESS,
    ALERT,
    CALL,
    CALLS,
    COUNTRY,
    DEVICE,
    ENDPOINT,
    ENTITIES,
    ENTITY,
    ENTITY_TYPE,
    NETWORK,
    SCENARIO,
    SCENARIOS,
    STATUS,
    TIME;

    /// What a column holds, and where what completes it is: the host of an endpoint, the type of an entity.
    ///
    /// @param beside number of another column; null if none
    record Of(@Nullable Meaning meaning, @Nullable Integer beside) {

        private static final Of NOTHING = new Of(null, null);
    }

    /// @param tables that the statement names
    static Of of(Column column, List<Column> all, List<String> tables) {
        String type = column.type();
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            return new Of(TIME, null);
        }
        if (type.equals("VARCHAR")) {
            return ofText(column.name().toLowerCase(Locale.ROOT), all, tables);
        }
        Meaning meaning = switch (column.name().toLowerCase(Locale.ROOT)) {
            case "actor" -> type.startsWith("STRUCT(id ") && !type.endsWith("]") ? ACTOR_REFERENCE : null;
            case "asn" -> isNumber(type) ? NETWORK : null;
            case "status" -> isNumber(type) ? STATUS : null;
            case "calls" -> type.equals("VARCHAR[]") ? CALLS : null;
            case "scenarios" -> type.equals("VARCHAR[]") ? SCENARIOS : null;
            case "entities" -> type.startsWith("STRUCT(") && type.endsWith("[]") ? ENTITIES : null;
            default -> null;
        };
        return meaning == null ? Of.NOTHING : new Of(meaning, null);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Of ofText(String name, List<Column> all, List<String> tables) {
        return switch (name) {
            case "actor", "owner" -> new Of(ACTOR, null);
            case "endpoint", "from_endpoint", "to_endpoint" -> new Of(ENDPOINT, place("host", all));
            case "call_id" -> new Of(CALL, null);
            case "client_ip" -> new Of(ADDRESS, null);
            case "country" -> new Of(COUNTRY, null);
            case "device" -> new Of(DEVICE, null);
            case "scenario" -> new Of(SCENARIO, null);
            case "entity_type" -> new Of(ENTITY_TYPE, null);
            case "entity_id" -> entity("entity_type", all);
            case "type" -> names(tables, "entities") ? new Of(ENTITY_TYPE, null) : Of.NOTHING;
            case "id" -> ofId(all, tables);
            default -> Of.NOTHING;
        };
    }

    private static Of ofId(List<Column> all, List<String> tables) {
        if (names(tables, "entities")) {
            return entity("type", all);
        }
        return names(tables, "alerts") ? new Of(ALERT, null) : Of.NOTHING;
    }

    private static Of entity(String typeColumn, List<Column> all) {
        Integer type = place(typeColumn, all);
        return type == null ? Of.NOTHING : new Of(ENTITY, type);
    }

    private static boolean names(List<String> tables, String table) {
        return tables.stream().anyMatch(table::equalsIgnoreCase);
    }

    private static boolean isNumber(String type) {
        return Form.of(type) == Form.NUMBER;
    }

    private static @Nullable Integer place(String name, List<Column> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equalsIgnoreCase(name) && all.get(i).type().equals("VARCHAR")) {
                return i;
            }
        }
        return null;
    }
}
