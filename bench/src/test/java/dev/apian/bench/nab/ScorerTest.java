// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScorerTest {

    private static final Offset<Double> CLOSE = within(1e-5);

    /// 15 of 100 records are the probation.
    private static final Series SERIES = series("folder/one.csv", new Series.Window(40, 49), new Series.Window(70, 79));

    @ParameterizedTest
    @EnumSource
    void theDetectorThatNeverAlarmsHasZero(Weights weights) {
        double points = Scorer.points(SERIES, new double[100], 1, weights);

        assertThat(Scorer.normalised(points, List.of(SERIES), weights)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theDetectorThatAlarmsAtTheFirstRecordOfEachWindowHasHundred(Weights weights) {
        Scorer.Best best = Scorer.optimise(List.of(SERIES), List.of(alarms(40, 70)), weights);

        assertThat(Scorer.normalised(best.points(), List.of(SERIES), weights)).isCloseTo(100, CLOSE);
        assertThat(best.threshold()).isEqualTo(1);
    }

    /// A window of ten: its sixth record lies at -0.5, where the published curve has 0.84828 of 0.98661.
    @Test
    void inTheMiddleOfAWindowTheCurveIsAsPublished() {
        assertThat(points(45, 70)).isCloseTo(0.84828 / 0.98661 + 1, CLOSE);
    }

    @Test
    void onlyTheEarliestAlarmInAWindowCounts() {
        assertThat(points(45, 46, 47, 48, 49, 70)).isEqualTo(points(45, 70));
    }

    @Test
    void aFalseAlarmBeforeAllWindowsCountsInFull() {
        assertThat(points(20, 40, 70)).isCloseTo(2 - 0.11, CLOSE);
    }

    @Test
    void aFalseAlarmRightBehindAWindowCountsLess() {
        double behind = points(40, 50, 70);

        assertThat(behind).isBetween(2 - 0.11, 2.0);
        assertThat(points(40, 58, 70)).isCloseTo(2 - 0.11 * 0.98661, CLOSE);
    }

    @Test
    void anAlarmInTheProbationDoesNotCount() {
        assertThat(points(3, 14, 40, 70)).isEqualTo(points(40, 70));
        assertThat(points(15, 40, 70)).isLessThan(points(40, 70));
    }

    @Test
    void ifAllAlarmsAreFalseItIsBestNotToAlarm() {
        Scorer.Best best = Scorer.optimise(List.of(SERIES), List.of(alarms(20, 30, 60)), Weights.STANDARD);

        assertThat(best.threshold()).isInfinite();
        assertThat(best.points()).isEqualTo(-2);
    }

    @Test
    void oneThresholdHoldsForAllSeries() {
        Series quiet = series("folder/two.csv");
        double[] high = alarms(20);
        high[20] = 2;
        Scorer.Best best = Scorer.optimise(List.of(SERIES, quiet), List.of(alarms(40, 70), high), Weights.STANDARD);

        assertThat(best.threshold()).isEqualTo(1);
        assertThat(best.points()).isCloseTo(2 - 0.11, CLOSE);
    }

    private static double points(int... alarms) {
        return Scorer.points(SERIES, alarms(alarms), 1, Weights.STANDARD);
    }

    private static double[] alarms(int... places) {
        double[] scores = new double[100];
        for (int place : places) {
            scores[place] = 1;
        }
        return scores;
    }

    private static Series series(String name, Series.Window... windows) {
        return new Series(
                name, LongStream.range(0, 100).boxed().toList(), Collections.nCopies(100, 0.0), List.of(windows));
    }
}
