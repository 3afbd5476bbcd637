// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Templates;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Which names mean one type of thing.
class TypeLearnerTest {

    private final TypeLearner types = new TypeLearner();
    private int hour;

    @Test
    void aBuyerIsACustomerBecauseItsIdsAreThoseOfCustomers() {
        opens("customers", "c-", 0, 200);
        shows("buyerId", "c-", 50, 100);
        assertThat(types.typeOf("buyer")).as("within the hour").isEqualTo("buyer");
        anHourPasses();

        assertThat(types.typeOf("buyer")).isEqualTo("customer");
        assertThat(types.typeOf("customer")).isEqualTo("customer");
        Touched call = see(SomeCall.get("/reports").asks("buyerId", "c-150").shows("", "buyerId", "c-150"));
        assertThat(call.touched()).extracting(EntityRef::toString).containsExactly("customer c-150");
        assertThat(call.shown()).extracting(EntityRef::toString).containsExactly("customer c-150");
    }

    @Test
    void oneThingUnderBothNamesIsTouchedOnce() {
        opens("customers", "c-", 0, 200);
        shows("buyerId", "c-", 50, 100);
        anHourPasses();

        assertThat(see(SomeCall.get("/reports").asks("buyerId", "c-1").asks("customerId", "c-1"))
                        .touched())
                .extracting(EntityRef::toString)
                .containsExactly("customer c-1");
    }

    @Test
    void otherIdsStayWhatTheyAre() {
        opens("customers", "c-", 0, 200);
        shows("buyerId", "b-", 0, 200);
        anHourPasses();

        assertThat(types.typeOf("buyer")).isEqualTo("buyer");
    }

    @Test
    void fewIdsInCommonAreChance() {
        opens("customers", "c-", 0, 200);
        shows("buyerId", "c-", 0, 29);
        anHourPasses();
        assertThat(types.typeOf("buyer")).isEqualTo("buyer");

        shows("buyerId", "c-", 29, 1);
        anHourPasses();
        assertThat(types.typeOf("buyer")).isEqualTo("customer");
    }

    @Test
    void smallNumbersThatOverlapByAccidentAreNotJoined() {
        opens("orders", "", 1, 500);
        shows("tableId", "", 1, 100);
        anHourPasses();

        assertThat(types.typeOf("table")).isEqualTo("table");
    }

    @Test
    void numbersFarApartThatAgreeAreNoAccident() {
        for (int i = 0; i < 200; i++) {
            see(SomeCall.get("/customers/" + 7_919L * i));
        }
        for (int i = 0; i < 100; i++) {
            see(SomeCall.get("/reports").shows("", "buyerId", "" + 7_919L * i));
        }
        anHourPasses();

        assertThat(types.typeOf("buyer")).isEqualTo("customer");
    }

    @Test
    void smallNumbersOfNamesThatAreAlikeAreJoined() {
        opens("orders", "", 1, 500);
        shows("lastOrderId", "", 1, 100);
        anHourPasses();

        assertThat(types.typeOf("last_order")).isEqualTo("order");
    }

    @Test
    void theWordThatPathsUseIsBetterThanTheOneWithMoreIds() {
        shows("buyerId", "c-", 0, 200);
        opens("customers", "c-", 0, 60);
        anHourPasses();

        assertThat(types.typeOf("buyer")).isEqualTo("customer");
        assertThat(types.typeOf("customer")).isEqualTo("customer");
    }

    @Test
    void manyNamesJoinOneAndNoneOfThemAnother() {
        opens("customers", "c-", 0, 250);
        shows("buyerId", "c-", 0, 150);
        shows("payerId", "c-", 20, 100);
        shows("recipientId", "c-", 30, 60);
        anHourPasses();

        for (String name : new String[] {"buyer", "payer", "recipient"}) {
            assertThat(types.typeOf(name)).isEqualTo("customer");
        }
    }

    @Test
    void aNameThatOthersJoinedJoinsNobody() {
        shows("buyerId", "c-", 0, 100);
        shows("payerId", "c-", 0, 60);
        anHourPasses();
        assertThat(types.typeOf("payer")).isEqualTo("buyer");

        opens("customers", "c-", 0, 250);
        anHourPasses();
        assertThat(types.typeOf("payer")).as("never changes again").isEqualTo("buyer");
        assertThat(types.typeOf(types.typeOf("payer"))).isEqualTo("buyer");
    }

    @Test
    void whatRefusedCallsNameTeachesNothing() {
        opens("customers", "c-", 0, 200);
        for (int i = 0; i < 100; i++) {
            see(SomeCall.get("/reports").routedAs("/reports").answered(403).asks("buyerId", "c-" + i));
        }
        anHourPasses();

        assertThat(types.typeOf("buyer")).isEqualTo("buyer");
    }

    @Test
    void namesAreBounded() {
        for (int i = 0; i < 2 * TypeLearner.NAMES_MAX; i++) {
            see(SomeCall.get("/reports").shows("", "made" + i + "UpId", "c-" + i));
        }
        int bytes = Saved.bytes(types::save).length;
        for (int i = 0; i < TypeLearner.NAMES_MAX; i++) {
            see(SomeCall.get("/reports").shows("", "other" + i + "Id", "c-" + i));
        }

        assertThat(Saved.bytes(types::save)).hasSize(bytes);
    }

    @Test
    void itGoesOnTheSameAfterARestart() {
        opens("customers", "c-", 0, 200);
        shows("buyerId", "c-", 50, 29);
        TypeLearner restarted = Saved.reloaded(types, new TypeLearner());
        assertThat(restarted.typeOf("buyer")).isEqualTo("buyer");
        for (TypeLearner each : new TypeLearner[] {types, restarted}) {
            each.take(entities(SomeCall.get("/reports").shows("", "buyerId", "c-80")));
            each.take(entities(SomeCall.get("/").after(Duration.ofHours(9))));
            assertThat(each.typeOf("buyer")).isEqualTo("customer");
        }

        assertThat(Saved.reloaded(restarted, new TypeLearner()).typeOf("buyer")).isEqualTo("customer");
    }

    private void opens(String collection, String prefix, int from, int size) {
        for (int i = from; i < from + size; i++) {
            SomeCall call = SomeCall.get("/" + collection + "/" + prefix + i);
            see(call.routedAs("/" + collection + "/{id}"));
        }
    }

    private void shows(String name, String prefix, int from, int size) {
        for (int i = from; i < from + size; i++) {
            see(SomeCall.get("/reports").shows("", name, prefix + i));
        }
    }

    private void anHourPasses() {
        hour++;
        see(SomeCall.get("/"));
    }

    private Touched see(SomeCall call) {
        return types.take(entities(call.after(Duration.ofHours(hour))));
    }

    private static Touched entities(SomeCall call) {
        return Entities.of(Templates.NONE.route(call.call()));
    }
}
