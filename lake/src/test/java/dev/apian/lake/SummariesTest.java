// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Summaries say what the views over the lake say, however the lake came to be as it is.
class SummariesTest {

    private static final Instant START = Instant.parse("2026-10-26T00:00:00Z");
    private static final int ALL = 1;

    private static final List<String> SAME = List.of(
            "SELECT actor, name, kind, first_seen, last_seen, calls FROM actors ORDER BY ALL",
            "SELECT * FROM endpoints ORDER BY ALL",
            "SELECT \"type\", id, first_seen, last_seen, owner, actors, calls, shared, unexplained FROM entities"
                    + " ORDER BY ALL",
            "SELECT * FROM explained ORDER BY ALL",
            "SELECT week, actor, endpoint, host, method, entity_type, whose, calls, refused, entities, first_seen,"
                    + " last_seen FROM matrix ORDER BY ALL");

    @TempDir
    Path data;

    private CallLake lake;
    private Summaries summaries;
    private final Random random = new Random(7);

    @BeforeEach
    void open() throws Exception {
        lake = CallLake.open(data);
        summaries = Summaries.over(data, QueryLimits.DEFAULT);
    }

    @AfterEach
    void close() throws Exception {
        summaries.close();
        lake.close();
    }

    @Test
    void whatIsNewIsAdded() throws Exception {
        for (int day : new int[] {0, 1, 1, 8, 0}) {
            write(day, 400);
            assertThat(summaries.refresh(ALL)).isPresent();
            assertSame();
        }
    }

    @Test
    void nothingIsDoneWhereNothingIsNew() throws Exception {
        write(0, 100);
        assertThat(summaries.refresh(ALL)).isPresent();
        assertThat(summaries.refresh(ALL)).isEmpty();
    }

    @Test
    void mergedFilesAreNotCountedTwice() throws Exception {
        write(0, 200);
        write(0, 200);
        summaries.refresh(ALL);
        lake.compact(dayOf(0));
        write(0, 100);
        summaries.refresh(ALL);
        assertSame();
    }

    @Test
    void callsThatRetentionLetGoAreForgotten() throws Exception {
        write(0, 200);
        write(3, 200);
        summaries.refresh(ALL);
        lake.upkeep(Clock.systemUTC()).retain(new Retention(2, null), Holds.read(data), dayOf(4));
        summaries.refresh(ALL);
        assertThat(rows(summaries::prepared, "SELECT calls FROM totals")).isEqualTo(List.of(List.of("200")));
        assertSame();
    }

    @Test
    void callsThatARestartWouldTakeBackDoNotCountYet() throws Exception {
        write(0, 200);
        lake.append(call(0));
        lake.flush();
        summaries.refresh(ALL);
        assertThat(rows(summaries::prepared, "SELECT calls FROM totals")).isEqualTo(List.of(List.of("200")));
    }

    @Test
    void anEndpointThatBecomesPartOfAnotherTakesItsCallsAlong() throws Exception {
        write(0, 200);
        summaries.refresh(ALL);
        Map<String, Object> wider =
                Map.of("endpoint", "GET /v1/{thing}", "host", "api.shop.example", "former", List.of("e-0", "e-1"));
        Snapshot.open(data).replace(Table.ENDPOINTS, List.of(wider));
        write(1, 10);
        summaries.refresh(ALL);
        assertThat(rows(summaries::prepared, "SELECT endpoint FROM endpoints").toString())
                .contains("GET /v1/{thing}");
        assertSame();
    }

