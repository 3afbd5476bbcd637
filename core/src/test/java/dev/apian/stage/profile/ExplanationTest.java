// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static dev.apian.stage.profile.Profile.Provenance.PARENT;
import static dev.apian.stage.profile.Profile.Provenance.PEERS;
import static dev.apian.stage.profile.Profile.Provenance.PUBLIC;
import static dev.apian.stage.profile.Profile.Provenance.SHOWN;
import static dev.apian.stage.profile.Profile.Provenance.TENANT;
import static dev.apian.stage.profile.Profile.Provenance.UNEXPLAINED;
import static dev.apian.stage.profile.Profile.Provenance.USED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Whose;
import dev.apian.stream.Tick;
import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What explains the access to an entity that the actor itself never met.
class ExplanationTest {

    private static final SomeCall READ = SomeCall.get("/orders/7");
    private static final SomeCall BELOW = SomeCall.get("/customers/5/orders/7");
    private static final SomeCall CUSTOMERS = SomeCall.get("/customers").shows("customers", "id", "5");

    private final Actors alice = new Actors();
    private int calls;

    @Test
    void whatIsTheTenantsIsExplained() {
        assertThat(see(READ, Whose.TENANT).provenance(0)).isEqualTo(TENANT);
        assertThat(see(SomeCall.get("/orders/8"), Whose.OWN).provenance(0)).isEqualTo(TENANT);
    }

    @Test
    void whatIsForEverybodyIsExplained() {
        assertThat(see(SomeCall.get("/products/7"), Whose.PUBLIC).provenance(0)).isEqualTo(PUBLIC);
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER", "SHARED", "UNKNOWN"})
    void whatIsAnothersOrAnybodysIsNot(Whose whose) {
        assertThat(see(READ, whose).provenance(0)).isEqualTo(UNEXPLAINED);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheActorWasShownOrUsedIsExplainedByThatWhoseverItIs(Whose whose) {
        alice.see(SomeCall.get("/orders").shows("orders", "id", "7"));

        assertThat(see(READ, whose).provenance(0)).isEqualTo(SHOWN);
        assertThat(see(READ, whose).provenance(0)).isEqualTo(USED);
    }

    @Test
    void whatStandsInAPathBelowSomethingExplainedIsPartOfIt() {
        alice.see(CUSTOMERS);
        Profile read = see(BELOW, Whose.UNKNOWN, Whose.UNKNOWN);

        assertThat(read.provenance(1)).as("the customer").isEqualTo(SHOWN);
        assertThat(read.provenance(0)).as("the order").isEqualTo(PARENT);
    }

    @Test
    void aPartOfAPartIsExplainedToo() {
        Profile read = see(SomeCall.get("/customers/5/orders/7/items/3"), Whose.UNKNOWN, Whose.UNKNOWN, Whose.TENANT);

        assertThat(read.provenance(1)).isEqualTo(PARENT);
        assertThat(read.provenance(0)).isEqualTo(PARENT);
    }

    @Test
    void whatIsAnotherTenantsIsNotExplainedByStandingBelowOnesOwn() {
        alice.see(CUSTOMERS);

        assertThat(see(BELOW, Whose.OTHER, Whose.OWN).provenance(0)).isEqualTo(UNEXPLAINED);
        assertThat(see(SomeCall.get("/customers/5/orders/8"), Whose.SHARED, Whose.OWN)
                        .provenance(0))
                .isEqualTo(UNEXPLAINED);
    }

    @Test
    void standingBelowWhatNothingExplainsExplainsNothing() {
        Profile read = see(BELOW, Whose.UNKNOWN, Whose.OTHER);

        assertThat(read.provenance(1)).isEqualTo(UNEXPLAINED);
        assertThat(read.provenance(0)).isEqualTo(UNEXPLAINED);
    }

    @Test
    void standingBelowWhatIsForEverybodyExplainsNothing() {
        assertThat(see(SomeCall.get("/products/5/orders/7"), Whose.UNKNOWN, Whose.PUBLIC)
                        .provenance(0))
                .isEqualTo(UNEXPLAINED);
    }

    @Test
    void anIdInTheQueryIsNoPartOfThePath() {
        alice.see(CUSTOMERS);

        Profile read = see(SomeCall.get("/customers/5").asks("orderId", "7"), Whose.UNKNOWN, Whose.UNKNOWN);
        assertThat(read.provenance(0)).isEqualTo(SHOWN);
        assertThat(read.provenance(1)).as("the order").isEqualTo(UNEXPLAINED);
    }

    @Test
    void anAccessThatTheTenantExplainsTeachesThatAccessesAreExplained() {
        alice.see(CUSTOMERS);
        alice.see(READ.after(ofDays(2)), Whose.TENANT);
        alice.see(SomeCall.get("/orders/8").after(ofDays(2)), Whose.OTHER);

        assertThat(alice.lessons())
                .filteredOn(Lesson.Access.class::isInstance)
                .extracting(lesson -> ((Lesson.Access) lesson).explained())
                .containsExactly(true, false);
    }

    @Test
    void wherePeersAreSeldomShownThingsBeforehandNotToHaveBeenIsNothingSpecial() {
        alice.see(CUSTOMERS);
        alice.see(READ.after(ofDays(2)));
        Lesson.Access access = alice.lessons().stream()
                .filter(Lesson.Access.class::isInstance)
                .map(Lesson.Access.class::cast)
                .findFirst()
                .orElseThrow();

        alice.know(whereOutOfAHundredAreUnexplained(34, access));
        Profile rare = alice.see(SomeCall.get("/orders/8").after(ofDays(2)));
        assertThat(rare.explanation(0)).isEqualTo(UNEXPLAINED);

        alice.know(whereOutOfAHundredAreUnexplained(35, access));
        Profile usual = alice.see(SomeCall.get("/orders/9").after(ofDays(2)));
        assertThat(usual.explanation(0)).isEqualTo(PEERS);
        assertThat(usual.provenance(0)).as("of the actor itself").isEqualTo(UNEXPLAINED);

        Profile better = alice.see(SomeCall.get("/orders/10").after(ofDays(2)), Whose.TENANT);
        assertThat(better.explanation(0)).as("a better explanation").isEqualTo(TENANT);
    }

    @Test
    void peersExplainNothingWhereNothingIsKnownOfThem() {
        assertThat(see(READ, Whose.UNKNOWN).explanation(0)).isEqualTo(UNEXPLAINED);
    }

    private static Population whereOutOfAHundredAreUnexplained(int unexplained, Lesson.Access like) {
        PopulationLearner learner = new PopulationLearner();
        for (int i = 0; i < 100; i++) {
            learner.learn(new Lesson.Access(like.group(), like.endpoint(), i >= unexplained, like.micros()));
        }
        return learner.publish(Tick.of(like.micros()));
    }

    private Profile see(SomeCall call, Whose... whose) {
        return alice.see(call.after(ofMinutes(calls++)), whose);
    }
}
