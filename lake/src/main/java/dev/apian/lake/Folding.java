// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One refresh of [Summaries]: adds what new files hold to the sums and tells the other tables anew.
///
/// Readers see each table of before or of after. What ends in the middle leaves no `state`, so that the next begins
/// anew.
///
/// Few files are read at a time, because what is grouped must fit in memory. The table `matrix` counts distinct things
/// by the week, so that weeks with new calls are counted anew.
final class Folding {

    /// About a sixth of a gigabyte of groups.
    static final long ROWS_AT_ONCE = 4_000_000;

    /// Processes are told anew when there are so many more calls than before.
    private static final double PROCESSES_GROWTH = 1.1;

    /// Without the names of actors, which whoever shows a page of it adds.
    private static final String MATRIX = """
            SELECT CAST(date_trunc('week', make_timestamp(epoch_us(time))) AS DATE) AS week, actor, endpoint,
                   host, min(method) AS method, entity_type, coalesce(whose, 'unknown') AS whose,
                   count(*) FILTER (WHERE NOT is_repeat) AS calls,
                   count(*) FILTER (WHERE NOT is_repeat AND status IN (401, 403, 404, 429)) AS refused,
                   count(DISTINCT entity_id) AS entities, min(time) AS first_seen, max(time) AS last_seen
            FROM delta.accesses WHERE actor IS NOT NULL AND endpoint IS NOT NULL
            GROUP BY week, actor, endpoint, host, entity_type, coalesce(whose, 'unknown')
            ORDER BY actor
            """;

    /// Late calls were not judged, so they do not count.
    private static final String PEER_HOURS = """
            WITH counts AS MATERIALIZED (
                SELECT date_trunc('hour', time) AS hour, actor, count(*) AS n
                FROM delta.calls WHERE actor IS NOT NULL AND late IS NOT TRUE GROUP BY ALL),
            named AS MATERIALIZED (
                SELECT c.hour, c.n, a.kind, a.roles FROM counts c JOIN actors a ON a.actor = c.actor)
            SELECT "by", "group", hour, count(*) AS actors, median(n) AS median, quantile_cont(n, 0.95) AS upper
            FROM (SELECT 'all' AS "by", 'everybody' AS "group", hour, n FROM named
                  UNION ALL SELECT 'kind', kind, hour, n FROM named WHERE kind IS NOT NULL
                  UNION ALL SELECT 'roles', roles, hour, n FROM named WHERE roles IS NOT NULL)
            GROUP BY "by", "group", hour
            """;

    private final Statement statement;
    private final Path callFolder;
    private final Views tables;
    private final Manifest listed;

    Folding(Statement statement, Path callFolder, Views tables, Manifest listed) {
        this.statement = statement;
        this.callFolder = callFolder;
        this.tables = tables;
        this.listed = listed;
    }

