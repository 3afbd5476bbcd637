// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static dev.apian.openapi.Inventory.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiDocumentJsonTest {

    private static final String TEXT = """
            openapi: 3.0.3
            info: {title: Shop, version: 1.2.0}
            servers: [{url: 'https://b.example'}, {url: 'https://a.example'}]
            paths:
              /orders/{id}:
                get:
                  deprecated: true
                  operationId: getOrder
                  description: not kept
                  parameters: [{name: expand, in: query, required: true}]
                  responses: {200: {content: {application/json: {schema: {type: object, required: [id],
                    additionalProperties: false, properties: {id: {type: string, nullable: true, example: hunter2}}}}}}}
              broken: {}
            """;

    @Test
    void whatIsKeptIsTheWholeDocumentWithoutItsExamples() throws DocumentException {
        ApiDocument document = ApiDocument.read("shop", TEXT);
        String json = ApiDocumentJson.of(document);

        assertThat(ApiDocumentJson.read(json)).isEqualTo(document);
        assertThat(json).doesNotContain("hunter2", "not kept");
    }

    @Test
    void aDriftAsJsonHasItsNumbers() throws DocumentException {
        List<Drift> drifts = Drift.of(
                List.of(ApiDocument.read("shop", TEXT)),
                List.of(seen("GET", "/orders/{id}")
                        .on("a.example")
                        .parameters(Map.of("expand", 1L))
                        .response("id integer 3")
                        .listed()));

        assertThat(DriftJson.of(drifts).toString())
                .contains("\"kind\":\"zombie\"")
                .contains("\"kind\":\"type\",\"document\":\"shop\",\"endpoint\":\"GET /orders/{id}\"")
                .contains("\"direction\":\"response\",\"name\":\"id\",\"count\":3,\"of\":120");
    }
}
