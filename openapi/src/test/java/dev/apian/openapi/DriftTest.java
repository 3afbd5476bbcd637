// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static dev.apian.openapi.Inventory.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every kind of drift, and as often that there is none.
class DriftTest {

    private static final String SHOP = """
            openapi: 3.0.3
            servers: [{url: 'https://api.shop.example'}]
            paths:
              /orders/{id}:
                get:
                  parameters: [{name: expand, in: query}, {name: filter, in: query}]
                  responses:
                    200: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
                    409: {}
              /orders/{id}:cancel: {post: {deprecated: true, responses: {default: {}}}}
              /orders/latest: {get: {responses: {2XX: {}}}}
              /files/{path+}: {get: {responses: {200: {}}}}
            components:
              schemas:
                Order:
                  type: object
                  required: [id, lines]
                  properties:
                    id: {type: integer}
                    total: {type: number}
                    note: {type: string}
                    extra: {type: object}
                    customer:
                      type: object
                      additionalProperties: false
                      required: [name]
                      properties: {name: {type: string, nullable: true}}
                    lines: {type: array, items: {type: object, required: [sku], properties: {sku: {type: string}}}}
            """;

    private static final List<Listed> ALL = List.of(
            seen("GET", "/orders/{orderId}").listed(),
            seen("GET", "/orders/latest").listed(),
            seen("GET", "/files/{file}").listed());

    @Test
    void trafficThatKeepsToTheDocumentDriftsNowhere() {
        assertThat(drifts(ALL)).isEmpty();
        assertThat(drifts(with(seen("GET", "/orders/{id}")
                        .parameters(Map.of("expand", 3L, "filter[name]", 2L))
                        .statuses(Map.of(200, 90L, 409, 2L, 401, 5L, 403, 5L, 404, 5L, 429, 5L, 304, 4L, 503, 4L))
                        .response("id integer 120, total integer 100, total number 20, lines[] array 120,"
                                + " lines[].sku string 90, customer object 30, customer.name string 20,"
                                + " customer.name null 10,"
                                + " extra object 3, extra.any object 3, extra.any.more string 3"))))
                .isEmpty();
    }

    @Test
    void whatIsServedAndInNoDocumentIsAShadow() {
        assertThat(drifts(with(seen("GET", "/admin/export").served(7, 0))))
                .containsExactly("shadow GET /admin/export: in no document, served in 7 of 120 calls");
    }

    @Test
    void whatIsRefusedUnmatchedElsewhereOrNoApiIsNoShadow() {
        assertThat(drifts(with(seen("GET", "/admin").served(0, 0)))).isEmpty();
        assertThat(drifts(with(seen("GET", "/{unmatched}").is(Label.UNMATCHED))))
                .isEmpty();
        assertThat(drifts(with(seen("GET", "/logo/{file}.png").is(Label.STATIC))))
                .isEmpty();
        assertThat(drifts(with(seen("GET", "/admin").on("other.example")))).isEmpty();
        assertThat(drifts(with(seen("OPTIONS", "/orders/{id}")))).isEmpty();
        assertThat(drifts(with(seen("HEAD", "/orders/{id}")))).isEmpty();
        assertThat(Drift.of(List.of(), List.of(seen("GET", "/admin").listed()))).isEmpty();
    }

    @Test
    void aNameUnderADocumentedParameterIsCoveredByIt() {
        assertThat(drifts(with(seen("GET", "/orders/1001"), seen("GET", "/files/a/b/{file}"))))
                .isEmpty();
        assertThat(drifts(with(seen("GET", "/orders/1001/lines")))).hasSize(1);
    }

    @Test
    void whatIsDeprecatedAndStillCalledIsAZombie() {
        assertThat(drifts(with(seen("POST", "/orders/{id}:cancel"))))
                .containsExactly("zombie POST /orders/{id}:cancel: deprecated, still called: 120 calls");
    }

    @Test
    void anOldVersionBesideANewOneIsAZombieAndNoShadow() {
        List<String> drifts = drifts(with(seen("GET", "/v1/things/{id}"), seen("GET", "/v2/things/{thingId}")));

        assertThat(drifts)
                .contains("zombie GET /v1/things/{id}: there is /v2/things/{}, still called: 120 calls")
                .anyMatch(drift -> drift.startsWith("shadow GET /v2/"))
                .hasSize(2);
    }

    @Test
    void aVersionThatIsRefusedOrOfAnotherPathIsNoZombie() {
        assertThat(drifts(with(seen("GET", "/v1/things").served(0, 0), seen("GET", "/v2/things"))))
                .noneMatch(drift -> drift.startsWith("zombie"));
        assertThat(drifts(with(seen("GET", "/v1/things"), seen("GET", "/v2/others"))))
                .noneMatch(drift -> drift.startsWith("zombie"));
        assertThat(drifts(with(
                        seen("GET", "/v1/things"), seen("GET", "/v2/things").on("other.example"))))
                .noneMatch(drift -> drift.startsWith("zombie"));
    }

