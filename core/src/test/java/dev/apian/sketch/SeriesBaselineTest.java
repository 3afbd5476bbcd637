// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.apian.sketch.SeriesBaseline.Reading;
import dev.apian.testing.Saved;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesBaselineTest {

    private static final long WINDOW = 600_000_000L;
    private static final int DAY = 144;
    private static final int MONTH = 28 * DAY;

    /// One in 10,000 windows, about once in ten weeks.
    private static final double ODD = 4;

    private final Random random = new Random(7);
    private final SeriesBaseline baseline = new SeriesBaseline(WINDOW, 1);

    @Test
    void aFlashSaleIsTold() {
        run(0, MONTH, this::calls);
        List<Reading> sale = run(MONTH, MONTH + 6, window -> 3 * calls(window));

        assertThat(sale).anyMatch(reading -> reading.score() > ODD);
    }

    @Test
    void anOutageIsTold() {
        run(0, MONTH + 80, this::calls);
        List<Reading> outage = run(MONTH + 80, MONTH + 92, window -> 0);

        assertThat(outage).anyMatch(reading -> reading.score() > ODD);
    }

    @Test
    void aPeakThatDoesNotComeIsTold() {
        run(0, MONTH + 40, this::calls);
        List<Reading> flat = run(MONTH + 40, MONTH + 110, window -> calls(MONTH));

        assertThat(flat).anyMatch(reading -> reading.score() > ODD);
    }

    @Test
    void callsToAnEndpointThatHadNoneAreTold() {
        run(0, MONTH, window -> 0);
        List<Reading> calls = run(MONTH, MONTH + 1, window -> 200);

        assertThat(calls.getFirst().score()).isGreaterThan(ODD);
    }

    @Test
    void ordinaryDaysAreQuiet() {
        run(0, MONTH, this::calls);
        List<Reading> month = run(MONTH, 2 * MONTH, this::calls);

        assertThat(month.stream().filter(reading -> reading.score() > ODD)).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 3, 30})
    void countsOfAnyRateAreQuiet(double rate) {
        run(0, MONTH, window -> poisson(rate));
        List<Reading> month = run(MONTH, 2 * MONTH, window -> poisson(rate));

        assertThat(month.stream().filter(reading -> reading.score() > ODD)).hasSizeLessThanOrEqualTo(2);
    }

    /// Bursts of hours on top of the rhythm: textbook tails would be wrong by a factor of a hundred.
    @Test
    void episodesAreToldNoMoreOftenThanTheirProbabilitySays() {
        int told = 0;
        int series = 10;
        for (int i = 0; i < series; i++) {
            SeriesBaseline bursty = new SeriesBaseline(WINDOW, 1);
            double burst = 0;
            for (int window = 0; window < 2 * MONTH; window++) {
                burst = 0.9 * burst + 0.2 * random.nextGaussian();
                Reading reading = bursty.observe(window * WINDOW, Math.rint(rate(window) * Math.exp(burst)));
                told += window >= MONTH && reading.score() > 3 ? 1 : 0;
            }
        }

        assertThat(told / (1e-3 * series * MONTH)).isBetween(0.2, 2.0);
    }

    @Test
    void aJobThatJumpsEveryNightIsUsual() {
        IntToDoubleFunction job = window -> poisson(20) + (window % DAY >= 12 && window % DAY < 18 ? 500 : 0);
        run(0, MONTH, job);

        assertThat(run(MONTH, MONTH + 7 * DAY, job)).noneMatch(reading -> reading.score() > ODD);
    }

    @Test
    void anEpisodeIsToldOnceAndNotInEveryWindow() {
        run(0, MONTH, this::calls);
        List<Reading> outage = run(MONTH, MONTH + DAY, window -> 5 * calls(window));

        assertThat(outage.stream().filter(reading -> reading.score() > ODD)).hasSizeBetween(1, 4);
        assertThat(outage.stream().filter(reading -> reading.probability() < 1e-4))
                .hasSizeGreaterThan(4);
    }

    @Test
    void aNewLevelBecomesUsual() {
        run(0, MONTH, this::calls);
        run(MONTH, 2 * MONTH, window -> 2 * calls(window));
        List<Reading> after = run(2 * MONTH, 2 * MONTH + 7 * DAY, window -> 2 * calls(window));

        assertThat(after).noneMatch(reading -> reading.score() > ODD);
    }

    @Test
    void itIsStillLearningAtFirst() {
        List<Reading> first = run(0, 20, window -> window == 10 ? 1e6 : 3);

        assertThat(first).allMatch(reading -> reading.probability() == 1 && reading.score() == 0);
    }

    @Test
    void expectedFollowsTheHourOfTheDay() {
        run(0, MONTH, this::calls);
        List<Reading> day = run(MONTH, MONTH + DAY, this::calls);

        for (int window = 3; window < DAY; window += 6) {
            assertThat(day.get(window).expected()).isCloseTo(rate(window), within(0.15 * rate(window) + 10));
        }
        assertThat(day).allMatch(reading -> reading.low() < reading.expected() && reading.expected() < reading.high());
    }

    @Test
    void whereTheHourExplainsNothingTheProfileIsNotUsed() {
        run(0, MONTH, window -> 100 + 30 * random.nextGaussian());
        List<Reading> day = run(MONTH, MONTH + DAY, window -> 100 + 30 * random.nextGaussian());

        assertThat(day).allMatch(reading -> Math.abs(reading.expected() - 100) < 10);
    }

    @Test
    void missingWindowsAreNoOutage() {
        run(0, MONTH, this::calls);
        List<Reading> after = run(MONTH + 3 * DAY, MONTH + 4 * DAY, this::calls);

        assertThat(after).noneMatch(reading -> reading.score() > ODD);
    }

    @Test
    void aSlowDriftIsNotTold() {
        List<Reading> drift = run(0, 2 * MONTH, window -> (1 + window / (4.0 * MONTH)) * calls(window));

        assertThat(drift.subList(MONTH, 2 * MONTH).stream().filter(reading -> reading.score() > ODD))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aRestartChangesNothing() {
        run(0, MONTH, this::calls);
        SeriesBaseline restarted = Saved.through(baseline::save, new SeriesBaseline(WINDOW, 1), SeriesBaseline::load);

        for (int window = MONTH; window < MONTH + DAY; window++) {
            double value = calls(window);
            assertThat(restarted.observe(window * WINDOW, value)).isEqualTo(baseline.observe(window * WINDOW, value));
        }
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> baseline.observe(0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new SeriesBaseline(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeriesBaseline(WINDOW, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Reading> run(int from, int to, IntToDoubleFunction values) {
        List<Reading> readings = new ArrayList<>();
        for (int window = from; window < to; window++) {
            readings.add(baseline.observe(window * WINDOW, values.applyAsDouble(window)));
        }
        return readings;
    }

    private double calls(int window) {
        return Math.max(0, Math.rint(rate(window) * (1 + 0.1 * random.nextGaussian())));
    }

    private static double rate(int window) {
        return 300 + 250 * Math.sin(2 * Math.PI * (window % DAY) / DAY);
    }

    private double poisson(double rate) {
        int count = 0;
        for (double left = Math.exp(-rate), product = random.nextDouble(); product > left; count++) {
            product *= random.nextDouble();
        }
        return count;
    }
}
