// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {

    @ParameterizedTest
    @CsvSource({"1, 0.5, 1", "3, 2, 6", "20, 5, 15", "97, 3.1, 9.3", "40, 30, 400", "500, 300, 90000", "2, 0.01, 0.5"})
    void theTailIsTheSumOfTheProbabilities(long k, double mean, double variance) {
        assertThat(NegativeBinomial.tail(k, mean, variance))
                .isCloseTo(summedTail(k, mean, variance), Percentage.withPercentage(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "8, 2", "30, 12", "150, 100", "1100, 1000"})
    void varianceUnderTheMeanCountsAsPoisson(long k, double mean) {
        assertThat(NegativeBinomial.tail(k, mean, mean / 2))
                .isCloseTo(poissonTail(k, mean), Percentage.withPercentage(3));
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "1000000, 1000000", "10000000, 9999000"})
    void aCountNearAHugeMeanIsNoSurprise(long k, double mean) {
        assertThat(NegativeBinomial.tail(k, mean, mean)).isBetween(0.3, 0.7);
    }

    @Test
    void theTailOnlyFalls() {
        double before = 1;
        for (long k = 0; k < 400; k++) {
            double now = NegativeBinomial.tail(k, 12, 60);
            assertThat(now).isBetween(0.0, before + 1e-9);
            before = now;
        }
    }

    @Test
    void nothingOrMoreIsCertainAndAnythingIsImpossibleWithoutARate() {
        assertThat(NegativeBinomial.tail(0, 5, 9)).isEqualTo(1);
        assertThat(NegativeBinomial.tail(-3, 5, 9)).isEqualTo(1);
        assertThat(NegativeBinomial.tail(1, 0, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1", "3, 9", "100, 2500", "0.001, 0.003", "20000, 60000"})
    void theUpperCountIsTheLeastOneSeldomExceeded(double mean, double variance) {
        long upper = NegativeBinomial.upper(1e-3, mean, variance);

        assertThat(NegativeBinomial.tail(upper + 1, mean, variance)).isLessThanOrEqualTo(1e-3);
        if (upper > 0) {
            assertThat(NegativeBinomial.tail(upper, mean, variance)).isGreaterThan(1e-3);
        }
    }

    @Test
    void theUpperCountOfNothingIsNothing() {
        assertThat(NegativeBinomial.upper(1e-3, 0, 0)).isZero();
    }

    @Test
    void theBetaFunctionIsWholeAtItsEnds() {
        assertThat(NegativeBinomial.incompleteBeta(2, 3, 0)).isZero();
        assertThat(NegativeBinomial.incompleteBeta(2, 3, 1)).isEqualTo(1);
        assertThat(NegativeBinomial.incompleteBeta(2, 3, 0.5)).isCloseTo(0.6875, within(1e-9));
    }

    /// 1 less the probabilities of 0 to k - 1 would lose all digits, so it adds from k on.
    private static double summedTail(long k, double mean, double variance) {
        double r = mean * mean / (variance - mean);
        double p = mean / (mean + r);
        double log = r * Math.log1p(-p);
        double sum = 0;
        for (long x = 1; x < k + 200_000; x++) {
            log += Math.log((x - 1 + r) / x) + Math.log(p);
            sum += x >= k ? Math.exp(log) : 0;
        }
        return sum;
    }

    private static double poissonTail(long k, double mean) {
        double log = -mean;
        double sum = 0;
        for (long x = 1; x < k + 10_000; x++) {
            log += Math.log(mean / x);
            sum += x >= k ? Math.exp(log) : 0;
        }
        return sum;
    }
}
