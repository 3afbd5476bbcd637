// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.apian.stage.endpoint.Correction;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDocumentTest {

    private static final String SHOP = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.2.0}
            servers:
              - url: https://API.shop.example:8443/v1/
              - url: https://sandbox.shop.example/v1
            paths:
              /orders/{order-id}:
                parameters:
                  - {name: order-id, in: path, required: true, schema: {type: string}}
                  - {name: expand, in: query, schema: {type: string}}
                get:
                  operationId: getOrder
                  deprecated: true
                  parameters: [{$ref: '#/components/parameters/Fields'}]
                  responses: {200: {description: ok}, 4xx: {description: no}, default: {description: odd}}
                x-internal: {get: nothing}
              /orders:
                post: {responses: {'201': {description: ok}}}
            components:
              parameters:
                Fields: {name: fields, in: query, required: true, schema: {type: string}}
            """;

    @Test
    void anOpenApiDocumentBecomesOperations() throws DocumentException {
        ApiDocument shop = ApiDocument.read("shop", SHOP);

        assertThat(shop.title()).isEqualTo("Shop");
        assertThat(shop.version()).isEqualTo("1.2.0");
        assertThat(shop.hosts()).containsExactlyInAnyOrder("api.shop.example", "sandbox.shop.example");
        assertThat(shop.notes()).isEmpty();
        assertThat(shop.operations())
                .map(Operation::toString)
                .containsExactly("GET /v1/orders/{order-id}", "POST /v1/orders");
        Operation get = shop.operations().getFirst();
        assertThat(get.deprecated()).isTrue();
        assertThat(get.operationId()).isEqualTo("getOrder");
        assertThat(get.parameters()).isEqualTo(Map.of("expand", false, "fields", true));
        assertThat(get.statuses()).containsExactlyInAnyOrder("200", "4XX", "default");
    }

    @Test
    void routesArePinnedOnEveryHostItNames() throws DocumentException {
        assertThat(ApiDocument.read("shop", SHOP).corrections())
                .contains(
                        new Correction.Pin("POST", "api.shop.example", "/v1/orders", "shop"),
                        new Correction.Pin("POST", "sandbox.shop.example", "/v1/orders", "shop"))
                .hasSize(4);
        assertThat(ApiDocument.read("shop", SHOP).at("intern.example").corrections())
                .contains(new Correction.Pin("POST", "intern.example", "/v1/orders", "shop"))
                .hasSize(2);
    }

    @Test
    void aDocumentWithoutHostsSpeaksOfAll() throws DocumentException {
        ApiDocument document = ApiDocument.read("d", minimal("servers: [{url: /api}]"));

        assertThat(document.hosts()).isEmpty();
        assertThat(document.corrections()).containsExactly(new Correction.Pin("GET", "", "/api/a", "d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "servers: [{url: 'https://x.example/{base}', variables: {base: {default: v3, enum: [v2, v3]}}}]"
                        + "|[GET /v2/a, GET /v3/a]|[x.example]",
                "servers: [{url: 'https://x.example{base}', variables: {base: {default:"
                        + " /sell/v1}}}]|[GET /sell/v1/a]|[x.example]",
                "servers: [{url: 'https://{you}.x.example/v1', variables: {you: {default:"
                        + " your-name}}}]|[GET /v1/a]|[]",
                "servers: [{url: 'https://{host}', variables: {host: {default: x.example/v1}}}]|[GET /v1/a]|[]",
                "servers: [{url: 'https://{eu}.x.example', variables: {eu: {default: a, enum: [a,"
                        + " b]}}}]|[GET /a]|[a.x.example, b.x.example]"
            })
    void variablesOfServersStandForTheirValues(String servers, String operations, String hosts)
            throws DocumentException {
        ApiDocument document = ApiDocument.read("d", minimal(servers));

        assertThat(document.operations().stream()
                        .map(Operation::toString)
                        .sorted()
                        .toList())
                .hasToString(operations);
        assertThat(document.hosts().stream().sorted().toList()).hasToString(hosts);
    }

    @Test
    void swaggerHasOneHostAndFields() throws DocumentException {
        ApiDocument document = ApiDocument.read("old", """
                {"swagger": "2.0", "info": {"title": "Old", "version": "1"}, "host": "old.example", "basePath": "/api",
                 "securityDefinitions": {"key": {"type": "apiKey", "in": "query", "name": "key"}},
                 "paths": {"/upload": {"post": {
                   "parameters": [{"name": "size", "in": "formData", "type": "integer"}],
                   "responses": {"200": {"description": "", "schema":
                     {"type": "array", "items": {"$ref": "#/definitions/F"}}}}}}},
                 "definitions": {"F":
                   {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}}}
                """);

        Operation upload = document.operations().getFirst();
        assertThat(upload).hasToString("POST /api/upload");
        assertThat(upload.hosts()).containsExactly("old.example");
        assertThat(upload.parameters()).containsOnlyKeys("key");
        assertThat(upload.request().keys()).containsOnlyKeys("", "size");
        assertThat(upload.response().keys()).containsOnlyKeys("", "[]", "[].id");
    }

    @Test
    void operationsToldApartBehindTheirPathAreOne() throws DocumentException {
        ApiDocument document = ApiDocument.read("d", """
                openapi: 3.0.0
                paths:
                  /rpc#list: {post: {parameters: [{name: page, in: query}], responses: {200: {}}}}
                  /rpc#add: {post: {responses: {201: {}}}}
                """);

        assertThat(document.operations()).map(Operation::toString).containsExactly("POST /rpc");
        assertThat(document.operations().getFirst().statuses()).isEqualTo(Set.of("200", "201"));
    }

    @Test
    void nothingOutsideTheTextIsOpened(@TempDir Path folder) throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        Path file =
                Files.writeString(folder.resolve("more.yaml"), "type: object\nproperties: {secret: {type: string}}");
        String web =
                "http://127.0.0.1:%d/more.yaml".formatted(server.getAddress().getPort());
        try {
            ApiDocument document = ApiDocument.read("d", """
                    openapi: 3.0.0
                    paths:
                      /a: {get: {responses: {200: {content: {application/json: {schema: {$ref: '%s'}}}}}}}
                      /b: {get: {responses: {200: {content: {application/json: {schema: {$ref: '%s#/x'}}}}}}}
                      /c: {$ref: '%s'}
                    """.formatted(file.toUri(), web, web));

            assertThat(document.operations())
                    .hasSize(2)
                    .allSatisfy(operation -> assertThat(operation.response()).isEqualTo(DeclaredBody.NONE));
            assertThat(document.notes()).singleElement().asString().contains("3 references", "not followed");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void pathsThatCannotBeAreLeftOutAndNamed() throws DocumentException {
        ApiDocument document = ApiDocument.read("d", """
                openapi: 3.0.0
                paths: {/a: {get: {}}, b: {get: {}}, '/c/{id': {get: {}}, x-more: {get: {}}}
                """);

        assertThat(document.operations()).hasSize(1);
        assertThat(document.notes())
                .containsExactly(
                        "path b is left out: it should begin with /",
                        "path /c/{id is left out: its braces do not match");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatThrownBy(() -> ApiDocument.read("d.yaml", "asyncapi: 2.0.0\npaths: {b: {get: {}}}"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("d.yaml: has no field openapi or swagger")
                .hasMessageContaining("has no operations under paths")
                .hasMessageContaining("should begin with /");
        assertThatThrownBy(() -> ApiDocument.read("d", "openapi: 4.0.0\npaths: {/a: {get: {}}}"))
                .hasMessageContaining("says version 4.0.0, expected an OpenAPI 3.0 or 3.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "just text", "{", "[1, 2]", "a: [", "{\"openapi\": \"3.0.0\", \"paths\": 7}", "- \uFFFF"})
    void whatIsNoDocumentIsRefusedWithAReason(String text) {
        assertThatThrownBy(() -> ApiDocument.read("d", text))
                .isInstanceOf(DocumentException.class)
                .hasMessageStartingWith("d: ");
    }

    @Test
    void whatIsTooLargeTooDeepOrBlowsUpIsRefused() {
        assertThatThrownBy(() -> ApiDocument.read("d", "x".repeat(ApiDocument.CHARACTERS_MAX + 1)))
                .hasMessageContaining("expected at most 30000000");
        assertThatThrownBy(() -> ApiDocument.read("d", "a: " + "[".repeat(100_000)))
                .isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> ApiDocument.read("d", "{\"a\":" + "[".repeat(100_000)))
                .isInstanceOf(DocumentException.class);
        StringBuilder laughs = new StringBuilder("a0: &a0 [1, 2]\n");
        for (int i = 1; i < 60; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThatThrownBy(() -> ApiDocument.read("d", laughs.toString())).isInstanceOf(DocumentException.class);
    }

    private static String minimal(String servers) {
        return "openapi: 3.1.0\n" + servers + "\npaths: {/a: {get: {responses: {200: {description: ok}}}}}";
    }
}
