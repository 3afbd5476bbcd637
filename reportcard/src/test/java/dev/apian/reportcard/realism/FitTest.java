// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FitTest {

    @Test
    void theSlopeOfALineIsItsOwn() {
        assertThat(Fit.slope(new double[] {1, 2, 3}, new double[] {5, 7, 9})).isCloseTo(2, within(1e-12));
        assertThat(Fit.slope(new double[] {1, 2}, new double[] {5, 7})).isNaN();
    }

    @Test
    void theMedianIsInTheMiddle() {
        assertThat(Fit.median(new double[] {9, 1, 2})).isEqualTo(2);
        assertThat(Fit.median(new double[] {9, 1, 2, 4})).isEqualTo(3);
        assertThat(Fit.median(new double[0])).isNaN();
    }

    /// x = u^(-1/1.5) has P(X > x) = x^-1.5.
    @Test
    void hillFindsTheExponentOfAParetoTail() {
        var random = new Random(11);
        var values = LongStream.generate(() -> Math.round(1e6 * Math.pow(1 - random.nextDouble(), -1 / 1.5)))
                .limit(100_000)
                .toArray();
        assertThat(Fit.hill(values, 0.05)).isCloseTo(1.5, within(0.08));
        assertThat(Fit.hill(new long[] {1, 2, 3}, 0.05)).isNaN();
    }

    @Test
    void zipfFindsItsExponentAndNeedsTenRanks() {
        var counts = IntStream.rangeClosed(1, 200).map(rank -> 1_000_000 / rank).toArray();
        assertThat(Popularity.zipf(counts)).isCloseTo(1, within(0.001));
        assertThat(Popularity.zipf(new int[] {5, 4, 3})).isNaN();
    }

    @Test
    void heapsIsOneIfEverythingIsNewAndNoneIfNothingIs() {
        assertThat(Popularity.heaps(IntStream.range(0, 10_000).toArray())).isCloseTo(1, within(1e-9));
        assertThat(Popularity.heaps(new int[10_000])).isCloseTo(0, within(1e-9));
        assertThat(Popularity.heaps(new int[10])).isNaN();
    }

    @Test
    void itemsAreCountedByNumber() {
        assertThat(Popularity.counts(new int[] {0, 2, 2})).containsExactly(1, 0, 2);
        assertThat(Popularity.counts(new int[0])).isEmpty();
    }
}
