// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.profile.Expected;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Tail;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.signal.detector.TenfoldRise.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import org.junit.jupiter.api.Test;

class TenfoldRiseTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new TenfoldRise(Limits.DEFAULT));
    private final Story rise =
            Story.of("mallory").times(400).every(ofSeconds(5)).usuallyCalls(4, 10);

    @Test
    void raisesOnceWhenTheRateIsAlmostSurelyTenfold() {
        assertThat(tester.watch(rise)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .startsWith("mallory made ")
                    .endsWith(" times the expected number and almost surely more than ten times its rate");
            assertThat(signal.usual())
                    .isEqualTo("an hour with calls has 4.0 here; more than 10 times that with a probability of 0.999");
            assertThat(signal.evidence().getFirst().observed()).isBetween(60.0, 100.0);
            assertThat(signal.strength()).as("weak alone").isLessThan(0.3);
        });
    }

    @Test
    void isSilentForADayAfterASignal() {
        assertThat(tester.watch(rise, rise.later(ofHours(20)))).hasSize(1);
        assertThat(tester.watch(rise, rise.later(ofHours(26)))).hasSize(2);
    }

    @Test
    void theFloorIsLowerWhereTheEndpointIsSensitive() {
        Usual seldom = new Usual.Known(new Expected(0.1, 0.5), 600, false, 1, 1, Tail.NOMINAL);
        Story rare = Story.of("alice").times(28).every(ofSeconds(5)).usually(Scale.HOUR, seldom);

        assertThat(tester.watch(rare)).isEmpty();
        assertThat(tester.watch(rare.calls("GET /v1/customers/export", Label.EXPORT)))
                .hasSize(1);
    }

    @Test
    void theMoreIsKnownTheSoonerItIsSure() {
        Story many = Story.of("alice").times(400).every(ofSeconds(5));
        Usual little = known(6);
        Usual much = known(600);

        assertThat(count(many.usually(Scale.HOUR, much))).isLessThan(count(many.usually(Scale.HOUR, little)));
    }

    @Test
    void staysQuietForTenTimesTheNumberThatMayBeLuck() {
        assertThat(tester.watch(Story.of("alice").times(45).every(ofSeconds(5)).usuallyCalls(4, 10)))
                .isEmpty();
    }

    @Test
    void staysQuietForNineTimesHoweverSure() {
        Usual sure = new Usual.Known(new Expected(39, 0.02), 5_000, false, 1, 1, Tail.NOMINAL);
        Story nine = Story.of("robot").times(360).every(ofSeconds(5)).usually(Scale.HOUR, sure);

        assertThat(tester.watch(nine)).isEmpty();
    }

    @Test
    void staysQuietForBurstsThatSayLittleAboutARate() {
        assertThat(tester.watch(Story.of("bursty").times(90).every(ofSeconds(5)).usuallyCalls(6, 600)))
                .isEmpty();
    }

    @Test
    void staysQuietForNewcomers() {
        assertThat(tester.watch(rise.whilePeersCall(4, 10))).isEmpty();
        assertThat(tester.watch(Story.of("new").times(3_000).every(ofSeconds(1))))
                .isEmpty();
    }

    @Test
    void staysQuietWhenEverybodyDoesTenTimesAsMuch() {
        Usual release = new Usual.Known(new Expected(39, 0.8), 40, false, 10, 1, Tail.NOMINAL);
        Story many = Story.of("alice").times(300).every(ofSeconds(5)).usually(Scale.HOUR, release);

        assertThat(tester.watch(many)).isEmpty();
    }

    @Test
    void staysQuietForAssetsAndHealthChecks() {
        assertThat(tester.watch(rise.calls("GET /app.js", Label.STATIC))).isEmpty();
        assertThat(tester.watch(rise.calls("GET /health", Label.HEALTH))).isEmpty();
    }

    /// A blind spot: only the hour is looked at; other scales are volume-surge's.
    @Test
    void staysQuietForADayOfTenTimesAsMuch() {
        assertThat(tester.watch(
                        Story.of("mallory").times(400).every(ofSeconds(5)).usually(Scale.DAY, known(40))))
                .isEmpty();
    }

    private double count(Story story) {
        return tester.watch(story).getFirst().evidence().getFirst().observed();
    }

    private static Usual known(double windows) {
        return new Usual.Known(new Expected(3, 0.5), windows, false, 1, 1, Tail.NOMINAL);
    }
}
