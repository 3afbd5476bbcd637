// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What people decided about alerts, and the history of it. Verdicts are kept in memory too, since every list of
/// alerts asks for all of them.
public final class Verdicts {

    private static final String COLUMNS = "alert, status, note, assignee, snoozed_until, decided_by, changed, sequence";
    private static final int HISTORY_MAX = 200;
    private static final int PEOPLE_MAX = 200;

    private final Database database;
    private final Map<String, Verdict> known = new HashMap<>();
    private long seen = -1;
    private long version;

    Verdicts(Database database) {
        this.database = database;
    }

    public synchronized Verdict on(String alert) {
        return known.getOrDefault(alert, Verdict.NONE);
    }

    /// Grows with every change.
    public synchronized long version() {
        return version;
    }

    /// Decides about alerts, all or none, from what is decided about each at that moment, so that of two who say
    /// different things about one alert at once neither undoes the other.
    ///
    /// @param decision what becomes of a verdict; what differs is added to the history
    public synchronized void decide(Collection<String> alerts, UnaryOperator<Verdict> decision, String who, Instant at)
            throws IOException {
        Map<String, Verdict> decided = new LinkedHashMap<>();
        database.change(connection -> {
            long number = Database.tick(connection);
            for (String alert : alerts) {
                Verdict before = read(connection, alert);
                Verdict after = decision.apply(before);
                if (!after.status().equals(before.status())) {
                    after = after.decidedBy(who, at);
                }
                put(connection, alert, after, at, number);
                for (Map.Entry<String, @Nullable String> difference :
                        differences(before, after).entrySet()) {
                    Database.run(
                            connection,
                            "INSERT INTO alert_event (sequence, alert, what, at, who, said) VALUES (?, ?, ?, ?, ?, ?)",
                            number,
                            alert,
                            difference.getKey(),
                            at.toString(),
                            who,
                            difference.getValue());
                }
                decided.put(alert, after);
            }
        });
        known.putAll(decided);
        version++;
    }

    /// What was said about an alert, the latest first.
    public List<AlertEvent> history(String alert) throws IOException {
        return database.rows(
                "SELECT at, who, what, said FROM alert_event WHERE alert = ? ORDER BY sequence DESC, what LIMIT "
                        + HISTORY_MAX,
                row -> new AlertEvent(
                        Instant.parse(row.getString(1)), row.getString(2), row.getString(3), row.getString(4)),
                alert);
    }

    /// Everybody who ever decided something or got something to decide, by name.
    public List<String> people() throws IOException {
        return database.rows(
                "SELECT who FROM alert_event UNION SELECT assignee FROM verdict WHERE assignee IS NOT NULL"
                        + " ORDER BY 1 LIMIT " + PEOPLE_MAX,
                row -> row.getString(1));
    }

    /// Learns what others have written.
    synchronized void refresh() throws IOException {
        database.rows(
                "SELECT " + COLUMNS + " FROM verdict WHERE sequence > ?",
                row -> {
                    seen = Math.max(seen, row.getLong(8));
                    version++;
                    return known.put(row.getString(1), verdict(row));
                },
                seen);
    }

    private static Verdict read(Connection connection, String alert) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM verdict WHERE alert = ?")) {
            statement.setString(1, alert);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? verdict(row) : Verdict.NONE;
            }
        }
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        String status = row.getString(2);
        boolean isDecided = row.getString(6) != null;
        return new Verdict(
                status,
                row.getString(3),
                row.getString(4),
                Database.instant(row.getString(5)),
                row.getString(6),
                isDecided ? Database.instant(row.getString(7)) : null);
    }

    private static void put(Connection connection, String alert, Verdict verdict, Instant at, long number)
            throws SQLException {
        Instant decided = verdict.at() == null ? at : verdict.at();
        Database.run(
                connection,
                """
                INSERT INTO verdict (alert, status, note, assignee, snoozed_until, decided_by, changed, sequence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (alert) DO UPDATE SET status = excluded.status, note = excluded.note,
                    assignee = excluded.assignee, snoozed_until = excluded.snoozed_until,
                    decided_by = excluded.decided_by, changed = excluded.changed, sequence = excluded.sequence
                """,
                alert,
                verdict.status(),
                verdict.note(),
                verdict.assignee(),
                Database.text(verdict.snoozedUntil()),
                verdict.by(),
                decided.toString(),
                number);
    }

    private static Map<String, @Nullable String> differences(Verdict before, Verdict after) {
        Map<String, @Nullable String> differences = new TreeMap<>();
        note(differences, "status", before.status(), after.status());
        note(differences, "note", before.note(), after.note());
        note(differences, "assignee", before.assignee(), after.assignee());
        note(differences, "snooze", Database.text(before.snoozedUntil()), Database.text(after.snoozedUntil()));
        return differences;
    }

    private static void note(
            Map<String, @Nullable String> differences, String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.put(what, after);
        }
    }
}
