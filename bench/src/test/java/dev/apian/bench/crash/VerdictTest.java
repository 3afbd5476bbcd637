// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Batch AB = new Batch(0, "", List.of("a", "b"), true, Instant.EPOCH);
    private static final Batch CD = new Batch(1, "", List.of("c", "d"), false, Instant.EPOCH);
    private static final Kept QUIET = new Kept(Map.of("a", 1, "b", 1), List.of("[one]"), 0);

    @Test
    void aRunThatLostNothingIsClean() {
        assertThat(Verdict.of(List.of(AB), List.of(CD), QUIET, QUIET).isClean()).isTrue();
    }

    @Test
    void anAcknowledgedCallThatIsMissingIsLost() {
        assertThat(Verdict.of(List.of(AB, CD), List.of(), QUIET, QUIET).lost()).isEqualTo(2);
    }

    @Test
    void aCallThatIsThereTwiceIsDoubled() {
        Kept twice = new Kept(Map.of("a", 2, "b", 1), List.of("[one]"), 0);
        assertThat(Verdict.of(List.of(AB), List.of(), twice, QUIET)).isEqualTo(new Verdict(0, 1, 0, 1, 0, 0));
    }

    @Test
    void halfOfAPushWithoutAnAnswerIsTorn() {
        Kept half = new Kept(Map.of("a", 1, "b", 1, "c", 1), List.of("[one]"), 0);
        assertThat(Verdict.of(List.of(AB), List.of(CD), half, QUIET).torn()).isEqualTo(1);
    }

    @Test
    void anAlertThatReadsOtherwiseCountsOnBothSides() {
        Kept other = new Kept(QUIET.calls(), List.of("[two]"), 0);
        assertThat(Verdict.of(List.of(AB), List.of(), other, QUIET).different()).isEqualTo(2);
    }
}
