// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each of these would go on for hours.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class QueryStopTest {

    private static final QueryLimits HOURS = QueryLimits.DEFAULT.withTimeout(Duration.ofHours(9));
    private static final String ENDLESS = "SELECT count(*) FROM range(1000000000) a, range(1000000000) b";

    @TempDir
    private Path directory;

    @Test
    void aQueryThatRunsIsStopped() throws Exception {
        QueryStop stop = new QueryStop();
        try (Query query = Query.open(directory, HOURS)) {
            Thread.ofVirtual().start(() -> pressAfter(300, stop));
            assertStopped(query, ENDLESS, stop);
            assertStillWell(query);
        }
    }

    @Test
    void aQueryThatWasStoppedBeforeItBeganNeverRuns() throws Exception {
        QueryStop stop = new QueryStop();
        stop.press();
        try (Query query = Query.open(directory, HOURS)) {
            assertStopped(query, ENDLESS, stop);
            assertStillWell(query);
        }
    }

    @Test
    void aResultIsStoppedBetweenTwoRows() throws Exception {
        QueryStop stop = new QueryStop();
        try (Query query = Query.open(directory, HOURS);
                QueryResult result = query.run("SELECT * FROM range(100000000000)", 1_000_000, stop)) {
            assertThat(result.next()).isTrue();
            stop.press();
            assertThatThrownBy(result::next)
                    .isInstanceOfSatisfying(
                            QueryException.class, e -> assertThat(e.why()).isEqualTo(QueryException.Why.STOPPED));
        }
    }

    @Test
    void pressingAfterTheEndDoesNothing() throws Exception {
        QueryStop stop = new QueryStop();
        try (Query query = Query.open(directory, HOURS)) {
            try (QueryResult result = query.run("SELECT 1", 10, stop)) {
                assertThat(Reading.all(result)).hasSize(1);
            }
            stop.press();
            assertStillWell(query);
        }
    }

    private static void assertStopped(Query query, String sql, QueryStop stop) {
        assertThatThrownBy(() -> query.run(sql, 10, stop))
                .isInstanceOfSatisfying(
                        QueryException.class, e -> assertThat(e.why()).isEqualTo(QueryException.Why.STOPPED));
    }

    private static void assertStillWell(Query query) throws Exception {
        try (QueryResult result = query.run("SELECT 42")) {
            assertThat(Reading.all(result)).hasSize(1);
        }
    }

    private static void pressAfter(long millis, QueryStop stop) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop.press();
    }
}
