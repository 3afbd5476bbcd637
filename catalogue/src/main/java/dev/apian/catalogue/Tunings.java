// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How people set the detections, with every change there ever was: what was raised when is explained by it.
public final class Tunings {

    /// All changes of all detections: each was made by a person.
    public static final int CHANGES_MAX = 10_000;

    private static final String BETWEEN = "\n";

    private final Database database;

    Tunings(Database database) {
        this.database = database;
    }

    public void add(TuningChange change) throws IOException {
        database.changeRows(
                """
                INSERT INTO tuning (detection, is_on, limits, from_micros, at, by_whom, reason, back_test, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                change.detection(),
                change.on() ? 1 : 0,
                text(change.limits()),
                change.fromMicros(),
                change.at().toString(),
                change.by(),
                change.reason(),
                change.backTest());
    }

    /// All of them, in the order they were made.
    public List<TuningChange> all() throws IOException {
        return database.rows(
                """
                SELECT detection, is_on, limits, from_micros, at, by_whom, reason, back_test
                FROM tuning ORDER BY sequence
                """,
                row -> new TuningChange(
                        row.getString(1),
                        row.getInt(2) == 1,
                        limits(row.getString(3)),
                        row.getLong(4),
                        Instant.parse(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
    }

    /// A line each, `name=value`: neither holds a line break.
    private static String text(Map<String, String> limits) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(limits)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append(BETWEEN));
        return text.toString();
    }

    private static Map<String, String> limits(String text) {
        Map<String, String> limits = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            limits.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return limits;
    }
}
