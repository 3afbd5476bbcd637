// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A vendor with a document of a few operations, for the tests.
final class TinyVendor {

    private static final String TEXT = """
            openapi: 3.0.1
            servers:
              - url: https://{region}.example.com/{version}/
                variables:
                  region: {default: eu}
                  version: {default: v1}
            paths:
              /users/{user_id}:
                parameters:
                  - {name: user_id, in: path, schema: {type: string}}
                get:
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/User'}
                delete:
                  responses: {'204': {description: gone}}
              /users/{user_id}/orders:
                get:
                  responses:
                    '200':
                      content:
                        application/json:
                          schema: {type: array, items: {$ref: '#/components/schemas/User'}}
                post:
                  requestBody:
                    content:
                      application/json:
                        schema: {type: object, properties: {amount: {type: number}}}
                  responses: {'201': {description: made}}
              /users/me:
                get:
                  responses: {'200': {description: somebody}}
              /reports/{period}.json:
                get:
                  parameters:
                    - {name: period, in: path, schema: {type: string, enum: [monthly, yearly]}}
                  responses: {'200': {description: a report}}
            components:
              schemas:
                User:
                  allOf:
                    - $ref: '#/components/schemas/Thing'
                    - type: object
                      required: [name]
                      properties:
                        name: {type: string}
                        friend: {$ref: '#/components/schemas/User'}
                Thing:
                  type: object
                  properties:
                    id: {type: integer}
                    userId: {type: string}
            """;

    static final Document DOCUMENT = Document.parse(TEXT.getBytes(StandardCharsets.UTF_8));

    private TinyVendor() {}

    static Operation operation(String method, String path) {
        return DOCUMENT.operation("/v1", method, path);
    }

    static Vendor make() {
        return Vendor.of(
                "tiny",
                List.of(
                        operation("GET", "/users/{user_id}"),
                        operation("DELETE", "/users/{user_id}"),
                        operation("GET", "/users/{user_id}/orders"),
                        operation("POST", "/users/{user_id}/orders"),
                        operation("GET", "/users/me"),
                        operation("GET", "/reports/{period}.json")));
    }
}
