// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.MatrixDiff;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.stage.identity.Whose;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who does what to whose things, week by week, and what changed from one week to another.
final class Matrix {

    private static final int WEEKS_MAX = 520;
    private static final int FACTOR_MAX = 1_000;

    private static final List<String> WHOSE =
            Arrays.stream(Whose.values()).map(Whose::label).toList();
    private static final List<String> CHANGES = List.of("new", "more", "less", "gone");

    private static final String CELL = "m.actor, m.endpoint, " + EndpointId.sql("m")
            + " AS endpoint_id, m.host, m.method, m.entity_type, m.whose,\n";

    /// New ones first, then the most calls, as one number: no week has 10^15 calls.
    private static final String RANK = "(list_position(['new', 'more', 'less', 'gone'], m.change) * 1000000000000000"
            + " - greatest(m.calls, m.calls_before))";

    private static final String CELL_ORDER = "m.actor, m.endpoint, m.host, m.entity_type, m.whose";

    private final Archive archive;

    Matrix(Archive archive) {
        this.archive = archive;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("actor", "endpoint", "type", "whose", "week", "limit", "cursor");
        LocalDate week = asked.date("week");
        Counted counted = archive.counted();
        Sql sql = Sql.of("SELECT m.week, " + CELL)
                .add("m.calls, m.refused, m.entities, m.first_seen, m.last_seen FROM matrix m");
        List<@Nullable Object> filters = filter(sql, asked, week);
        Page page = Page.of(asked, filters, week);
        if (counted.isSummary()) {
            // Only those that can be on the page are put in order: a column of numbers is read much faster than all
            // that
            // they are ordered by.
            Sql counts = Sql.of("SELECT m.calls FROM matrix m");
            filter(counts, asked, week);
            sql.where("m.calls >= (SELECT min(calls) FROM (")
                    .add(counts)
                    .add("ORDER BY m.calls DESC LIMIT ?))", page.end());
        }
        sql.add("ORDER BY m.calls DESC, m.week DESC, " + CELL_ORDER);
        ObjectNode answer = page.of(counted, sql);
        Naming.refer(counted, answer.path("items").values(), "actor");
        addWeeks(counted, answer.putArray("weeks"));
        return counted.tell(answer);
    }

    ObjectNode diff(Parameters asked) throws IOException {
        asked.allowOnly("from", "to", "factor", "change", "actor", "endpoint", "type", "whose", "limit", "cursor");
        int factor = asked.integer("factor", 2, FACTOR_MAX, (int) MatrixDiff.FACTOR_USUAL);
        List<String> changes = asked.choices("change", CHANGES);
        Counted counted = archive.counted();
        MatrixDiff diff = weeks(counted, asked.date("from"), asked.date("to"), factor);
        boolean isKept = isKept(counted, diff);
        Sql changed = Sql.of("SELECT * FROM (")
                .add(isKept ? diff.among("changes") : diff.sql())
                .add(") m");
        List<@Nullable Object> filters = filter(changed, asked, null);
        if (!changes.isEmpty()) {
            changed.where("list_contains(?, m.change)", changes);
        }
        Sql sql = Sql.of("SELECT m.change, " + CELL)
                .add("m.actor_is_new, m.calls_before, m.calls, m.refused_before, m.refused, m.entities_before,")
                .add("m.entities FROM (")
                .add(changed)
                .add(") m");
        Page page = Page.of(asked, filters, changes, diff);
        if (isKept) {
            sql.where(RANK + " <= (SELECT max(rank) FROM (SELECT " + RANK + " AS rank FROM (")
                    .add(changed)
                    .add(") m ORDER BY rank LIMIT ?))", page.end());
        }
        ObjectNode answer = page.of(counted, sql.add("ORDER BY " + RANK + ", " + CELL_ORDER));
        Naming.refer(counted, answer.path("items").values(), "actor");
        answer.put("from", diff.from().toString());
        answer.put("to", diff.to().toString());
        answer.put("factor", factor);
        return counted.tell(answer);
    }

    /// Summaries know the changes between the last two weeks that are over; those between others are looked for.
    private static boolean isKept(Counted counted, MatrixDiff diff) throws IOException {
        return counted.isSummary()
                && counted.row(Sql.of("SELECT count(*) AS n FROM (SELECT 1 FROM changes")
                                        .where(
                                                "week_before = ?::DATE",
                                                diff.from().toString())
                                        .where("week = ?::DATE", diff.to().toString())
                                        .add("LIMIT 1)"))
                                .path("n")
                                .asInt()
                        > 0;
    }

    private static MatrixDiff weeks(Counted counted, @Nullable LocalDate from, @Nullable LocalDate to, int factor)
            throws IOException {
        if ((from == null) != (to == null)) {
            throw Problem.badParameter("from and to go together; give both or none");
        }
        try {
            return from == null || to == null
                    ? MatrixDiff.ofLastWeeks(Horizon.of(counted).last(), factor)
                    : new MatrixDiff(from, to, factor);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(String.valueOf(e.getMessage()));
        }
    }

    private static List<@Nullable Object> filter(Sql sql, Parameters asked, @Nullable LocalDate week) {
        String actor = asked.text("actor");
        String endpoint = asked.text("endpoint");
        String type = asked.text("type");
        List<String> whose = asked.choices("whose", WHOSE);
        sql.whereIfGiven("m.actor = ?", actor).whereIfGiven("m.entity_type = ?", type);
        if (!whose.isEmpty()) {
            sql.where("list_contains(?, m.whose)", whose);
        }
        if (endpoint != null) {
            EndpointId.of(endpoint).ifPresentOrElse(known -> known.filter(sql, "m"), () -> sql.where("false"));
        }
        if (week != null) {
            sql.where("m.week = ?::DATE", MatrixDiff.mondayOf(week).toString());
        }
        return Arrays.asList(actor, endpoint, type, whose);
    }

    private static void addWeeks(Counted counted, ArrayNode weeks) throws IOException {
        Horizon horizon = Horizon.of(counted);
        if (horizon.isEmpty()) {
            return;
        }
        LocalDate first = MatrixDiff.mondayOf(LocalDate.ofInstant(horizon.first(), ZoneOffset.UTC));
        LocalDate week = MatrixDiff.mondayOf(LocalDate.ofInstant(horizon.last(), ZoneOffset.UTC));
        for (int i = 0; i < WEEKS_MAX && !week.isBefore(first); i++) {
            weeks.add(week.toString());
            week = week.minusWeeks(1);
        }
    }
}
