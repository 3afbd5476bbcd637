// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DuckDB reads back what the lake wrote: it shares no code with the writer.
class CallLakeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @TempDir
    private Path directory;

    @Test
    void everyColumnComesBackAsItWasWritten() throws Exception {
        List<CallRow> rows = TestRows.random(50_000, 1, 10);
        write(rows);
        assertSameRows(Reading.calls(directory), rows);
    }

    @Test
    void rowsOfUnknownsOnlyComeBack() throws Exception {
        List<CallRow> rows = List.of(TestRows.unknown(TestRows.NOON), TestRows.unknown(TestRows.NOON.plusSeconds(1)));
        write(rows);
        assertThat(Reading.calls(directory)).containsExactlyElementsOf(rows);
    }

    @Test
    void oneRowComesBack() throws Exception {
        List<CallRow> rows =
                List.of(TestRows.call(TestRows.NOON, "alice", "GET", 200, new CallRow.Entity("order", "1")));
        write(rows);
        assertThat(Reading.calls(directory)).isEqualTo(rows);
    }

    @Test
    void moreRowsThanABufferComeBackFromSeveralFiles() throws Exception {
        List<CallRow> rows = TestRows.random(DayBuffer.ROWS_MAX + 1000, 2, 10);
        assertThat(write(rows)).hasSize(2);
        assertSameRows(Reading.calls(directory), rows);
    }

    @Test
    void aFilterOnAnActorFindsTheSameRowsAsReadingThemAll() throws Exception {
        List<CallRow> rows = TestRows.random(60_000, 3, 10);
        write(rows);
        for (String actor : List.of("alice", "🦊", "", "actor-1", "nobody")) {
            long expected =
                    rows.stream().filter(row -> actor.equals(row.actor())).count();
            assertThat(Reading.rows(directory, "SELECT count(*) FROM calls WHERE actor = '" + actor + "'"))
                    .isEqualTo(List.of(List.of(expected)));
        }
    }

    @Test
    void statisticsInTheFooterHoldTheValues() throws Exception {
        List<CallRow> rows = TestRows.random(60_000, 4, 10);
        List<String> files = write(rows);
        double min = rows.stream()
                .mapToDouble(CallRow::durationMs)
                .filter(d -> !Double.isNaN(d))
                .min()
                .orElseThrow();
        long max = rows.stream().mapToLong(CallRow::timeMicros).max().orElseThrow();
        assertThat(footer(files.get(0), "duration_ms").get(0)).isEqualTo(Double.toString(min));
        assertThat(footer(files.get(0), "time").get(1))
                .contains(Instant.EPOCH.plusNanos(max * 1000).toString().substring(11, 26));
        assertThat(footer(files.get(0), "actor")).containsExactly("", "🦊");
    }

    @Test
    void aFolderIsADayOfEventTimeInUtc() throws Exception {
        write(List.of(
                TestRows.call(Instant.parse("2026-10-31T23:59:59.999999Z"), "a", "GET", 200),
                TestRows.call(Instant.parse("2026-11-01T00:00:00Z"), "a", "GET", 200),
                TestRows.call(Instant.parse("1969-12-31T23:59:59Z"), "a", "GET", 200)));
        assertThat(files())
                .extracting(file -> file.substring(0, file.indexOf('/')))
                .containsExactly("day=1969-12-31", "day=2026-10-31", "day=2026-11-01");
    }

    @Test
    void onlySoManyDaysGatherAtATime() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (int day = 0; day <= CallLake.OPEN_DAYS_MAX; day++) {
                lake.append(TestRows.call(TestRows.NOON.plusSeconds(86_400L * day), "a", "GET", 200));
            }
            assertThat(hiddenFiles()).hasSize(1);
            assertThat(lake.flush()).hasSize(CallLake.OPEN_DAYS_MAX + 1);
        }
        assertThat(Reading.count(directory)).isEqualTo(CallLake.OPEN_DAYS_MAX + 1);
    }

    @Test
    void rowsOfAFileAreSortedByActorAndTime() throws Exception {
        List<CallRow> rows = TestRows.random(30_000, 5, 10);
        write(rows);
        assertThat(Reading.calls(directory))
                .extracting(row -> List.of(String.valueOf(row.actor()), row.timeMicros()))
                .isEqualTo(rows.stream()
                        .sorted(fileOrder())
                        .map(row -> List.of(String.valueOf(row.actor()), row.timeMicros()))
                        .toList());
    }

    @Test
    void rowsAreSeenFromTheFlushOnAndNotBefore() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (CallRow row : TestRows.random(DayBuffer.ROWS_MAX + 10, 6, 10)) {
                lake.append(row);
            }
            assertThat(hiddenFiles()).as("a full buffer is on disk, hidden").hasSize(1);
            assertThat(Reading.count(directory)).isZero();
            lake.flush();
            assertThat(Reading.count(directory)).isEqualTo(DayBuffer.ROWS_MAX + 10);
            assertThat(lake.flush()).as("nothing new").isEmpty();
        }
    }

    @Test
    void whatACrashLeftIsNotReadAndIsRemovedWhenOpened() throws Exception {
        write(TestRows.random(100, 7, 10));
        Path day = directory.resolve("lake/calls").resolve("day=" + DAY);
        Path whole = day.resolve(Path.of(files().get(0)).getFileName());
        Path unlisted = Files.copy(whole, day.resolve("part-0000000099.parquet"));
        Path half = Files.writeString(day.resolve(".part-0000000100.parquet.tmp"), "PAR1");
        assertThat(Reading.count(directory)).isEqualTo(100);
        CallLake.open(directory).close();
        assertThat(unlisted).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(Reading.count(directory)).isEqualTo(100);
    }

    @Test
    void aRestartTakesBackWhatNoCheckpointKnows() throws Exception {
        List<CallRow> known = TestRows.random(500, 8, 10);
        List<String> listed;
        try (CallLake lake = CallLake.open(directory)) {
            listed = append(lake, known);
            append(lake, TestRows.random(300, 9, 10));
        }
        try (CallLake lake = CallLake.open(directory)) {
            assertThat(lake.removeUnlisted(Set.copyOf(listed))).hasSize(1);
        }
        assertSameRows(Reading.calls(directory), known);
        assertThat(files()).isEqualTo(listed);
    }

    @Test
    void aRestartKeepsMergedFilesThatTheCheckpointKnowsInParts() throws Exception {
        List<CallRow> rows = TestRows.random(500, 10, 10);
        try (CallLake lake = CallLake.open(directory)) {
            append(lake, rows.subList(0, 250));
            List<String> last = append(lake, rows.subList(250, 500));
            lake.checkpointed();
            assertThat(lake.compact(DAY)).isEqualTo(2);
            append(lake, TestRows.random(10, 11, 10));
            lake.removeUnlisted(Set.copyOf(last));
        }
        assertSameRows(Reading.calls(directory), rows);
    }

    @Test
    void compactionKeepsEveryRowOnceAndSorted() throws Exception {
        List<CallRow> rows = TestRows.random(20_000, 12, 10);
        try (CallLake lake = CallLake.open(directory)) {
            for (int from = 0; from < rows.size(); from += 4_000) {
                append(lake, rows.subList(from, from + 4_000));
            }
            assertThat(lake.compact(DAY)).as("not sealed yet").isZero();
            lake.checkpointed();
            assertThat(lake.compact(DAY)).isEqualTo(5);
            assertThat(lake.compact(DAY)).as("one file is nothing to merge").isZero();
            assertThat(files()).as("queries may still read the old ones").hasSize(6);
            lake.upkeep(Clock.offset(Clock.systemUTC(), LakeUpkeep.GRACE.plusSeconds(1)))
                    .step();
        }
        assertThat(files()).hasSize(1);
        List<CallRow> read = Reading.calls(directory);
        assertSameRows(read, rows);
        assertThat(read).isSortedAccordingTo(fileOrder());
    }

    @Test
    void aQueryInTheMiddleOfCompactionsSeesEveryRowOnce() throws Exception {
        try (CallLake lake = CallLake.open(directory);
                Query query = Query.open(directory, QueryLimits.DEFAULT)) {
            Thread writer = new Thread(() -> compactOften(lake));
            writer.start();
            long before = 0;
            while (writer.isAlive()) {
                try (QueryResult result = query.run("SELECT count(*), count(DISTINCT call_id) FROM calls")) {
                    List<?> row = Reading.all(result).get(0);
                    assertThat(row.get(0)).isEqualTo(row.get(1));
                    assertThat((long) row.get(0)).isGreaterThanOrEqualTo(before);
                    before = (long) row.get(0);
                }
            }
            writer.join();
        }
        assertThat(Reading.count(directory)).isEqualTo(30 * 50);
    }

    private static void compactOften(CallLake lake) {
        try {
            for (int round = 0; round < 30; round++) {
                for (int i = 0; i < 50; i++) {
                    lake.append(TestRows.call(TestRows.NOON.plusSeconds(round * 50L + i), "a", "GET", 200));
                }
                lake.flush();
                lake.checkpointed();
                lake.compact(DAY);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            assertThatThrownBy(() -> CallLake.open(directory)).hasMessageContaining("another process writes");
            assertThat(lake.flush()).isEmpty();
        }
        CallLake.open(directory).close();
    }

    @Test
    void noHadoopIsThereToBeNeeded() {
        assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    /// The same rows, each as often, in any order. AssertJ's own comparison takes minutes for so many.
    private static void assertSameRows(List<CallRow> read, List<CallRow> written) {
        assertThat(counted(read)).isEqualTo(counted(written));
    }

    private static Map<CallRow, Long> counted(List<CallRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private List<String> write(List<CallRow> rows) throws IOException {
        try (CallLake lake = CallLake.open(directory)) {
            return append(lake, rows);
        }
    }

    private static List<String> append(CallLake lake, List<CallRow> rows) throws IOException {
        for (CallRow row : rows) {
            lake.append(row);
        }
        return lake.flush();
    }

    private List<String> footer(String file, String column) throws Exception {
        try (var connection = DuckDb.open(directory.resolve("spill"), "512MB", DuckDb.Results.WHOLE);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT stats_min_value, stats_max_value FROM parquet_metadata(%s) WHERE path_in_schema = '%s'"
                                .formatted(
                                        DuckDb.text(directory
                                                .resolve("lake/calls/" + file)
                                                .toString()),
                                        column))) {
            rows.next();
            return List.of(rows.getString(1), rows.getString(2));
        }
    }

    private static Comparator<CallRow> fileOrder() {
        return Comparator.comparing(
                        CallRow::actor,
                        Comparator.nullsLast((a, b) -> java.util.Arrays.compareUnsigned(utf8(a), utf8(b))))
                .thenComparingLong(CallRow::timeMicros);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> files() throws IOException {
        return filesMatching("part-");
    }

    private List<String> hiddenFiles() throws IOException {
        return filesMatching(".part-");
    }

    private List<String> filesMatching(String prefix) throws IOException {
        Path calls = directory.resolve("lake/calls");
        try (Stream<Path> all = Files.walk(calls)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .filter(file -> !file.toString().contains(ActorIndex.SUFFIX))
                    .map(file -> calls.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
