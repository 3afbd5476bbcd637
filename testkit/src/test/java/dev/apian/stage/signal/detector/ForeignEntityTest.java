// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Whose;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.detector.ForeignEntity.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignEntityTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new ForeignEntity(Limits.DEFAULT));
    private final Story opens = Story.of("mallory")
            .reads("order", List.of(7))
            .neverShown()
            .whichIs(Whose.OTHER)
            .whilePeersAreServed(40, 0);

    @Test
    void raisesAtOnceWherePeersOnlyGetTheirOwn() {
        assertThat(tester.watch(opens)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory opened order 7 with GET /v1/orders/{orderId}, which belongs to another tenant "
                            + "and was never shown to it");
            assertThat(signal.usual())
                    .isEqualTo("of 40 peers who used it lately none got anything that is not their own tenant's");
            assertThat(signal.evidence())
                    .extracting(Evidence::measure)
                    .containsExactly(
                            "entities of other tenants, opened on GET /v1/orders/{orderId}", "peers who did so");
            assertThat(signal.involved().entities()).containsExactly("order 7");
            assertThat(signal.calls()).hasSize(1);
        });
    }

    @Test
    void raisesWhereAPeerInAHundredDidSoTooAndSaysIt() {
        assertThat(tester.watch(opens.whilePeersAreServed(100, 3)))
                .singleElement()
                .satisfies(signal -> assertThat(signal.usual()).startsWith("of 100 peers who used it lately 3 got"));
    }

    @Test
    void raisesOnceADayForAnEndpoint() {
        Story hourly = opens.reads("order", List.of(7, 8, 9, 10, 11)).every(ofHours(5));
        assertThat(tester.watch(hourly)).hasSize(1);
        assertThat(tester.watch(hourly, hourly.later(ofDays(3)))).hasSize(2);
        assertThat(tester.watch(hourly, hourly.calls("GET /v1/orders/{orderId}/pdf")))
                .hasSize(2);
    }

    @Test
    void staysQuietForWhatIsOnesOwnOrMayBe() {
        for (Whose whose : EnumSet.complementOf(EnumSet.of(Whose.OTHER))) {
            assertThat(tester.watch(opens.whichIs(whose))).as(whose.label()).isEmpty();
        }
    }

    @Test
    void staysQuietForWhatIsExplained() {
        for (Provenance why : EnumSet.complementOf(EnumSet.of(Provenance.UNEXPLAINED))) {
            assertThat(tester.watch(opens.whichWas(why))).as(why.label()).isEmpty();
        }
    }

    @Test
    void staysQuietWithFewPeersToCompareWith() {
        assertThat(tester.watch(opens.whilePeersAreServed(19, 0))).isEmpty();
        assertThat(tester.watch(opens.whilePeersAreServed(20, 0))).hasSize(1);
    }

    @Test
    void staysQuietWherePeersDoSo() {
        assertThat(tester.watch(opens.whilePeersAreServed(100, 4))).isEmpty();
    }

    @Test
    void staysQuietInTheFirstDayOfAConsumer() {
        assertThat(tester.watch(opens.knownFor(ofHours(23)))).isEmpty();
        assertThat(tester.watch(opens.knownFor(ofHours(24)))).hasSize(1);
    }

    @Test
    void staysQuietForWhoeverHasNoCredential() {
        assertThat(tester.watch(opens.as(Actor.Kind.ANONYMOUS))).isEmpty();
    }

    @Test
    void staysQuietWhenItIsRefused() {
        assertThat(tester.watch(opens.isRefused(), opens.isAnswered(304), opens.isAnswered(500)))
                .isEmpty();
    }

    @Test
    void staysQuietForLogins() {
        assertThat(tester.watch(opens.calls("POST /v1/login", Label.LOGIN), opens.calls("POST /v1/token", Label.TOKEN)))
                .isEmpty();
    }
}
