// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.signal.detector.RefreshReplay.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Place;
import dev.apian.testkit.Story;
import org.junit.jupiter.api.Test;

class RefreshReplayTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new RefreshReplay(Limits.DEFAULT));
    private final Story refreshes =
            Story.of("alice").calls("POST /v1/token", Label.TOKEN).with(Facet.Kind.REFRESH_TOKEN, "r1");
    private final Story thief =
            refreshes.from(Place.PARIS).on("curl").later(ofHours(1)).replays();

    @Test
    void raisesWhenAnotherDeviceElsewhereExchangesTheToken() {
        assertThat(tester.watch(refreshes, thief)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("a refresh token of alice, used up before, was exchanged again from 192.0.2.0/24 "
                            + "with curl");
            assertThat(signal.usual()).contains("same device", "same network");
            assertThat(signal.evidence()).singleElement().satisfies(evidence -> {
                assertThat(evidence.observed()).isEqualTo(2);
                assertThat(evidence.measure()).contains("two devices in two networks");
            });
            assertThat(signal.involved().addresses()).containsExactly(Place.PARIS.ip());
            assertThat(signal.strength()).isGreaterThan(0.7);
        });
    }

    @Test
    void raisesWithoutHavingSeenThisConsumerForLong() {
        assertThat(tester.watch(thief.knownFor(ofHours(0)))).hasSize(1);
    }

    @Test
    void staysQuietForARefreshThatIsNoReplay() {
        assertThat(tester.watch(refreshes.times(10), refreshes.from(Place.PARIS).on("curl")))
                .isEmpty();
    }

    @Test
    void staysQuietForCallsThatPresentNoRefreshToken() {
        assertThat(tester.watch(Story.of("alice").times(10).replays())).isEmpty();
    }
}
