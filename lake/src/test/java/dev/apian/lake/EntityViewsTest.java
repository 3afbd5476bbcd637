// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who touched what, over lakes of a few calls: every number here is worked out by hand.
class EntityViewsTest {

    /// A Sunday, the last day of its week.
    private static final Instant SUNDAY = TestRows.NOON;

    private static final LocalDate ITS_WEEK = LocalDate.parse("2026-10-26");
    private static final String GET = "GET /v1/orders/{orderId}";

    @TempDir
    private Path directory;

    @Test
    void aCallIsOneAccessOfEachThingItNames() throws Exception {
        write(call(0, "alice", 200, order("1", "used", "own"), order("2", "used", "own"), order("1", "used", "own")));
        assertThat(rows("SELECT entity_id, how, whose, place, is_repeat FROM accesses ORDER BY entity_id"))
                .isEqualTo(List.of(List.of("1", "used", "own", 1L, false), List.of("2", "used", "own", 2L, true)));
    }

    @Test
    void theOnlyActorThatWasServedIsTheOwner() throws Exception {
        write(call(0, "alice", 200, order("1", null, null)), call(1, "bob", 404, order("1", null, null)));
        assertThat(rows("SELECT owner, actors, calls, shared FROM entities"))
                .isEqualTo(List.of(List.of("alice", 2L, 2L, false)));
    }

    @Test
    void whatNobodyCreatedAndSeveralWereServedHasNoOwner() throws Exception {
        write(call(0, "alice", 200, order("1", null, null)), call(1, "bob", 200, order("1", null, null)));
        assertThat(rows("SELECT owner, shared FROM entities")).isEqualTo(List.of(Arrays.asList(null, true)));
    }

    @Test
    void whoeverReachesAThingWithoutExplanationDoesNotOwnIt() throws Exception {
        write(
                call(0, "eve", 200, order("1", "unexplained", "other")),
                call(1, "eve", 200, order("1", "used", "other")));
        assertThat(rows("SELECT owner, shared, unexplained FROM entities"))
                .isEqualTo(List.of(Arrays.asList(null, false, 1L)));
    }

    @Test
    void aThingIsSharedWhereTwoSidesAreServedAndNotAmongColleagues() throws Exception {
        write(
                call(
                        0,
                        "alice",
                        200,
                        order("1", "shown", "own"),
                        order("2", "shown", "own"),
                        order("3", "shown", "own")),
                call(1, "alan", 200, order("1", "tenant", "tenant")),
                call(2, "eve", 200, order("2", "unexplained", "other")),
                call(3, "eve", 403, order("3", "unexplained", "other")));
        assertThat(rows("SELECT id, shared FROM entities ORDER BY id"))
                .isEqualTo(List.of(List.of("1", false), List.of("2", true), List.of("3", false)));
    }

    @Test
    void theMatrixCountsCallsAndThingsByWeek() throws Exception {
        Instant monday = SUNDAY.plusSeconds(43_200);
        write(
                call(0, "alice", 200, order("1", "used", "own"), order("2", "used", "own")),
                call(1, "alice", 404, order("1", "used", "own")),
                call(2, "alice", 200, order("9", "unexplained", "other")),
                call(43_200, "alice", 200, order("1", "used", "own")));
        assertThat(rows("""
                SELECT week, actor, name, endpoint, entity_type, whose, calls, refused, entities, first_seen, last_seen
                FROM matrix ORDER BY week, whose
                """))
                .isEqualTo(List.of(
                        cell(ITS_WEEK, "other", 1, 0, 1, at(2), at(2)),
                        cell(ITS_WEEK, "own", 2, 1, 2, at(0), at(1)),
                        cell(ITS_WEEK.plusWeeks(1), "own", 1, 0, 1, monday, monday)));
    }

    @Test
    void callsThatWereNotJudgedAreInTheMatrixAsUnknown() throws Exception {
        write(call(0, "alice", 200, order("1", null, null)));
        assertThat(rows("SELECT whose, calls FROM matrix")).isEqualTo(List.of(List.of("unknown", 1L)));
        assertThat(rows("""
                SELECT accesses, first_accesses, explained, unexplained, explained_share, blind FROM explained
                """)).isEqualTo(List.of(Arrays.asList(1L, 0L, 0L, 0L, null, true)));
    }

