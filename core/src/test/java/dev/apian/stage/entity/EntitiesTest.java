// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Templates;
import dev.apian.testing.SomeCall;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/orders/1001, order 1001",
        "/companies/7, company 7",
        "/order-items/7, order_item 7",
        "/orders/7.json, order 7",
        "/orders/7:cancel, order 7"
    })
    void aPathNamesAnEntityOfItsParent(String path, String entity) {
        assertThat(touched(SomeCall.get(path))).containsExactly(entity);
    }

    @Test
    void theEntityThatAnEndpointIsAboutComesFirst() {
        assertThat(touched(SomeCall.get("/companies/7/orders/1001"))).containsExactly("order 1001", "company 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"orderId", "order_id", "order-id", "OrderID", "orderNumber", "order_ref", "orderIds", "order"})
    void manySpellingsAreOneType(String name) {
        assertThat(touched(SomeCall.get("/reports").asks(name, "1001"))).containsExactly("order 1001");
    }

    @ParameterizedTest
    @CsvSource({"billing_address_id, address", "parentOrderId, order", "customer_account_id, customer_account"})
    void aQualifierIsNoPartOfTheType(String name, String type) {
        assertThat(touched(SomeCall.post("/reports").sends("", name, "7"))).containsExactly(type + " 7");
    }

    @ParameterizedTest
    @CsvSource({
        "'', order",
        "data, order",
        "items, order",
        "Results, order",
        "orders, order",
        "invoices, invoice",
        "billingAddress, billing_address"
    })
    void aBareIdIsOfWhatEnclosesItOrOfTheEndpoint(String owner, String type) {
        assertThat(shown(SomeCall.get("/orders").shows(owner, "id", "7"))).containsExactly(type + " 7");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/7/items, item",
        "/orders/7/cancel, order",
        "/orders/7, order",
        "/orders/7.json, order",
        "/orders, order",
        "/v1/orders, order"
    })
    void anEndpointIsAboutItsLastCollection(String path, String type) {
        assertThat(shown(SomeCall.get(path).shows("", "id", "9"))).containsExactly(type + " 9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requestId",
                "trace_id",
                "sessionId",
                "client_id",
                "csrf",
                "pageNumber",
                "statusCode",
                "country_code",
                "errorCode",
                "username",
                "Email",
                "sub",
                "kid",
                "promoCode"
            })
    void plumbingIsNoEntity(String name) {
        assertThat(touched(SomeCall.get("/orders").asks(name, "7"))).isEmpty();
        assertThat(shown(SomeCall.get("/orders").shows("orders", name, "7"))).isEmpty();
    }

    @Test
    void aVersionIsNoType() {
        assertThat(shown(SomeCall.get("/v1").shows("", "id", "7"))).isEmpty();
    }

    @Test
    void oneEntityNamedTwiceIsTouchedOnce() {
        assertThat(touched(SomeCall.post("/orders/7").sends("", "orderId", "7")))
                .containsExactly("order 7");
    }

    @Test
    void whatAScannerNamesIsNothing() {
        Touched call = entities(SomeCall.get("/orders/7").answered(404).asks("orderId", "8"));

        assertThat(call.touched()).isEmpty();
        assertThat(call.shown()).isEmpty();
    }

    @Test
    void aBatchIsBounded() {
        SomeCall call = SomeCall.post("/orders").answered(201).shows("", "id", "new");
        for (int i = 0; i < 2 * Entities.TOUCHED_MAX; i++) {
            call = call.sends("", "customerId", "c" + i);
        }

        assertThat(touched(call)).hasSize(Entities.TOUCHED_MAX + 1).startsWith("order new", "customer c0");
    }

    @Test
    void aThousandShownAreAllKept() {
        SomeCall call = SomeCall.get("/orders");
        for (int i : IntStream.range(0, 1_000).toArray()) {
            call = call.shows("orders", "id", "" + i);
        }

        assertThat(shown(call)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void aCreatedEntityComesFirst(int status) {
        Touched call = entities(SomeCall.post("/customers/5/orders")
                .answered(status)
                .sends("", "productId", "9")
                .shows("", "id", "1001")
                .shows("", "customerId", "5"));

        assertThat(call.touched())
                .extracting(EntityRef::toString)
                .containsExactly("order 1001", "customer 5", "product 9");
        assertThat(call.created()).isEqualTo(new EntityRef("order", "1001"));
    }

    @Test
    void anIdThatTheClientChoseIsCreated() {
        assertThat(entities(SomeCall.of("PUT", "/orders/7").answered(201).shows("", "id", "7"))
                        .created())
                .isEqualTo(new EntityRef("order", "7"));
        assertThat(entities(SomeCall.post("/orders")
                                .answered(201)
                                .sends("", "orderId", "7")
                                .shows("", "id", "7"))
                        .created())
                .isEqualTo(new EntityRef("order", "7"));
    }

    @Test
    void anActionOnAnEntityCreatesNothingHoweverItIsAnswered() {
        for (int status : new int[] {200, 201}) {
            SomeCall cancel = SomeCall.post("/orders/7/cancel").answered(status).shows("", "id", "7");
            assertThat(entities(cancel).created()).as("status " + status).isNull();
            assertThat(touched(cancel)).containsExactly("order 7");
        }
    }

    @Test
    void lookingUpByPostCreatesNothing() {
        assertThat(entities(SomeCall.post("/orders").sends("", "orderId", "7").shows("orders", "id", "7"))
                        .created())
                .isNull();
    }

    @Test
    void whatTheBodyOfACreationWishesForIsNotThereYet() {
        Touched call = entities(SomeCall.post("/products")
                .answered(201)
                .sends("", "productSlug", "red-shoe")
                .sends("", "supplierId", "s-9")
                .shows("", "id", "p-55")
                .shows("", "supplierId", "s-9"));

        assertThat(call.touched()).extracting(EntityRef::toString).containsExactly("product p-55", "supplier s-9");
        assertThat(call.created()).isEqualTo(new EntityRef("product", "p-55"));
    }

    @Test
    void aCreationTouchesWhatItsPathNamesThoughTheAnswerDoesNot() {
        assertThat(touched(SomeCall.post("/orders/7/copies").answered(201).shows("", "orderId", "8")))
                .contains("order 7");
    }

    @Test
    void whatAnAnswerOtherThanToACreationLeavesOutIsTouched() {
        assertThat(touched(SomeCall.get("/products")
                        .asks("productSlug", "red-shoe")
                        .shows("", "id", "p-55")))
                .containsExactly("product red-shoe");
    }

    @ParameterizedTest
    @CsvSource({"orderReference, urgent", "code, monthly", "order_no, none"})
    void aWordIsNoId(String name, String value) {
        assertThat(touched(SomeCall.get("/orders").asks(name, value))).isEmpty();
        assertThat(shown(SomeCall.get("/orders").shows("", name, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orderReference, R-9",
        "orderId, urgent",
        "orderSlug, urgent",
        "orderNumber, thirteenchars",
        "orderNumber, Urgent"
    })
    void whatIsNoPlainWordOrIsCalledAnIdIsOne(String name, String value) {
        assertThat(touched(SomeCall.get("/orders").asks(name, value))).containsExactly("order " + value);
    }

    @Test
    void readingCreatesNothing() {
        assertThat(touched(SomeCall.get("/orders").shows("orders", "id", "7"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "00042, 42", "999999999999999999, 999999999999999999"})
    void anIdOfDigitsIsANumber(String id, long number) {
        assertThat(new EntityRef("order", id).number()).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "R-9", "-7", "1e3", "1000000000000000000", "٣"})
    void otherIdsAreNone(String id) {
        assertThat(new EntityRef("order", id).number()).isEmpty();
    }

    @Test
    void theSameIdOfAnotherTypeIsAnotherEntity() {
        assertThat(new EntityRef("order", "7").key()).isNotEqualTo(new EntityRef("invoice", "7").key());
    }

    private static Touched entities(SomeCall call) {
        return Entities.of(Templates.NONE.route(call.call()));
    }

    private static List<String> touched(SomeCall call) {
        return entities(call).touched().stream().map(EntityRef::toString).toList();
    }

    private static List<String> shown(SomeCall call) {
        return entities(call).shown().stream().map(EntityRef::toString).toList();
    }
}