    @Test
    void whatIsDocumentedAndNeverSeenIsUnused() {
        assertThat(drifts(ALL.subList(0, 2))).containsExactly("unused GET /files/{path+}: documented, never seen");
    }

    @Test
    void parametersAndStatusesThatAreNotDocumentedAreCounted() {
        assertThat(drifts(with(seen("GET", "/orders/{id}")
                        .parameters(Map.of("debug", 3L))
                        .statuses(Map.of(200, 100L, 202, 1L, 418, 2L, 500, 3L)))))
                .containsExactly(
                        "parameter GET /orders/{id}: 3 of 120 calls have the parameter `debug`,"
                                + " which is not documented",
                        "status GET /orders/{id}: 1 of 120 calls answered 202, which is not documented",
                        "status GET /orders/{id}: 2 of 120 calls answered 418, which is not documented",
                        "status GET /orders/{id}: 3 of 120 calls answered 500, which is not documented");
    }

    @Test
    void defaultAndRangesCoverStatuses() {
        assertThat(drifts(with(seen("GET", "/orders/latest").statuses(Map.of(200, 1L, 206, 2L)))))
                .isEmpty();
        assertThat(drifts(with(seen("POST", "/orders/{id}:cancel").statuses(Map.of(500, 1L, 418, 2L)))))
                .allMatch(drift -> drift.startsWith("zombie"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ssn string 3; key GET /orders/{id}: 3 of 120 response bodies have `ssn`, which is not documented",
                "customer object 9, customer.name string 9, customer.age integer 2"
                        + "; key GET /orders/{id}: 2 of 120 response bodies have `customer.age`,"
                        + " which the schema rules out",
                "note null 4; type GET /orders/{id}: 4 of 120 response bodies have `note` as null,"
                        + " documented as string",
                "total string 4; type GET /orders/{id}: 4 of 120 response bodies have `total` as"
                        + " string, documented as number",
                "customer object 9, customer.age integer 9"
                        + "; required GET /orders/{id}: 9 of 9 response bodies lack `customer.name`",
                "ssn object 1, ssn.a string 1, ssn.b[] array 1"
                        + "; key GET /orders/{id}: 1 of 120 response bodies have `ssn`, which is not documented",
                "note[] array 4; type GET /orders/{id}: 4 of 120 response bodies have `note` as array,"
                        + " documented as string",
            })
    void bodiesThatDifferFromTheSchemaAreCounted(String keys, String drift) {
        assertThat(drifts(with(response("id integer 120, lines[] array 120, " + keys))))
                .contains(drift);
    }

    @Test
    void aRequiredKeyThatIsAbsentInSomeBodiesIsCounted() {
        assertThat(drifts(with(response("id integer 117, lines[] array 120"))))
                .containsExactly("required GET /orders/{id}: 3 of 120 response bodies lack `id`");
    }

    @Test
    void aKeyInAnOptionalObjectOrAnItemIsRequiredOnlyWhereThatStands() {
        String full = "id integer 120, lines[] array 120";

        assertThat(drifts(with(response(full)))).isEmpty();
        assertThat(drifts(with(response(full + ", lines[].sku string 20")))).isEmpty();
        assertThat(drifts(with(response(full + ", customer object 5, customer.name string 5"))))
                .isEmpty();
        assertThat(drifts(with(response(full + ", lines[].sku string 20, lines[].price number 25"))))
                .contains("required GET /orders/{id}: 5 of 25 response bodies lack `lines[].sku`");
    }

    @Test
    void whereKeysWereNotCountedNobodyKnowsWhetherOneWasAbsent() {
        assertThat(drifts(with(response("id integer 110, lines[] array 120").unlisted(1))))
                .isEmpty();
    }

    @Test
    void aBodyOfAnotherFormIsOneDrift() {
        assertThat(drifts(with(response("[] array 120, [].id integer 120"))))
                .containsExactly(
                        "type GET /orders/{id}: 120 of 120 response bodies are array," + " documented as object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id integer 3", "a.b string 2", "[] array 3"})
    void bodiesOfWhichADocumentSaysNothingAreNotCompared(String keys) {
        assertThat(drifts(with(seen("GET", "/orders/latest").response(keys).request(keys))))
                .isEmpty();
    }

    private static Inventory response(String keys) {
        return seen("GET", "/orders/{id}").response(keys);
    }

    /// Some lines instead of those about the same.
    private static List<Listed> with(Inventory... lines) {
        List<Listed> listed = new ArrayList<>(ALL);
        Arrays.stream(lines).map(Inventory::listed).forEach(line -> {
            listed.removeIf(other -> line.endpoint().template().startsWith("/orders/{")
                    && other.endpoint().template().startsWith("/orders/{")
                    && line.endpoint().method().equals(other.endpoint().method()));
            listed.add(line);
        });
        return listed;
    }

    private static List<String> drifts(List<Listed> listed) {
        try {
            return Drift.of(List.of(ApiDocument.read("shop", SHOP)), listed).stream()
                    .map(drift -> drift.kind() + " " + drift.place() + ": " + drift.says())
                    .toList();
        } catch (DocumentException e) {
            throw new AssertionError(e);
        }
    }
}
