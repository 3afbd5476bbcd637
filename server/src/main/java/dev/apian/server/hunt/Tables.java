// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.lake.Query;
import dev.apian.lake.QueryStop;
import dev.apian.server.http.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The tables and their columns, with the words of `docs/reference/tables.md`, which is on the class path.
final class Tables {

    private static final String COLUMNS = """
            SELECT table_name, column_name, data_type FROM duckdb_columns()
            WHERE NOT internal ORDER BY table_name, column_index
            """;

    private final HuntingLake lake;
    private final TableWords words;

    Tables(HuntingLake lake) throws IOException {
        this.lake = lake;
        this.words = TableWords.of(documentation());
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        Map<String, ArrayNode> columns = columns();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        for (String table : Query.TABLES) {
            items.addObject()
                    .put("name", table)
                    .put("means", words.ofTable(table))
                    .set("columns", columns.getOrDefault(table, JsonNodeFactory.instance.arrayNode()));
        }
        return answer;
    }

    private Map<String, ArrayNode> columns() throws IOException {
        return lake.ask(COLUMNS, HuntingLake.CSV_ROWS_MAX, new QueryStop(), (result, _) -> {
            Map<String, ArrayNode> columns = new LinkedHashMap<>();
            while (result.next()) {
                String table = String.valueOf(result.get(0));
                String column = String.valueOf(result.get(1));
                columns.computeIfAbsent(table, _ -> JsonNodeFactory.instance.arrayNode())
                        .addObject()
                        .put("name", column)
                        .put("type", String.valueOf(result.get(2)))
                        .put("means", words.ofColumn(table, column));
            }
            return columns;
        });
    }

    private static String documentation() throws IOException {
        try (InputStream in = Tables.class.getResourceAsStream("/hunt/tables.md")) {
            if (in == null) {
                throw new IOException("hunt/tables.md is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