    /// @param step      what is to be added
    /// @param listed    the files there are
    /// @param tables    the small tables
    /// @param anew      whether nothing of before counts
    /// @param former    which endpoints are part of others
    /// @param processed calls when processes were last told
    static void run(
            SummaryStore store,
            Covered.Step step,
            Manifest listed,
            Path callFolder,
            Views tables,
            boolean anew,
            String former,
            long processed)
            throws SQLException, IOException {
        long began = System.nanoTime();
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM state");
            Folding folding = new Folding(statement, callFolder, tables, listed);
            folding.fold(step.fresh(), anew);
            folding.countWeeks(step.fresh(), anew);
            folding.tell();
            folding.countHours(step.fresh(), anew);
            long processedNow = folding.tellProcesses(anew ? 0 : processed);
            folding.note(step.whole(), former, processedNow, (System.nanoTime() - began) / 1_000_000);
        }
    }

    private void note(Covered covered, String former, long processed, long took) throws SQLException {
        statement.execute("BEGIN");
        statement.execute("DELETE FROM covered");
        for (Map.Entry<String, Long> file : covered.rows().entrySet()) {
            statement.execute(
                    "INSERT INTO covered VALUES (%s, %d)".formatted(DuckDb.text(file.getKey()), file.getValue()));
        }
        statement.execute("INSERT INTO state VALUES (make_timestamptz(%d), %s, %d, %d)"
                .formatted(Instant.now().toEpochMilli() * 1_000, DuckDb.text(former), processed, took));
        statement.execute("COMMIT");
        statement.execute("CHECKPOINT");
    }

    private void fold(List<Manifest.Entry> fresh, boolean anew) throws SQLException {
        look(List.of());
        for (Sums.Sum sum : Sums.ALL) {
            statement.execute("CREATE OR REPLACE TABLE new_%s AS %s LIMIT 0".formatted(sum.name(), partial(sum)));
        }
        for (List<Manifest.Entry> few : portions(fresh)) {
            look(few);
            for (Sums.Sum sum : Sums.ALL) {
                statement.execute("INSERT INTO new_%s %s".formatted(sum.name(), partial(sum)));
            }
        }
        for (Sums.Sum sum : Sums.ALL) {
            String former = anew ? "" : "SELECT * FROM %s UNION ALL BY NAME ".formatted(sum.name());
            String parts = "FROM (%sSELECT * FROM new_%s) parts".formatted(former, sum.name());
            statement.execute("CREATE OR REPLACE TABLE %s AS %s"
                    .formatted(sum.name(), sum.total().replace("FROM parts", parts)));
            statement.execute("DROP TABLE new_" + sum.name());
        }
    }

    private static String partial(Sums.Sum sum) {
        return sum.partial().replace("FROM calls", "FROM delta.calls").replace("FROM accesses", "FROM delta.accesses");
    }

    private void countWeeks(List<Manifest.Entry> fresh, boolean anew) throws SQLException {
        String cells = anew ? "new_cells" : "matrix_cells";
        if (anew) {
            look(List.of());
            statement.execute("CREATE OR REPLACE TABLE new_cells AS " + MATRIX);
        }
        Map<LocalDate, List<Manifest.Entry>> weeks =
                listed.files().stream().collect(Collectors.groupingBy(entry -> MatrixDiff.mondayOf(dayOf(entry))));
        for (LocalDate week : fresh.stream()
                .map(entry -> MatrixDiff.mondayOf(dayOf(entry)))
                .distinct()
                .sorted()
                .toList()) {
            look(weeks.getOrDefault(week, List.of()));
            statement.execute("BEGIN");
            statement.execute("DELETE FROM %s WHERE week = DATE '%s'".formatted(cells, week));
            statement.execute("INSERT INTO %s %s".formatted(cells, MATRIX));
            statement.execute("COMMIT");
        }
        if (anew) {
            statement.execute("BEGIN");
            statement.execute("DROP TABLE IF EXISTS matrix_cells");
            statement.execute("ALTER TABLE new_cells RENAME TO matrix_cells");
            statement.execute("COMMIT");
        }
    }

    /// What each group of peers did in each hour of the days with new calls.
    void countHours(List<Manifest.Entry> fresh, boolean anew) throws SQLException {
        if (anew) {
            look(List.of());
            statement.execute("CREATE OR REPLACE TABLE peer_hours AS " + PEER_HOURS);
        }
        Map<LocalDate, List<Manifest.Entry>> days =
                listed.files().stream().collect(Collectors.groupingBy(Folding::dayOf));
        for (LocalDate day :
                fresh.stream().map(Folding::dayOf).distinct().sorted().toList()) {
            look(days.getOrDefault(day, List.of()));
            statement.execute("BEGIN");
            statement.execute("DELETE FROM peer_hours WHERE CAST(make_timestamp(epoch_us(hour)) AS DATE) = DATE '%s'"
                    .formatted(day));
            statement.execute("INSERT INTO peer_hours " + PEER_HOURS);
            statement.execute("COMMIT");
        }
    }

    private static LocalDate dayOf(Manifest.Entry entry) {
        return LocalDate.parse(entry.folder().substring("day=".length()));
    }

    void tell() throws SQLException {
        look(List.of());
        for (Told.Table table : Told.ALL) {
            statement.execute("CREATE OR REPLACE TABLE %s AS %s".formatted(table.name(), table.body()));
        }
        statement.execute("CREATE OR REPLACE VIEW stored_actors AS"
                + " SELECT actor, name, kind, tenant, application, roles FROM actors");
        statement.execute("CREATE OR REPLACE VIEW matrix AS SELECT *, actor AS \"name\" FROM matrix_cells");
        tellChanges();
    }

    /// Between the last two weeks that are over, which is what is asked for first.
    private void tellChanges() throws SQLException {
        try (ResultSet last = statement.executeQuery("SELECT epoch_ms(last_call) FROM totals")) {
            last.next();
            MatrixDiff diff = MatrixDiff.ofLastWeeks(Instant.ofEpochMilli(last.getLong(1)), MatrixDiff.FACTOR_LEAST);
            statement.execute(("CREATE OR REPLACE TABLE changes AS"
                            + " SELECT DATE '%s' AS week_before, DATE '%s' AS week, c.* FROM (%s) c")
                    .formatted(diff.from(), diff.to(), diff.sql()));
        }
    }

    /// @return calls when they were last told
    private long tellProcesses(long processed) throws SQLException {
        long calls = listed.files().stream().mapToLong(Manifest.Entry::rows).sum();
        if (processed > 0 && calls < processed * PROCESSES_GROWTH) {
            return processed;
        }
        look(listed.files());
        statement.execute("CREATE OR REPLACE TABLE processes AS "
                + EntityViews.PROCESSES.replace("FROM accesses", "FROM delta.accesses"));
        return calls;
    }

    /// Makes the views of the lake show these files only.
    private void look(List<Manifest.Entry> files) throws SQLException {
        Views views = new Views(
                files.stream().map(entry -> callFolder.resolve(entry.file())).toList(), tables.tables(), false);
        for (String view : views.overFiles()) {
            statement.execute(inDelta(view));
        }
        statement.execute("CREATE OR REPLACE VIEW delta.accesses AS "
                + EntityViews.ACCESSES.replace("FROM calls", "FROM delta.calls"));
    }

    private static String inDelta(String view) {
        return view.replace("CREATE OR REPLACE VIEW ", "CREATE OR REPLACE VIEW delta.")
                .replace("FROM stored_endpoints", "FROM delta.stored_endpoints");
    }

    private static List<List<Manifest.Entry>> portions(List<Manifest.Entry> files) {
        List<List<Manifest.Entry>> portions = new ArrayList<>();
        long rows = ROWS_AT_ONCE;
        for (Manifest.Entry file : files) {
            if (rows >= ROWS_AT_ONCE) {
                portions.add(new ArrayList<>());
                rows = 0;
            }
            portions.getLast().add(file);
            rows += file.rows();
        }
        return portions;
    }
}
