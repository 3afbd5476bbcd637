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
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.detector.VolumeSurge.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import org.junit.jupiter.api.Test;

class VolumeSurgeTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new VolumeSurge(Limits.DEFAULT));
    private final Story surge =
            Story.of("mallory").times(400).every(ofSeconds(5)).usuallyCalls(4, 10);

    @Test
    void raisesOnceAnHourAnOrderOfMagnitudeAboveItsPast() {
        assertThat(tester.watch(surge)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory made 60 calls to GET /v1/orders/{orderId} within one clock hour, "
                            + "15 times the expected number");
            assertThat(signal.usual()).startsWith("its own past expects 4.0 here in an hour with calls; 999 of 1,000");
            assertThat(signal.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.observed()).isEqualTo(60);
                assertThat(evidence.window()).isEqualTo(ofHours(1));
            });
            assertThat(signal.calls()).hasSize(Signal.CALLS_MAX);
        });
    }

    @Test
    void raisesAgainInTheNextHour() {
        assertThat(tester.watch(surge, surge.later(ofHours(1)))).hasSize(2);
    }

    @Test
    void isSurerOfAHundredfoldThanOfATenfoldRise() {
        assertThat(tester.watch(surge.usuallyCalls(0.5, 0.6)).getFirst().strength())
                .isGreaterThan(tester.watch(surge).getFirst().strength());
    }

    @Test
    void comparesNewcomersWithOthersAndTrustsThatLess() {
        assertThat(tester.watch(surge.whilePeersCall(4, 10))).singleElement().satisfies(signal -> {
            assertThat(signal.usual()).startsWith("who calls this expects 4.0");
            assertThat(signal.strength())
                    .isLessThan(tester.watch(surge).getFirst().strength());
        });
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
    void staysQuietForTenTimesNearlyNothing() {
        assertThat(tester.watch(Story.of("alice").times(50).usuallyCalls(0.5, 0.6)))
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

    /// A false positive named on the card: nothing tells yet that everybody's calls rise together.
    @Test
    void raisesOnReleaseDayToo() {
        assertThat(tester.watch(
                        surge, Story.of("bob").times(400).every(ofSeconds(5)).usuallyCalls(4, 10)))
                .hasSize(2);
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new Limits(600, 10, 20, 1e-6, 1e-9, 500))
                .hasMessage("calls=600 > callsWhileLearning=500, raise the latter");
    }
}
