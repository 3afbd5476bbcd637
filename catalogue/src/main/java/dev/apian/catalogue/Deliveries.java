// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What is told to webhooks. An alert is claimed for a webhook in the same transaction that keeps its message, so that
/// of several servers one sends it, and none is lost.
public final class Deliveries {

    /// Of each webhook, beside those that wait.
    public static final int DELIVERIES_KEPT_MAX = 100;

    private static final String COLUMNS =
            "number, webhook, kind, alert, title, body, made, status, tries, tried, answered, said, next_try";

    private final Database database;

    Deliveries(Database database) {
        this.database = database;
    }

    /// The latest first.
    public List<Delivery> of(String webhook, int most) throws IOException {
        return database.rows(
                "SELECT " + COLUMNS + " FROM delivery WHERE webhook = ? ORDER BY number DESC LIMIT ?",
                Deliveries::read,
                webhook,
                most);
    }

    /// Those that are to be sent by now, the earliest first.
    public List<Delivery> due(String webhook, Instant now, int most) throws IOException {
        return database.rows(
                "SELECT " + COLUMNS
                        + " FROM delivery WHERE webhook = ? AND status = 'waiting' AND next_try <= ?"
                        + " ORDER BY number LIMIT ?",
                Deliveries::read,
                webhook,
                now.toEpochMilli(),
                most);
    }

    /// Makes the next try one's own, until a moment at which others may believe that it came to nothing.
    ///
    /// @return false if somebody else has it
    public boolean take(Delivery due, Instant until) throws IOException {
        int[] taken = {0};
        database.change(connection -> taken[0] = Database.run(
                connection,
                "UPDATE delivery SET next_try = ? WHERE number = ? AND status = 'waiting' AND next_try = ?",
                until.toEpochMilli(),
                due.number(),
                millis(due.next())));
        return taken[0] == 1;
    }

    /// Keeps what became of a try, unless it is over by now.
    public void put(Delivery tried) throws IOException {
        Reply reply = tried.reply();
        database.change(connection -> Database.run(
                connection,
                """
                UPDATE delivery SET status = ?, tries = ?, tried = ?, answered = ?, said = ?, next_try = ?
                WHERE number = ? AND status = 'waiting'
                """,
                tried.status(),
                tried.tries(),
                millis(tried.tried()),
                reply == null ? null : reply.status(),
                reply == null ? null : reply.said(),
                millis(tried.next()),
                tried.number()));
    }

    /// @return its number
    public long add(Delivery fresh) throws IOException {
        long[] number = {0};
        database.change(connection -> number[0] = insert(connection, fresh));
        return number[0];
    }

    /// Ends what waits.
    public void giveUp(String webhook, String because) throws IOException {
        database.change(connection -> Database.run(connection, """
                UPDATE delivery SET status = 'given_up', answered = NULL, said = ?, next_try = NULL
                WHERE webhook = ? AND status = 'waiting'
                """, because, webhook));
    }

    /// The ids of the alerts that a webhook's receiver need not be told of again.
    public Set<String> told(String webhook) throws IOException {
        return new HashSet<>(
                database.rows("SELECT alert FROM told WHERE webhook = ?", row -> row.getString(1), webhook));
    }

    /// Alerts that a webhook's receiver need not be told of.
    public void passOver(String webhook, List<Told> alerts) throws IOException {
        database.change(connection -> claimed(connection, webhook, alerts));
    }

    /// Claims alerts for a webhook, if it is on, and keeps what is to be sent for those that nobody has claimed before.
    ///
    /// @param forgotten alerts raised before this will not come again
    /// @param telling   what is to be sent of the alerts with these ids, in the order they are given
    public void claim(
            String webhook, List<Told> alerts, Instant forgotten, Function<List<String>, List<Delivery>> telling)
            throws IOException {
        database.change(connection -> {
            long number = Database.tick(connection);
            String on = "UPDATE webhook SET sequence = ? WHERE id = ? AND is_on = 1";
            if (Database.run(connection, on, number, webhook) == 1) {
                for (Delivery fresh : telling.apply(claimed(connection, webhook, alerts))) {
                    insert(connection, fresh);
                }
                String old = "DELETE FROM told WHERE webhook = ? AND raised < ?";
                Database.run(connection, old, webhook, forgotten.toEpochMilli());
            }
        });
    }

    /// How many messages wait for a webhook's receiver.
    public int waiting(String webhook) throws IOException {
        return count("status = 'waiting'", webhook);
    }

    /// How many messages of a kind were made for a webhook after a moment.
    public int made(String webhook, String kind, Instant since) throws IOException {
        return count("kind = ? AND made > ?", webhook, kind, since.toEpochMilli());
    }

    private int count(String condition, Object... values) throws IOException {
        return database.rows(
                        "SELECT count(*) FROM delivery WHERE webhook = ? AND " + condition,
                        row -> row.getInt(1),
                        values)
                .getFirst();
    }

    /// The ids of those that nobody has claimed before.
    private static List<String> claimed(Connection connection, String webhook, List<Told> alerts) throws SQLException {
        List<String> fresh = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO told (webhook, alert, raised) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (Told one : alerts) {
                statement.setString(1, webhook);
                statement.setString(2, one.alert());
                statement.setLong(3, one.raised().toEpochMilli());
                statement.addBatch();
            }
            int[] inserted = statement.executeBatch();
            for (int i = 0; i < inserted.length; i++) {
                if (inserted[i] == 1) {
                    fresh.add(alerts.get(i).alert());
                }
            }
        }
        return fresh;
    }

    private static long insert(Connection connection, Delivery one) throws SQLException {
        long number = Database.tick(connection);
        Reply reply = one.reply();
        Database.run(
                connection,
                "INSERT INTO delivery (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS),
                number,
                one.webhook(),
                one.kind(),
                one.alert(),
                one.title(),
                one.body(),
                one.made().toEpochMilli(),
                one.status(),
                one.tries(),
                millis(one.tried()),
                reply == null ? null : reply.status(),
                reply == null ? null : reply.said(),
                millis(one.next()));
        Database.run(connection, """
                DELETE FROM delivery WHERE webhook = ? AND status <> 'waiting' AND number < (
                    SELECT min(number) FROM (
                        SELECT number FROM delivery WHERE webhook = ? ORDER BY number DESC LIMIT ?) AS latest)
                """, one.webhook(), one.webhook(), DELIVERIES_KEPT_MAX);
        return number;
    }

    private static Delivery read(ResultSet row) throws SQLException {
        String said = row.getString(12);
        int answered = row.getInt(11);
        Integer status = row.wasNull() ? null : answered;
        return new Delivery(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8),
                row.getInt(9),
                instant(row, 10),
                said == null ? null : new Reply(status, said),
                instant(row, 13));
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