    @Test
    void theyAreMadeAgainWhereTheyWereDeleted() throws Exception {
        write(0, 200);
        summaries.refresh(ALL);
        summaries.close();
        try (Stream<Path> files = Files.list(data.resolve("summaries"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        summaries = Summaries.over(data, QueryLimits.DEFAULT);
        assertThat(summaries.asOf()).isEmpty();
        summaries.refresh(ALL);
        assertSame();
    }

    @Test
    void theySurviveARestart() throws Exception {
        write(0, 200);
        summaries.refresh(ALL);
        summaries.close();
        summaries = Summaries.over(data, QueryLimits.DEFAULT);
        assertThat(summaries.asOf()).isPresent();
        write(1, 50);
        summaries.refresh(ALL);
        assertSame();
    }

    @Test
    void aSecondReaderHasItsOwn() throws Exception {
        write(0, 200);
        summaries.refresh(ALL);
        try (Summaries other = Summaries.over(data, QueryLimits.DEFAULT)) {
            other.refresh(ALL);
            assertThat(rows(other::prepared, SAME.getFirst())).isEqualTo(rows(summaries::prepared, SAME.getFirst()));
        }
    }

    @Test
    void aSmallLakeHasNone() throws Exception {
        write(0, 200);
        assertThat(summaries.refresh(Summaries.CALLS_MIN)).isEmpty();
        assertThat(summaries.asOf()).isEmpty();
    }

    @Test
    void manyThingsOfAnEndpointAreCountedNearly() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            CallRow.Entity thing = new CallRow.Entity("order", "o" + i, "used", "own");
            lake.append(TestRows.call(START.plusSeconds(i), "bob", "GET", 200, thing));
        }
        lake.flush();
        lake.checkpointed();
        summaries.refresh(ALL);
        List<List<String>> counted = rows(summaries::prepared, "SELECT entities FROM endpoint_types");
        assertThat(Long.parseLong(counted.getFirst().getFirst())).isBetween(18_500L, 21_500L);
    }

    private void write(int day, int calls) throws Exception {
        for (int i = 0; i < calls; i++) {
            lake.append(call(day));
        }
        lake.flush();
        lake.checkpointed();
    }

    private static LocalDate dayOf(int day) {
        return LocalDate.parse("2026-10-26").plusDays(day);
    }

    private CallRow call(int day) {
        Instant at = START.plus(Duration.ofDays(day)).plus(random.nextLong(86_400_000_000L), ChronoUnit.MICROS);
        String actor = random.nextInt(20) == 0 ? null : "a" + random.nextInt(9);
        int endpoint = random.nextInt(4);
        boolean creates = endpoint == 3;
        List<CallRow.Entity> entities = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            entities.add(new CallRow.Entity(
                    random.nextBoolean() ? "order" : "invoice",
                    "o" + random.nextInt(40),
                    pick("created", "shown", "used", "public", "unexplained", null),
                    pick("own", "tenant", "other", "shared", "unknown", null)));
        }
        return new CallRow(
                at.toEpochMilli() * 1_000 + random.nextInt(1_000),
                "c" + random.nextLong(),
                endpoint == 2 ? null : "api.shop.example",
                creates ? "POST" : "GET",
                "/v1/x",
                (creates ? "POST" : "GET") + " /v1/x" + endpoint,
                "e-" + endpoint,
                random.nextInt(5) == 0 ? 404 : creates ? 201 : 200,
                actor,
                actor == null ? null : "user",
                "key",
                null,
                "DE",
                CallRow.ASN_UNKNOWN,
                "curl",
                "laptop",
                entities,
                1,
                1,
                1,
                false);
    }

    private @Nullable String pick(@Nullable String... words) {
        return words[random.nextInt(words.length)];
    }

    private void assertSame() throws Exception {
        try (Query query = Query.open(data, QueryLimits.DEFAULT)) {
            for (String sql : SAME) {
                assertThat(rows(summaries::prepared, sql)).as(sql).isEqualTo(rows(query::prepared, sql));
            }
        }
    }

    private interface Asked {
        QueryResult ask(String sql, List<Object> values) throws Exception;
    }

    private static List<List<String>> rows(Asked asked, String sql) throws Exception {
        try (QueryResult result = asked.ask(sql, List.of())) {
            return Reading.all(result).stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        }
    }
}
