// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RealismTableTest {

    private static final long MINUTE = 60_000_000;

    @Test
    void aHistoryPassesBesideItsLikes() {
        var table = RealismTable.of(chance("simulated", 1), chance("real 1", 2), chance("real 2", 3));
        assertThat(table.checks())
                .hasSizeGreaterThan(6)
                .allSatisfy(check ->
                        assertThat(check.passes()).as(check.statistic()).isTrue());
        assertThat(table.markdown())
                .startsWith("| statistic | simulated | real 1 | real 2 | real range | within |\n")
                .contains("| yes |")
                .doesNotContain("**no**");
    }

    @Test
    void aClockIsNotTakenForAPerson() {
        var table = RealismTable.of(clock(), chance("real 1", 2), chance("real 2", 3));
        assertThat(table.checks())
                .filteredOn(check -> check.statistic().startsWith("burstiness"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.simulated()).isEqualTo(-1);
                    assertThat(check.passes()).isFalse();
                });
    }

    @Test
    void theMarginIsAFifthOfTheRangeOrATenth() {
        assertThat(Check.of("x", 0.91, List.of(1.0, 1.1)).passes()).isTrue();
        assertThat(Check.of("x", 0.89, List.of(1.0, 1.1)).passes()).isFalse();
        assertThat(Check.of("x", 4.39, List.of(2.0, 4.0)).passes()).isTrue();
        assertThat(Check.of("x", 4.41, List.of(2.0, 4.0, Double.NaN)).passes()).isFalse();
    }

    @Test
    void whatCannotBeMeasuredDoesNotPassAndWhatNoRealSetHasIsLeftOut() {
        assertThat(Check.of("x", Double.NaN, List.of(1.0)).passes()).isFalse();
        assertThat(RealismTable.of(chance("simulated", 1), new History("empty")).checks())
                .isEmpty();
    }

    /// Twenty actors who take one of 500 items at random instants.
    private static History chance(String name, long seed) {
        var random = new Random(seed);
        var history = new History(name);
        var at = 0L;
        for (var i = 0; i < 5_000; i++) {
            at += (long) (-Math.log(1 - random.nextDouble()) * MINUTE);
            history.add("actor " + random.nextInt(20), at, "item " + random.nextInt(500));
        }
        return history;
    }

    private static History clock() {
        var history = new History("clock");
        for (var i = 0; i < 5_000; i++) {
            history.add("actor " + i % 20, i * MINUTE, "item " + i % 500);
        }
        return history;
    }
}
