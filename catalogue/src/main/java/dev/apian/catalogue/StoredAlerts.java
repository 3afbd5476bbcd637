// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// The alerts of a cluster's job, for the servers that show them.
public final class StoredAlerts {

    private final Database database;

    StoredAlerts(Database database) {
        this.database = database;
    }

    /// Stores alerts, all of them or none. Repeating it changes nothing, and an older version never takes the
    /// place of a newer one.
    public void put(Collection<StoredAlert> alerts) throws IOException {
        if (alerts.isEmpty()) {
            return;
        }
        database.change(connection -> {
            long sequence = Database.tick(connection);
            try (var statement = connection.prepareStatement("""
                    INSERT INTO alert (id, raised, version, json, sequence) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET raised = excluded.raised, version = excluded.version,
                        json = excluded.json, sequence = excluded.sequence
                    WHERE alert.version < excluded.version
                    """)) {
                for (StoredAlert alert : alerts) {
                    statement.setString(1, alert.id());
                    statement.setLong(2, alert.raisedMicros());
                    statement.setLong(3, alert.version());
                    statement.setString(4, alert.json());
                    statement.setLong(5, sequence);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /// Those that changed since a number this gave before; since 0, all of them.
    public Changes since(long sequence) throws IOException {
        List<StoredAlert> alerts = new ArrayList<>();
        long[] latest = {sequence};
        database.rows(
                "SELECT id, raised, version, json, sequence FROM alert WHERE sequence > ?",
                row -> {
                    latest[0] = Math.max(latest[0], row.getLong(5));
                    return alerts.add(
                            new StoredAlert(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
                },
                sequence);
        alerts.sort(Comparator.comparingLong(StoredAlert::raisedMicros).thenComparing(StoredAlert::id));
        return new Changes(latest[0], alerts);
    }
}
