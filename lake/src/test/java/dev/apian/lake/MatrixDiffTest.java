// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixDiffTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-02");
    private static final LocalDate SECOND = LocalDate.parse("2026-11-09");

    @TempDir
    private Path directory;

    @Test
    void whatIsNewGoneOrManyTimesMoreIsToldAndTheRestIsNot() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            calls(lake, FIRST, "steady", "GET", 10);
            calls(lake, SECOND, "steady", "GET", 30);
            calls(lake, FIRST, "grown", "GET", 10);
            calls(lake, SECOND, "grown", "GET", 31);
            calls(lake, FIRST, "shrunk", "GET", 31);
            calls(lake, SECOND, "shrunk", "GET", 10);
            calls(lake, FIRST, "small", "GET", 1);
            calls(lake, SECOND, "small", "GET", 9);
            calls(lake, SECOND, "grown", "DELETE", 1);
            calls(lake, SECOND, "stranger", "GET", 2);
            calls(lake, FIRST, "leaver", "GET", 3);
        }
        String sql = new MatrixDiff(FIRST, SECOND, 3).sql() + MatrixDiff.ORDER;
        assertThat(Reading.rows(
                        directory,
                        "SELECT change, actor, method, actor_is_new, calls_before, calls FROM (" + sql + ") d"))
                .isEqualTo(List.of(
                        List.of("new", "stranger", "GET", true, 0L, 2L),
                        List.of("new", "grown", "DELETE", false, 0L, 1L),
                        List.of("more", "grown", "GET", false, 10L, 31L),
                        List.of("less", "shrunk", "GET", false, 31L, 10L),
                        List.of("gone", "leaver", "GET", false, 3L, 0L)));
    }

    @Test
    void theLastWholeWeeksEndBeforeTheLastCall() {
        MatrixDiff sunday = MatrixDiff.ofLastWeeks(Instant.parse("2026-11-15T23:59:59Z"), 3);
        MatrixDiff monday = MatrixDiff.ofLastWeeks(Instant.parse("2026-11-16T00:00:00Z"), 3);
        assertThat(sunday.to()).isEqualTo(FIRST);
        assertThat(monday).isEqualTo(new MatrixDiff(FIRST, SECOND, 3));
    }

    @Test
    void anyDayStandsForItsWeek() {
        assertThat(new MatrixDiff(FIRST.plusDays(6), SECOND.plusDays(2), 3))
                .isEqualTo(new MatrixDiff(FIRST, SECOND, 3));
    }

    @Test
    void weeksInTheWrongOrderAndFactorsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new MatrixDiff(FIRST, FIRST.plusDays(3), 3))
                .hasMessageContaining("earlier week first");
        assertThatThrownBy(() -> new MatrixDiff(SECOND, FIRST, 3)).hasMessageContaining("earlier week first");
        assertThatThrownBy(() -> new MatrixDiff(FIRST, SECOND, Double.NaN)).hasMessageContaining("above 1");
        assertThatThrownBy(() -> new MatrixDiff(FIRST, SECOND, 1)).hasMessageContaining("above 1");
    }

    private static void calls(CallLake lake, LocalDate week, String actor, String method, int count) throws Exception {
        Instant monday = Instant.parse(week + "T08:00:00Z");
        for (int i = 0; i < count; i++) {
            lake.append(TestRows.call(monday.plusSeconds(i), actor, method, 200, new CallRow.Entity("order", "1")));
        }
    }
}
