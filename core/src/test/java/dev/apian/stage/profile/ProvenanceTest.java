// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static dev.apian.stage.profile.Profile.Provenance.CREATED;
import static dev.apian.stage.profile.Profile.Provenance.SHOWN;
import static dev.apian.stage.profile.Profile.Provenance.UNEXPLAINED;
import static dev.apian.stage.profile.Profile.Provenance.USED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;

/// How an actor may have learned of what it touches.
class ProvenanceTest {

    private static final SomeCall READ = SomeCall.get("/orders/7");
    private static final SomeCall LIST = SomeCall.get("/orders").shows("orders", "id", "7");
    private static final SomeCall REFUSED = READ.routedAs("/orders/{orderId}").answered(403);

    private final Actors alice = new Actors();
    private int calls;

    @Test
    void whatWasNeverShownIsUnexplainedOnceAndThenUsed() {
        assertThat(why(READ)).isEqualTo(UNEXPLAINED);
        assertThat(why(READ)).isEqualTo(USED);
    }

    @Test
    void whatAnAnswerShowedIsExplained() {
        see(LIST);

        assertThat(why(READ)).isEqualTo(SHOWN);
        assertThat(why(READ)).isEqualTo(USED);
    }

    @Test
    void whatARefusalShowedIsNot() {
        see(LIST.routedAs("/orders").answered(403));

        assertThat(why(READ)).isEqualTo(UNEXPLAINED);
    }

    @Test
    void whatTheActorCreatedIsItsOwn() {
        SomeCall create = SomeCall.post("/orders").answered(201).shows("", "id", "7");

        assertThat(why(create)).isEqualTo(CREATED);
        assertThat(why(READ)).isEqualTo(CREATED);
    }

    @Test
    void anAnswerDoesNotExplainTheAccessThatItAnswers() {
        assertThat(why(READ.shows("", "id", "7"))).isEqualTo(UNEXPLAINED);
        assertThat(why(SomeCall.post("/invoices/8/pay").shows("", "id", "8"))).isEqualTo(UNEXPLAINED);
        SomeCall addItem = SomeCall.post("/carts/9/items")
                .answered(201)
                .shows("", "id", "55")
                .shows("", "cartId", "9");
        Profile added = see(addItem);
        assertThat(added.provenance(0)).as("the item").isEqualTo(CREATED);
        assertThat(added.provenance(1)).as("the cart").isEqualTo(UNEXPLAINED);
    }

    @Test
    void aRefusalMakesALaterSuccessNoLessUnexplained() {
        assertThat(why(REFUSED)).isEqualTo(UNEXPLAINED);
        assertThat(why(REFUSED)).as("trying again is nothing new").isEqualTo(USED);
        assertThat(why(READ)).isEqualTo(UNEXPLAINED);
        assertThat(why(READ)).isEqualTo(USED);
    }

    @Test
    void whatWasTriedAndThenShownIsExplained() {
        see(REFUSED);
        see(LIST);

        assertThat(why(READ)).isEqualTo(SHOWN);
    }

    @Test
    void whatIsUsedAllTheTimeIsNotForgotten() {
        see(LIST);
        for (int i = 0; i < 3 * Encounters.ENTITIES_MAX; i += 500) {
            see(page(1_000 + i, 500));
            assertThat(why(READ)).as("after " + i).isNotEqualTo(UNEXPLAINED);
        }
    }

    @Test
    void whatIsNotUsedIsForgottenInTheEnd() {
        see(LIST);
        for (int i = 0; i < 3 * Encounters.ENTITIES_MAX; i += 500) {
            see(page(1_000 + i, 500));
        }

        assertThat(why(READ)).isEqualTo(UNEXPLAINED);
    }

    @Test
    void aNewcomerTeachesNothingOfAccesses() {
        see(LIST);
        see(READ);
        see(SomeCall.get("/orders/8"));

        assertThat(alice.lessons()).noneMatch(Lesson.Access.class::isInstance);
    }

    @Test
    void oneKnownForADayTeachesWithTheFirstTouchOfEachEntity() {
        see(LIST);
        alice.see(READ.after(ofDays(2)));
        alice.see(READ.after(ofDays(2)));
        alice.see(SomeCall.get("/orders/8").after(ofDays(2)));
        alice.see(SomeCall.get("/orders/9")
                .routedAs("/orders/{orderId}")
                .answered(404)
                .after(ofDays(2)));

        assertThat(alice.lessons())
                .filteredOn(Lesson.Access.class::isInstance)
                .extracting(lesson -> ((Lesson.Access) lesson).explained())
                .containsExactly(true, false);
    }

    private SomeCall page(int from, int size) {
        SomeCall page = SomeCall.get("/orders");
        for (int i = 0; i < size; i++) {
            page = page.shows("orders", "id", "" + (from + i));
        }
        return page;
    }

    private Profile see(SomeCall call) {
        return alice.see(call.after(ofMinutes(calls++)));
    }

    private Provenance why(SomeCall call) {
        return see(call).provenance(0);
    }
}
