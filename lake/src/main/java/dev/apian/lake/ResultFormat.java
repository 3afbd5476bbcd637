// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// How a result is written out. None of them closes what it writes to.
public enum ResultFormat {
    /// Aligned columns for people, see [TextTable].
    TABLE {
        @Override
        public void write(QueryResult result, Appendable out) throws QueryException, IOException {
            TextTable.write(result, out, TextTable.WIDTH_UNLIMITED);
        }
    },

    /// RFC 4180, with a header. Null is nothing, an empty text is `""`; lists and structs are JSON.
    CSV {
        @Override
        public void write(QueryResult result, Appendable out) throws QueryException, IOException {
            csvLine(result.columns().stream().map(QueryResult.Column::name).toList(), out);
            while (result.next()) {
                csvLine(result.row(), out);
            }
        }
    },

    /// One array of objects, one a line; lists and structs nested, times as RFC 3339 texts.
    JSON {
        @Override
        public void write(QueryResult result, Appendable out) throws QueryException, IOException {
            String separator = "[";
            while (result.next()) {
                out.append(separator).append('\n').append(MAPPER.writeValueAsString(object(result)));
                separator = ",";
            }
            out.append(separator.equals("[") ? "[]\n" : "\n]\n");
        }
    };

    private static final ObjectMapper MAPPER = new JsonMapper();

    public abstract void write(QueryResult result, Appendable out) throws QueryException, IOException;

    /// A value as text: the same in tables and in CSV.
    static String text(Object value) {
        return value instanceof Collection<?> || value instanceof Map<?, ?>
                ? MAPPER.writeValueAsString(value)
                : value.toString();
    }

    /// Columns of the same name are told apart by a number, as no object has two fields of one name.
    private static Map<String, @Nullable Object> object(QueryResult result) throws QueryException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        List<@Nullable Object> row = result.row();
        for (int column = 0; column < row.size(); column++) {
            String name = result.columns().get(column).name();
            for (int twin = 1; object.containsKey(name); twin++) {
                name = result.columns().get(column).name() + "_" + twin;
            }
            object.put(name, row.get(column));
        }
        return object;
    }

    private static void csvLine(List<? extends @Nullable Object> values, Appendable out) throws IOException {
        String separator = "";
        for (Object value : values) {
            out.append(separator).append(value == null ? "" : quoted(text(value)));
            separator = ",";
        }
        out.append("\r\n");
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
