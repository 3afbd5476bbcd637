// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A statement in the making, with the value of each `?`. Texts of users are only ever values.
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();
    private boolean filtered;

    private Sql() {}

    static Sql of(String text, Object... values) {
        return new Sql().add(text, values);
    }

    Sql add(String more, Object... moreValues) {
        text.append(more).append('\n');
        values.addAll(Arrays.asList(moreValues));
        return this;
    }

    /// Adds a statement with its values.
    Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        return this;
    }

    /// Adds a condition.
    Sql where(String condition, Object... conditionValues) {
        add(filtered ? "AND" : "WHERE");
        filtered = true;
        return add(condition, conditionValues);
    }

    /// Adds a condition with one `?` if there is a value for it.
    Sql whereIfGiven(String condition, @Nullable Object value) {
        return value == null ? this : where(condition, value);
    }

    /// Adds a condition that one of some columns holds a text, in any case.
    Sql whereContains(@Nullable String part, String... columns) {
        if (part == null) {
            return this;
        }
        // Letters of either case are made one, which costs more than the search; digits have none.
        boolean hasCase = !part.toLowerCase(Locale.ROOT).equals(part.toUpperCase(Locale.ROOT));
        String contains = hasCase ? "contains(lower(%s), lower(?))" : "contains(%s, ?)";
        List<String> any = Arrays.stream(columns).map(contains::formatted).toList();
        Object[] parts = new Object[columns.length];
        Arrays.fill(parts, part);
        return where("(" + String.join(" OR ", any) + ")", parts);
    }

    String text() {
        return text.toString();
    }

    List<@Nullable Object> values() {
        return values;
    }
}
