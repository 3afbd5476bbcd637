// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What people decided about alerts. Kept in memory too, since every list of alerts asks for all of them.
public final class Verdicts {

    private final Database database;
    private final Map<String, Verdict> known = new HashMap<>();
    private long seen = -1;

    Verdicts(Database database) {
        this.database = database;
    }

    public synchronized Verdict on(String alert) {
        return known.getOrDefault(alert, Verdict.NONE);
    }

    public synchronized void decide(String alert, Verdict verdict) throws IOException {
        database.changeRows(
                """
                INSERT INTO verdict (alert, status, note, changed, sequence) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (alert) DO UPDATE SET status = excluded.status, note = excluded.note,
                    changed = excluded.changed, sequence = excluded.sequence
                """, alert, verdict.status(), verdict.note(), Instant.now().toString());
        known.put(alert, verdict);
    }

    /// Learns what others have written.
    synchronized void refresh() throws IOException {
        database.rows(
                "SELECT alert, status, note, sequence FROM verdict WHERE sequence > ?",
                row -> {
                    seen = Math.max(seen, row.getLong(4));
                    return known.put(row.getString(1), new Verdict(row.getString(2), row.getString(3)));
                },
                seen);
    }
}
