// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import java.util.Locale;
import java.util.Set;

/// What can be done with the values of a column: numbers are drawn, moments make an axis, texts name what is drawn.
enum Form {
    NUMBER,
    TIME,
    TRUTH,
    NESTED,
    TEXT;

    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE");

    /// @param type DuckDB's name of it
    static Form of(String type) {
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION")) {
            return NESTED;
        }
        if (NUMBERS.contains(type) || type.startsWith("DECIMAL")) {
            return NUMBER;
        }
        if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
            return TIME;
        }
        return type.equals("BOOLEAN") ? TRUTH : TEXT;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