    @Test
    void theExplainedShareIsThatOfTheAccessesThatWereJudged() throws Exception {
        write(
                call(0, "alice", 200, order("1", "shown", "own")),
                call(1, "alice", 200, order("1", "used", "own")),
                call(2, "bob", 200, order("1", "peers", "other")),
                call(3, "eve", 404, order("1", "unexplained", "other")),
                call(4, "old", 200, order("1", null, null)));
        assertThat(rows("""
                SELECT endpoint, entity_type, accesses, first_accesses, explained, unexplained, explained_share, blind,
                       created, shown, used, tenant, parent, public, peers FROM explained
                """))
                .isEqualTo(List.of(List.of(GET, "order", 5L, 3L, 3L, 1L, 0.75, false, 0L, 1L, 1L, 0L, 0L, 0L, 1L)));
    }

    @Test
    void anEndpointWhereNothingIsEverShownIsBlind() throws Exception {
        write(
                call(0, "alice", 200, order("1", "unexplained", "unknown")),
                call(1, "alice", 200, order("1", "used", "own")));
        assertThat(rows("SELECT blind, explained_share FROM explained")).isEqualTo(List.of(List.of(true, 0.5)));
    }

    @Test
    void aProcessTellsWhatFollowsWhatAndAfterHowLong() throws Exception {
        write(
                step(0, "POST", 201, "1"),
                step(10, "GET", 200, "1"),
                step(40, "DELETE", 204, "1"),
                step(100, "POST", 201, "2"),
                step(120, "GET", 404, "2"),
                step(130, "GET", 200, "2"),
                step(131, "GET", 200, "2"));
        assertThat(rows("""
                SELECT split_part(from_endpoint, ' ', 1), split_part(to_endpoint, ' ', 1), entities, times,
                       median_seconds, p90_seconds
                FROM processes WHERE entity_type = 'order' ORDER BY 1 NULLS FIRST, 2 NULLS LAST
                """))
                .isEqualTo(List.of(
                        Arrays.asList(null, "POST", 2L, 2L, null, null),
                        Arrays.asList("DELETE", null, 1L, 1L, null, null),
                        Arrays.asList("GET", "DELETE", 1L, 1L, 30.0, 30.0),
                        Arrays.asList("GET", "GET", 1L, 1L, 1.0, 1.0),
                        Arrays.asList("GET", null, 1L, 1L, null, null),
                        Arrays.asList("POST", "GET", 2L, 2L, 20.0, 28.0)));
    }

    @Test
    void aProcessOfVeryManyThingsIsToldFromASampleThatIsAlwaysTheSame() throws Exception {
        int things = 3 * EntityViews.PROCESS_ENTITIES_MAX;
        List<CallRow> rows = new ArrayList<>();
        for (int i = 0; i < things; i++) {
            rows.add(step(i, "GET", 200, "order-" + i));
        }
        write(rows.toArray(CallRow[]::new));
        String sampled = "SELECT entities FROM processes WHERE from_endpoint IS NULL";
        long entities = (long) Objects.requireNonNull(rows(sampled).getFirst().getFirst());
        assertThat(entities)
                .isBetween(EntityViews.PROCESS_ENTITIES_MAX * 9L / 10, EntityViews.PROCESS_ENTITIES_MAX * 11L / 10);
        assertThat(rows(sampled)).isEqualTo(List.of(List.of(entities)));
    }

    private static List<? extends @Nullable Object> cell(
            LocalDate week, String whose, long calls, long refused, long entities, Instant first, Instant last) {
        return List.of(week, "alice", "alice", GET, "order", whose, calls, refused, entities, first, last);
    }

    private static CallRow call(long seconds, String actor, int status, CallRow.Entity... entities) {
        return TestRows.call(at(seconds), actor, "GET", status, entities);
    }

    private static CallRow step(long seconds, String method, int status, String id) {
        return TestRows.call(at(seconds), "alice", method, status, order(id, null, null));
    }

    private static CallRow.Entity order(String id, @Nullable String how, @Nullable String whose) {
        return new CallRow.Entity("order", id, how, whose);
    }

    private static Instant at(long seconds) {
        return SUNDAY.plusSeconds(seconds);
    }

    private List<List<@Nullable Object>> rows(String sql) throws Exception {
        return Reading.rows(directory, sql);
    }

    private void write(CallRow... rows) throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (CallRow row : rows) {
                lake.append(row);
            }
        }
    }
}
