// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.detector.SensitiveFirstUse.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import org.junit.jupiter.api.Test;

class SensitiveFirstUseTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new SensitiveFirstUse(Limits.DEFAULT));
    private final Story first = Story.of("mallory")
            .calls("GET /v1/customers/export", Label.EXPORT)
            .forTheFirstTime()
            .among("agent", 200, 0, 4);

    @Test
    void raisesWhenALongKnownConsumerExportsForTheFirstTime() {
        assertThat(tester.watch(first)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo(
                            "mallory used GET /v1/customers/export for the first time in the 30 days that it is known");
            assertThat(signal.usual())
                    .isEqualTo("none of 200 with the permissions \"agent\" used it in the last weeks");
            assertThat(signal.strength()).isEqualTo(0.6);
        });
    }

    @Test
    void isLessSureTheMorePeersUseIt() {
        assertThat(tester.watch(first.among("agent", 200, 8, 20)).getFirst().strength())
                .isBetween(0.5, 0.55);
    }

    @Test
    void raisesWeaklyWhenThereIsNobodyToCompareWith() {
        assertThat(tester.watch(first.among("", 0, 0, 0))).singleElement().satisfies(signal -> {
            assertThat(signal.strength()).isEqualTo(0.5);
            assertThat(signal.usual()).startsWith("too few have the same permissions");
        });
    }

    @Test
    void raisesOnceInFourWeeks() {
        assertThat(tester.watch(first, first.later(ofDays(20)))).hasSize(1);
        assertThat(tester.watch(first, first.later(ofDays(30)))).hasSize(2);
    }

    @Test
    void staysQuietWhenItBelongsToTheGroupsWork() {
        assertThat(tester.watch(first.among("agent", 200, 30, 40))).isEmpty();
    }

    @Test
    void staysQuietForNewcomers() {
        assertThat(tester.watch(first.knownFor(ofDays(3)))).isEmpty();
    }

    @Test
    void staysQuietForOrdinaryEndpoints() {
        assertThat(tester.watch(first.calls("GET /v1/orders"))).isEmpty();
        assertThat(tester.watch(first.calls("POST /v1/payments", Label.PAYMENT)))
                .isEmpty();
    }

    @Test
    void staysQuietWhenRefused() {
        assertThat(tester.watch(first.isRefused())).isEmpty();
    }

    @Test
    void staysQuietForAnonymousConsumers() {
        assertThat(tester.watch(first.as(Actor.Kind.ANONYMOUS))).isEmpty();
    }

    @Test
    void staysQuietWhenUsedBefore() {
        Story used = Story.of("alice").calls("GET /v1/customers/export", Label.EXPORT);
        assertThat(tester.watch(used.times(30).every(ofHours(12)))).isEmpty();
    }
}
