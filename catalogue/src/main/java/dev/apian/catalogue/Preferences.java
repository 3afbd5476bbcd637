// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// How a team wants to work, by name. Kept in memory too.
public final class Preferences {

    private final Database database;
    private final Map<String, String> known = new HashMap<>();
    private long seen = -1;

    Preferences(Database database) {
        this.database = database;
    }

    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(known.get(name));
    }

    public synchronized void put(String name, String value) throws IOException {
        database.changeRows("""
                INSERT INTO preference (name, value, sequence) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value, sequence = excluded.sequence
                """, name, value);
        known.put(name, value);
    }

    /// Learns what others have written.
    synchronized void refresh() throws IOException {
        database.rows(
                "SELECT name, value, sequence FROM preference WHERE sequence > ?",
                row -> {
                    seen = Math.max(seen, row.getLong(3));
                    return known.put(row.getString(1), row.getString(2));
                },
                seen);
    }
}
