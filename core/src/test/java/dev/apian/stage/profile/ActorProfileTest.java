// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Norms.LevelKey;
import dev.apian.stage.profile.Population.Pair;
import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.Profile.Trait;
import dev.apian.stage.profile.peers.PeerModel;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActorProfileTest {

    private static final SomeCall ORDERS = SomeCall.get("/v1/orders");
    private static final long ORDERS_ID =
            Templates.NONE.route(ORDERS.call()).endpoint().id();
    private static final long USERS = Hash.of("group", "user");

    private final Actors alice = new Actors();

    @Test
    void aStrangerIsStillToBeLearned() {
        Profile profile = alice.see(ORDERS);

        assertThat(profile.age()).isZero();
        assertThat(profile.firstUse()).isTrue();
        assertThat(profile.peers()).isEqualTo(new Peers("user", 0, 0, 0));
        assertThat(profile.unexplainedShare()).isNaN();
        for (Scale scale : Scale.values()) {
            assertThat(profile.calls(scale).observed()).isEqualTo(1);
            assertThat(profile.calls(scale).usual()).isInstanceOf(Usual.StillLearning.class);
        }
        for (Trait trait : Trait.values()) {
            assertThat(profile.familiar(trait)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void habitsAreLearnedAtEveryScale(Scale scale) {
        for (int window = 0; window < 7; window++) {
            for (int i = 0; i < 4; i++) {
                alice.see(ORDERS.at(SomeCall.START + window * scale.micros() + i));
            }
        }
        Profile profile = alice.see(ORDERS.at(SomeCall.START + 7 * scale.micros()));

        assertThat(profile.calls(scale).observed()).isEqualTo(1);
        if (scale == Scale.MONTH) {
            // at 28 days, a half-life of 21 leaves too little to know a habit by
            assertThat(profile.calls(scale).usual()).isInstanceOf(Usual.StillLearning.class);
        } else {
            assertThat(profile.calls(scale).usual()).isInstanceOfSatisfying(Usual.Known.class, usual -> {
                assertThat(usual.expected()).isCloseTo(4, within(0.01));
                assertThat(usual.ofPeers()).isFalse();
                assertThat(usual.probabilityOf(4)).isGreaterThan(0.3);
                assertThat(usual.probabilityOf(200)).isLessThan(1e-6);
                assertThat(usual.upper()).isBetween(8L, 40L);
            });
        }
    }

    @Test
    void peersSpeakForANewcomerUntilItIsKnownItself() {
        Level level = new Level(1_000, 5, List.of(1.5, 1.2, 1.0));
        alice.know(knowing(Map.of(new LevelKey(ORDERS_ID, Actor.Kind.USER, Scale.HOUR), level), Map.of()));
        Usual asPeers = alice.see(ORDERS).calls(Scale.HOUR).usual();
        for (int hour = 1; hour < 8; hour++) {
            alice.see(ORDERS, 20, ofHours(hour));
        }
        Usual asItself = alice.see(ORDERS.after(ofHours(8))).calls(Scale.HOUR).usual();

        assertThat(asPeers).isEqualTo(new Usual.Known(new Expected(5, 1.5), 0, true, 1, 1, Tail.UNTOLD));
        assertThat(asItself).isInstanceOfSatisfying(Usual.Known.class, usual -> {
            assertThat(usual.expected()).as("between 6 and its own 20, slowly").isBetween(11.0, 17.0);
            assertThat(usual.ofPeers()).isFalse();
        });
    }

    @Test
    void peersOfAnotherKindSayNothing() {
        Level level = new Level(1_000, 5, List.of(1.5, 1.2, 1.0));
        alice.know(knowing(Map.of(new LevelKey(ORDERS_ID, Actor.Kind.SERVICE, Scale.HOUR), level), Map.of()));

        assertThat(alice.see(ORDERS).calls(Scale.HOUR).usual()).isInstanceOf(Usual.StillLearning.class);
    }

    @Test
    void theFirstUseIsTheFirstCallServed() {
        assertThat(alice.see(ORDERS.routedAs("/v1/orders").answered(403)).firstUse())
                .isTrue();
        assertThat(alice.see(ORDERS.after(ofMinutes(1))).firstUse())
                .as("refused before")
                .isTrue();
        assertThat(alice.see(ORDERS.after(ofMinutes(2))).firstUse()).isFalse();
        assertThat(alice.see(SomeCall.post("/v1/orders").after(ofMinutes(3))).firstUse())
                .isTrue();
    }

    @Test
    void theEndpointUnusedForLongestMakesRoom() {
        for (int i = 0; i <= ActorProfile.ENDPOINTS_MAX; i++) {
            alice.see(SomeCall.get("/v1/" + "x".repeat(i + 1)).after(ofMinutes(i)));
        }

        assertThat(alice.see(SomeCall.get("/v1/xx").after(ofDays(1))).firstUse())
                .isFalse();
        assertThat(alice.see(SomeCall.get("/v1/x").after(ofDays(1))).firstUse()).isTrue();
    }

    @Test
    void whatIsKnownOfACallersSidesGrowsWithTime() {
        alice.see(ORDERS.inCountry("DE"));
        Profile later = alice.see(ORDERS.inCountry("DE").after(ofDays(3)));
        Profile abroad = alice.see(ORDERS.inCountry("FR").after(ofDays(4)));

        assertThat(later.familiar(Trait.COUNTRY)).isEqualTo(ofDays(3));
        assertThat(abroad.familiar(Trait.COUNTRY)).isZero();
        assertThat(abroad.familiar(Trait.NETWORK)).isEqualTo(ofDays(4));
        assertThat(abroad.familiar(Trait.DEVICE)).isEqualTo(ofDays(4));
    }

    @Test
    void whatIsNotKnownCannotBeNew() {
        alice.see(ORDERS.inCountry("DE"));

        Profile unknown = alice.see(ORDERS.from("", "").after(ofDays(2)));
        for (Trait trait : Trait.values()) {
            assertThat(unknown.familiar(trait)).isEqualTo(ofDays(2));
        }
    }

    @Test
    void oneGroupIsToldOncePerEpochAndUseOncePerEndpoint() {
        alice.see(ORDERS, 3, Duration.ZERO);
        assertThat(ofUse())
                .containsExactly(
                        new Lesson.Active(USERS, SomeCall.START), new Lesson.Used(USERS, ORDERS_ID, SomeCall.START));

        alice.see(ORDERS.after(ofDays(14)));
        assertThat(ofUse())
                .hasOnlyElementsOfTypes(Lesson.Active.class, Lesson.Used.class)
                .hasSize(2);
    }

    @Test
    void useIsToldOncePerDayForThePeers() {
        for (int hour = 0; hour < 48; hour += 6) {
            alice.see(ORDERS.after(ofHours(hour)));
        }

        assertThat(alice.lessons()).filteredOn(Lesson.UsedOn.class::isInstance).hasSizeBetween(2, 3);
    }

    @Test
    void beingRefusedIsNoUse() {
        alice.see(ORDERS.routedAs("/v1/orders").answered(403));

        assertThat(ofUse()).hasOnlyElementsOfType(Lesson.Active.class);
    }

    @Test
    void tokensOfSeveralScopesMakeOneMemberOfEachGroup() {
        for (int i = 0; i < 10; i++) {
            alice.see(ORDERS.withRoles(i % 2 == 0 ? "read" : "write").after(ofMinutes(i)));
        }

        assertThat(alice.lessons()).filteredOn(Lesson.Active.class::isInstance).hasSize(2);
    }

    @Test
    void rolesNameTheGroupAndStayWhenACallDoesNotTellThem() {
        alice.see(ORDERS);
        assertThat(alice.profile().group()).isEqualTo("user");
        alice.see(ORDERS.withRoles("clerk", "sales"));
        alice.see(ORDERS);

        assertThat(alice.profile().group()).isEqualTo("clerk, sales");
    }

    @Test
    void aWindowThatClosedIsToldWithWhatWasKnownBeforeIt() {
        alice.see(ORDERS, 5, Duration.ZERO);
        alice.see(ORDERS.after(ofHours(30)));

        assertThat(windows(ORDERS_ID, Scale.HOUR)).singleElement().satisfies(window -> {
            assertThat(window.count()).isEqualTo(5);
            assertThat(window.weight()).isEqualTo(1);
            assertThat(window.before()).isEqualTo(Past.NONE);
        });
    }

    @Test
    void ofWindowsWithASingleCallOneInEightIsToldForAll() {
        for (int hour = 0; hour < 800; hour++) {
            alice.see(ORDERS.after(ofHours(hour)));
        }

        List<Lesson.Window> told = windows(ORDERS_ID, Scale.HOUR);
        assertThat(told).hasSizeBetween(70, 130).allMatch(window -> window.weight() == 8);
    }

    @Test
    void monthsAreNotTold() {
        for (int month = 0; month < 4; month++) {
            alice.see(ORDERS, 5, ofDays(28L * month));
        }

        assertThat(alice.lessons())
                .filteredOn(Lesson.Window.class::isInstance)
                .extracting(lesson -> ((Lesson.Window) lesson).scale())
                .contains(Scale.TEN_MINUTES, Scale.HOUR, Scale.DAY)
                .doesNotContain(Scale.MONTH);
    }

    @Test
    void whatIsCountedOverAllEndpointsIsToldToo() {
        alice.see(ORDERS, 5, Duration.ZERO);
        alice.see(ORDERS.routedAs("/v1/orders").answered(403).after(ofMinutes(6)));
        alice.see(ORDERS.after(ofHours(30)));

        assertThat(alice.lessons())
                .filteredOn(lesson -> lesson instanceof Lesson.Window window && window.scale() == Scale.HOUR)
                .extracting(lesson -> ((Lesson.Window) lesson).endpoint())
                .contains(ORDERS_ID, Measure.CALLS.key())
                .doesNotContain(Measure.SENSITIVE.key());
    }

    @Test
    void callsOfTenMinutesAreToldInSteps() {
        for (int i = 0; i < 40; i++) {
            alice.see(ORDERS.at(SomeCall.START + i));
        }

        List<Lesson.Flow> told = alice.lessons().stream()
                .filter(Lesson.Flow.class::isInstance)
                .map(Lesson.Flow.class::cast)
                .toList();
        assertThat(told).extracting(Lesson.Flow::count).containsExactly(1, 2, 3, 4, 6, 8, 12, 16, 24, 32);
        assertThat(told).extracting(Lesson.Flow::before).containsExactly(0, 1, 2, 3, 4, 6, 8, 12, 16, 24);
    }

    @Test
    void endpointsThatMergeAddTheirHistories() {
        TemplateLearner learner = new TemplateLearner();
        Templates templates = Templates.NONE;
        for (int name = 0; name < 60; name++) {
            SomeCall call = SomeCall.get("/users/" + "n".repeat(name + 1)).after(ofMinutes(name / 10));
            learner.learn(templates.route(call.call()));
            alice.see(call);
        }
        templates = learner.publish(0);
        alice.know(templates);
        Profile profile = alice.see(SomeCall.get("/users/somebody").after(ofMinutes(7)));

        assertThat(profile.firstUse()).isFalse();
        assertThat(profile.calls(Scale.HOUR).observed()).isEqualTo(61);
    }

    @Test
    void peersAreThoseOfTheSameGroup() {
        alice.know(knowing(
                Map.of(),
                Map.of(
                        new Pair(USERS, Population.ALL), 40,
                        new Pair(USERS, ORDERS_ID), 3,
                        new Pair(Population.ALL, ORDERS_ID), 9)));

        assertThat(alice.see(ORDERS).peers()).isEqualTo(new Peers("user", 40, 3, 9));
        assertThat(alice.see(ORDERS.withRoles("admin")).peers()).isEqualTo(new Peers("admin", 0, 0, 9));
    }

    /// Lessons of who uses what.
    private List<Lesson> ofUse() {
        return alice.lessons().stream()
                .filter(lesson -> lesson instanceof Lesson.Active || lesson instanceof Lesson.Used)
                .toList();
    }

    private List<Lesson.Window> windows(long counted, Scale scale) {
        return alice.lessons().stream()
                .filter(Lesson.Window.class::isInstance)
                .map(Lesson.Window.class::cast)
                .filter(window -> window.endpoint() == counted && window.scale() == scale)
                .toList();
    }

    private static Population knowing(Map<LevelKey, Level> levels, Map<Pair, Integer> users) {
        return new Population(
                users, new Norms(levels, Map.of(), Map.of()), Tides.NONE, Map.of(), Map.of(), PeerModel.UNKNOWN);
    }
}
