// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What people did, in order. Nothing in it is ever changed; what is older than [#KEPT] is forgotten.
public final class AuditTrail {

    public static final Duration KEPT = Duration.ofDays(400);

    private final Database database;

    AuditTrail(Database database) {
        this.database = database;
    }

    /// @param entry whose number is ignored: it gets the next one
    public void add(AuditEntry entry) throws IOException {
        database.change(connection -> {
            long number = Database.tick(connection);
            Database.run(
                    connection,
                    """
                    INSERT INTO audit (number, at, who, address, action, target, outcome, detail)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    number,
                    entry.at().toString(),
                    entry.who(),
                    entry.address(),
                    entry.action(),
                    entry.target(),
                    entry.outcome(),
                    entry.detail());
            Database.run(
                    connection,
                    "DELETE FROM audit WHERE at < ?",
                    entry.at().minus(KEPT).toString());
        });
    }

    /// The newest first.
    ///
    /// @param who    only of this one, null for all
    /// @param part   only with this in action, target or detail, null for all
    /// @param before only with smaller numbers
    public List<AuditEntry> newest(@Nullable String who, @Nullable String part, long before, int limit)
            throws IOException {
        StringBuilder sql = new StringBuilder(
                "SELECT number, at, who, address, action, target, outcome, detail FROM audit WHERE number < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        if (who != null) {
            sql.append(" AND who = ?");
            values.add(who);
        }
        if (part != null) {
            sql.append(" AND lower(action || ' ' || target || ' ' || detail) LIKE ? ESCAPE '!'");
            values.add("%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        sql.append(" ORDER BY number DESC LIMIT ?");
        values.add(limit);
        return database.rows(sql.toString(), AuditTrail::entry, values.toArray());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                Instant.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}
