// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Whose;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.detector.UnseenEntities.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnseenEntitiesTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new UnseenEntities(Limits.DEFAULT));
    private final Story guesses =
            Story.of("mallory").reads("order", odd(1, 10)).every(ofHours(8)).neverShown();

    private static List<Integer> odd(int from, int count) {
        return IntStream.range(from, from + count).map(i -> 7919 * i).boxed().toList();
    }

    @Test
    void raisesAtTenGuessesThreeADay() {
        assertThat(tester.watch(guesses)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory opened 10 entities within 3 days that were never shown to it, the last on "
                            + "GET /v1/orders/{orderId}; none that it touched besides had been shown");
            assertThat(signal.usual())
                    .isEqualTo("of 100 entities that peers open here about 2 were not shown to them before");
            assertThat(signal.involved().entities()).hasSize(10).startsWith("order 7919");
            assertThat(signal.calls()).hasSize(10);
        });
    }

    @Test
    void raisesAtFiveGuessesThatAreKnownToBeAnotherTenants() {
        Story foreign = guesses.whichIs(Whose.OTHER).reads("order", odd(1, 5));
        assertThat(tester.watch(foreign))
                .singleElement()
                .satisfies(signal -> assertThat(signal.happened())
                        .contains("opened 5 entities within", "never shown to it, 5 of them another tenant's"));
    }

    @Test
    void whatIsAnothersAndWasShownIsNoGuess() {
        assertThat(tester.watch(guesses.whichIs(Whose.OTHER).whichWas(Provenance.SHOWN)))
                .isEmpty();
    }

    @Test
    void raisesWhenGuessesHideAmongOrdinaryWork() {
        Story work = Story.of("mallory").reads("order", odd(1_000, 30)).every(ofHours(3));
        assertThat(tester.watch(guesses.reads("order", odd(1, 20)).every(ofHours(5)), work))
                .isNotEmpty();
    }

    @Test
    void raisesWhenTheOwnOrderIsOpenedAgainAndAgainBetweenGuesses() {
        Story cover = Story.of("mallory").readsOrders(List.of(1)).times(500).every(ofMinutes(6));
        assertThat(tester.watch(guesses, cover)).hasSize(1);
    }

    @Test
    void asksForMoreAfterEachSignalAndIsSurer() {
        List<Signal> signals = tester.watch(guesses.reads("order", odd(1, 60)).every(ofMinutes(30)));
        assertThat(signals).hasSize(3);
        assertThat(signals).extracting(Signal::strength).isSorted();
    }

    @Test
    void countsRefusedGuessesHalfAndNamesThem() {
        Story refused = guesses.isRefused().reads("order", odd(500, 10));
        assertThat(tester.watch(refused)).isEmpty();
        assertThat(tester.watch(refused, guesses.later(ofDays(4))))
                .singleElement()
                .satisfies(signal -> assertThat(signal.happened()).contains("and was refused another 10"));
    }

    @Test
    void staysQuietForWhateverIsExplained() {
        for (Provenance why : EnumSet.complementOf(EnumSet.of(Provenance.UNEXPLAINED))) {
            assertThat(tester.watch(guesses.reads("order", odd(1, 300)).whichWas(why)))
                    .isEmpty();
        }
    }

    @Test
    void staysQuietForADeepLinkNowAndThen() {
        Story work = Story.of("alice").reads("order", odd(1_000, 400)).every(ofHours(1));
        Story links =
                Story.of("alice").reads("order", odd(1, 16)).every(ofHours(24)).neverShown();
        assertThat(tester.watch(work, links)).isEmpty();
    }

    @Test
    void staysQuietForSupportAgentsWhoOpenWhatCustomersTellThem() {
        Story agent = guesses.reads("order", odd(1, 300)).every(ofMinutes(10));
        assertThat(tester.watch(agent.whilePeersGuess(0.6))).isEmpty();
    }

    @Test
    void staysQuietWhereAnswersAreNotSeen() {
        assertThat(tester.watch(guesses.reads("order", odd(1, 300)).whilePeersGuess(Double.NaN)))
                .isEmpty();
    }

    @Test
    void staysQuietForNewcomers() {
        assertThat(tester.watch(guesses.knownFor(ofDays(0)).every(ofHours(1)))).isEmpty();
    }

    @Test
    void raisesBelowAPathAboutOneselfToo() {
        assertThat(tester.watch(guesses.calls("GET /v1/me/orders/{orderId}", Label.SELF)))
                .hasSize(1);
    }

    @Test
    void staysQuietForLogins() {
        assertThat(tester.watch(guesses.calls("POST /v1/login", Label.LOGIN))).isEmpty();
    }

    @Test
    void forgetsAfterItsMemory() {
        Story half = guesses.reads("order", odd(1, 5)).every(ofHours(1));
        assertThat(tester.watch(half, half.reads("order", odd(50, 5)).later(ofDays(40))))
                .isEmpty();
    }

    /// A blind spot named on the card.
    @Test
    void doesNotSeeNineEntities() {
        assertThat(tester.watch(guesses.reads("order", odd(1, 9)))).isEmpty();
    }

    /// A blind spot named on the card.
    @Test
    void doesNotSeeFourEntitiesOfAnotherTenant() {
        assertThat(tester.watch(guesses.whichIs(Whose.OTHER).reads("order", odd(1, 4))))
                .isEmpty();
    }
}
