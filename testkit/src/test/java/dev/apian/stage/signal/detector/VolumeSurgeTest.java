// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Expected;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Tail;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.detector.VolumeSurge.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VolumeSurgeTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new VolumeSurge(Limits.DEFAULT));
    private final Story surge =
            Story.of("mallory").times(400).every(ofSeconds(5)).usuallyCalls(4, 10);

    @Test
    void raisesOnceWhenAnHourIsFarAboveItsPast() {
        assertThat(tester.watch(surge)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory made 34 calls to GET /v1/orders/{orderId} within an hour, "
                            + "8.5 times the expected number");
            assertThat(signal.usual()).startsWith("its own past makes 4.0 expected in an hour with calls; 999 of");
            assertThat(signal.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.expected()).isEqualTo(4);
                assertThat(evidence.window()).isEqualTo(ofHours(1));
            });
            assertThat(signal.calls()).hasSizeLessThanOrEqualTo(Signal.CALLS_MAX);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Scale.class,
            names = {"TEN_MINUTES", "HOUR", "DAY"})
    void raisesAtEachScaleAndNamesIt(Scale scale) {
        Story rises = Story.of("mallory").times(90).every(ofSeconds(5)).usually(scale, ordinary(3));

        assertThat(tester.watch(rises)).singleElement().satisfies(signal -> {
            assertThat(signal.evidence().getFirst().window()).isEqualTo(scale.length());
            assertThat(signal.happened()).contains(" within " + (scale == Scale.TEN_MINUTES ? "ten min" : "a"));
        });
    }

    @Test
    void saysNothingOfAMonthAlone() {
        Story rises = Story.of("mallory").times(900).every(ofSeconds(5)).usually(Scale.MONTH, ordinary(3));

        assertThat(tester.watch(rises)).isEmpty();
    }

    @Test
    void isSilentForADayAfterASignal() {
        assertThat(tester.watch(surge, surge.later(ofHours(20)))).hasSize(1);
        assertThat(tester.watch(surge, surge.later(ofHours(26)))).hasSize(2);
    }

    @Test
    void aSilenceIsOfOneEndpoint() {
        assertThat(tester.watch(surge, surge.calls("GET /v1/invoices").later(ofHours(1))))
                .hasSize(2);
    }

    @Test
    void theFloorIsLowerWhereTheEndpointIsSensitive() {
        Story rare = Story.of("alice").every(ofSeconds(5)).usually(Scale.HOUR, ordinary(0.02));
        Story exports = rare.calls("GET /v1/customers/export", Label.EXPORT);

        assertThat(tester.watch(rare.times(30))).isEmpty();
        assertThat(tester.watch(rare.times(34))).hasSize(1);
        assertThat(tester.watch(exports.times(12))).isEmpty();
        assertThat(tester.watch(exports.times(14))).hasSize(1);
    }

    @Test
    void isSurerTheLessProbableTheCountIs() {
        Story most = Story.of("mallory").every(ofSeconds(5)).calls("GET /v1/orders");
        double rare = strength(most.times(40).usually(Scale.HOUR, ordinary(2)));
        double rarer = strength(most.times(40).usually(Scale.HOUR, ordinary(1.5)));

        assertThat(rarer).isGreaterThan(rare);
        assertThat(rare).isGreaterThan(0.5);
    }

    @Test
    void saysWithWhomANewcomerIsCompared() {
        assertThat(tester.watch(surge.whilePeersCall(4, 10).among("user", 500, 412, 412)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual())
                        .startsWith("it is new here, so it is compared with 412 consumers who call this: "
                                + "they make 4.0 expected in an hour with calls"));
    }

    @Test
    void saysThatEverybodyDoesMore() {
        Story release =
                surge.usually(Scale.HOUR, new Usual.Known(new Expected(3, 0.5), 40, false, 2.5, 1, Tail.NOMINAL));

        assertThat(tester.watch(release))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual())
                        .contains("2.5 times what is usual since everybody does more at the moment"));
    }

    @Test
    void saysNothingOfATideThatIsNone() {
        assertThat(tester.watch(surge))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual()).doesNotContain("everybody", "seldom"));
    }

    @Test
    void atAnHourAtWhichItIsSeldomActiveLessIsEnough() {
        Story night =
                surge.usually(Scale.HOUR, new Usual.Known(new Expected(20, 0.5), 40, false, 1, 0.05, Tail.NOMINAL));
        Story day = surge.usually(Scale.HOUR, new Usual.Known(new Expected(20, 0.5), 40, false, 1, 1, Tail.NOMINAL));

        assertThat(tester.watch(night).getFirst().evidence().getFirst().observed())
                .isLessThan(tester.watch(day).getFirst().evidence().getFirst().observed());
        assertThat(tester.watch(night).getFirst().usual()).endsWith("it is seldom active at this hour");
    }

    @Test
    void raisesAnAbsurdCountWhileStillLearning() {
        Story flood = Story.of("mallory").knownFor(ofMinutes(5)).every(ofMillis(500));
        assertThat(tester.watch(flood.times(2_900))).isEmpty();
        assertThat(tester.watch(flood.times(3_100)))
                .singleElement()
                .satisfies(
                        signal -> assertThat(signal.usual()).contains("the limit for newcomers is 3,000 in an hour"));
    }

    @Test
    void staysQuietForABatchJob() {
        assertThat(tester.watch(surge.usuallyCalls(350, 900))).isEmpty();
    }

    @Test
    void staysQuietForAnActorWhoseHoursVaryThatMuch() {
        assertThat(tester.watch(Story.of("bursty").times(70).usuallyCalls(6, 600)))
                .isEmpty();
    }

    @Test
    void staysQuietWhereHistoryHasSuchTails() {
        Tail heavy = new Tail(0.1, 0.35, 3);
        Story busy = Story.of("busy").times(60).every(ofSeconds(5));

        assertThat(tester.watch(
                        busy.usually(Scale.HOUR, new Usual.Known(new Expected(4, 0.8), 40, false, 1, 1, Tail.NOMINAL))))
                .hasSize(1);
        assertThat(tester.watch(
                        busy.usually(Scale.HOUR, new Usual.Known(new Expected(4, 0.8), 40, false, 1, 1, heavy))))
                .isEmpty();
    }

    @Test
    void staysQuietOnReleaseDayWhenEverybodyDoesFiveTimesAsMuch() {
        Usual release = new Usual.Known(new Expected(20, 0.5), 40, false, 5, 1, Tail.NOMINAL);
        Story many = Story.of("alice").times(70).every(ofSeconds(5));

        assertThat(tester.watch(many.usually(Scale.HOUR, release))).isEmpty();
        assertThat(tester.watch(many.usually(Scale.HOUR, ordinary(3)))).hasSize(1);
    }

    @Test
    void staysQuietForTenTimesNearlyNothing() {
        assertThat(tester.watch(Story.of("alice").times(30).usuallyCalls(0.5, 0.6)))
                .isEmpty();
    }

    @Test
    void staysQuietForTheSameNumberSpreadOverADay() {
        assertThat(tester.watch(surge.every(ofMinutes(3)))).isEmpty();
    }

    @Test
    void staysQuietForAssetsAndHealthChecks() {
        assertThat(tester.watch(surge.calls("GET /app.js", Label.STATIC))).isEmpty();
        assertThat(tester.watch(surge.calls("GET /health", Label.HEALTH))).isEmpty();
    }

    @Test
    void staysQuietForAnonymousCrowdsWhileStillLearning() {
        Story crowd = Story.ofAnonymous().as(Actor.Kind.ANONYMOUS).knownFor(ZERO);
        assertThat(tester.watch(crowd.times(3_500).every(ofMillis(500)))).isEmpty();
    }

    /// A blind spot named on the card.
    @Test
    void staysQuietForARiseSpreadOverManyEndpoints() {
        List<String> endpoints = List.of("GET /v1/a", "GET /v1/b", "GET /v1/c", "GET /v1/d", "GET /v1/e", "GET /v1/f");
        Story spread = Story.of("mallory").visits(endpoints).times(25).every(ofSeconds(5));

        assertThat(tester.watch(spread.usually(Scale.HOUR, ordinary(0.1)))).isEmpty();
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new Limits(1e-5, new Floor(12, 20, 600), 500, ofHours(24)))
                .hasMessage("floor=Floor[high=12, medium=20, low=600] > callsWhileLearning=500, raise the latter");
        assertThatThrownBy(() -> new Limits(0.5, Floor.DEFAULT, 3_000, ofHours(24)))
                .hasMessage("chance=0.5; give a probability under 0.01");
        assertThatThrownBy(() -> new Floor(12, 50, 30))
                .hasMessage("high=12 medium=50 low=30; give 1 <= high <= medium <= low");
    }

    private double strength(Story story) {
        return tester.watch(story).getFirst().strength();
    }

    private static Usual ordinary(double further) {
        return new Usual.Known(new Expected(further, 0.5), 40, false, 1, 1, Tail.NOMINAL);
    }
}
