// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Routed.PathParameter;
import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/orders/7, /v1/orders/{orderId}",
        "/v1/orders/7/, /v1/orders/{orderId}",
        "//v1///orders//7, /v1/orders/{orderId}",
        "/v1/7, /v1/{id}",
        "/7, /{id}",
        "/, /",
        "'', /",
        "/companies/7/addresses/9, /companies/{companyId}/addresses/{addressId}",
        "/order-items/7, /order-items/{orderItemId}",
        "/users/me, /users/me",
        "/users/7/me, /users/{userId}/me",
        "/orders/7.json, /orders/{orderId}.json",
        "/orders/7.exe, /orders/7.exe",
        "/orders/7:cancel, /orders/{orderId}:cancel",
        "/orders/new:cancel, /orders/new:cancel",
        "/orders/{orderId}, /orders/{orderId}",
        "/orders/:id, /orders/{orderId}",
        "/static/css/app.9f8e.css, /static/css/{file}.css",
        "/logo.png, /{file}.png",
        "/robots.txt, /robots.txt",
        "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r, /a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/**"
    })
    void aPathGetsATemplate(String path, String template) {
        assertThat(route(SomeCall.get(path)).endpoint().template()).isEqualTo(template);
    }

    @Test
    void variablePartsAreNamedAfterTheirParentAndCarryTheirValues() {
        assertThat(route(SomeCall.get("/v1/companies/7/orders/R-9.json")).parameters())
                .containsExactly(
                        new PathParameter("companyId", "companies", "7"),
                        new PathParameter("orderId", "orders", "R-9"));
    }

    @Test
    void partsOfAPageAreNoEntities() {
        assertThat(route(SomeCall.get("/static/7/app.css")).parameters())
                .containsExactly(new PathParameter("staticId", "static", "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/{id}, /orders/{id}, id, R9",
        "/orders/:id, /orders/{id}, id, R9",
        "/orders/<int:id>, /orders/{id}, id, R9",
        "/orders/<id>, /orders/{id}, id, R9",
        "/orders/{id:int}, /orders/{id}, id, R9",
        "'/orders/{id:[0-9]{1,9}}', /orders/{id}, id, R9",
        "/orders/{id?}, /orders/{id}, id, R9",
        "/orders/{*id}, /orders/{id}, id, R9",
        "/orders/:id(.:format), /orders/{id}, id, R9",
        "/orders/:order_id(\\d+), /orders/{order_id}, order_id, R9",
        "/{tenant}/{id}, /{tenant}/{id}, tenant, orders"
    })
    void theFrameworksRouteWins(String route, String template, String name, String value) {
        Routed routed = route(SomeCall.get("/orders/R9").routedAs(route));

        assertThat(routed.endpoint().template()).isEqualTo(template);
        assertThat(routed.parameters()).first().satisfies(parameter -> {
            assertThat(parameter.name()).isEqualTo(name);
            assertThat(parameter.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"/orders/{id}.json", "/orders/:id.json"})
    void aSuffixInTheRouteIsNoPartOfTheValue(String route) {
        Routed routed = route(SomeCall.get("/orders/R9.json").routedAs(route));

        assertThat(routed.endpoint().template()).isEqualTo("/orders/{id}.json");
        assertThat(routed.parameters()).extracting(PathParameter::value).containsExactly("R9");
    }

    @Test
    void aRouteToldWithoutItsMountFindsItsValues() {
        assertThat(route(SomeCall.get("/shop/api/orders/R9").routedAs("/orders/{id}"))
                        .parameters())
                .containsExactly(new PathParameter("id", "orders", "R9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/{id}", "/orders/{id}/items/{item}/parts", "/a/b/{id}"})
    void aRouteThatDoesNotFitThePathTakesNoValuesFromIt(String route) {
        Routed routed = route(SomeCall.get("/orders/R9").routedAs(route));

        assertThat(routed.endpoint().template()).isEqualTo(route);
        assertThat(routed.parameters()).isEmpty();
    }

    @Test
    void aRouteAndAPathOfTheSameFormAreOneEndpoint() {
        assertThat(route(SomeCall.get("/orders/7").routedAs("/orders/:id"))
                        .endpoint()
                        .id())
                .isEqualTo(route(SomeCall.get("/orders/8")).endpoint().id());
    }

    @Test
    void methodsAreEndpointsOfTheirOwn() {
        assertThat(route(SomeCall.get("/orders")).endpoint().id())
                .isNotEqualTo(route(SomeCall.post("/orders")).endpoint().id());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
    void whatAScannerGuessesStaysTogether(int status) {
        Endpoint one = route(SomeCall.get("/.env").answered(status)).endpoint();
        Endpoint other = route(SomeCall.get("/wp-admin/7").answered(status)).endpoint();

        assertThat(one).isEqualTo(other);
        assertThat(one.is(Label.UNMATCHED)).isTrue();
        assertThat(one.sensitivity()).isEqualTo(Sensitivity.LOW);
    }

    @Test
    void aKnownEndpointThatRefusesIsStillItself() {
        Endpoint orders = route(SomeCall.get("/orders/7")).endpoint();
        TemplateLearner learner = new TemplateLearner();
        learner.learn(route(SomeCall.get("/orders/7")));
        Templates templates = learner.publish(1);

        assertThat(templates
                        .route(SomeCall.get("/orders/8").answered(403).call())
                        .endpoint())
                .isEqualTo(orders);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/auth/login, LOGIN, MEDIUM",
        "POST, /oauth/token, TOKEN, MEDIUM",
        "GET, /users/me, SELF, MEDIUM",
        "GET, /admin/users, ADMIN, HIGH",
        "GET, /orders/export, EXPORT, HIGH",
        "POST, /refunds, PAYMENT, MEDIUM",
        "GET, /API-Keys, SECRET, HIGH",
        "GET, /search, SEARCH, LOW",
        "GET, /healthz, HEALTH, LOW",
        "GET, /index.html, STATIC, LOW"
    })
    void wordsTellWhatAnEndpointIsFor(String method, String path, Label label, Sensitivity sensitivity) {
        Endpoint endpoint = route(SomeCall.of(method, path)).endpoint();

        assertThat(endpoint.is(label)).isTrue();
        assertThat(endpoint.sensitivity()).isEqualTo(sensitivity);
    }

    @Test
    void wordsWithinWordsAndValuesTellNothing() {
        assertThat(route(SomeCall.get("/administrators-guide/payload/met"))
                        .endpoint()
                        .labels())
                .isEmpty();
        assertThat(route(SomeCall.of("DELETE", "/orders/7")).endpoint().sensitivity())
                .isEqualTo(Sensitivity.MEDIUM);
    }

    private static Routed route(SomeCall call) {
        return Templates.NONE.route(call.call());
    }
}
