// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.openapi.DeclaredKey.Rest;
import dev.apian.stage.call.Body;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Schemas as keys. A key is written `path type|type`, with `!` if it is required.
class DeclaredBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{type: object, required: [id], properties: {id: {type: integer}, name: {type: string,"
                        + " nullable: true}}}"
                        + "; object, id integer !, name string|null",
                "{type: [array, 'null'], items: {type: object, properties: {id: {type: number}}}}"
                        + "; null|array, [] object, [].id number",
                "{properties: {tags: {type: array, items: {type: string}}, grid: {type: array,"
                        + " items: {type: array}}}}"
                        + "; any, grid array, grid[] array, tags array, tags[] string",
                "{allOf: [{required: [a], properties: {a: {type: string}}}, {required: [b], properties: {b: {}}}]}"
                        + "; any, a string !, b any !",
                "{oneOf: [{required: [a, b], properties: {a: {type: string}, b: {}}}, {required: [a],"
                        + " properties: {a: {type: integer}}}]}"
                        + "; any, a string|integer !, b any",
                "{anyOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type:"
                        + " 'null'}]}; null|object, a string !",
                "{type: object, properties: {kind: {enum: [x, null], type: string}}}; object, kind string|null",
                "{$ref: '#/components/schemas/Node', nullable: true}; null|object, kids array",
                "{type: file}; any",
            })
    void aSchemaBecomesKeys(String schema, String keys) throws DocumentException {
        String shallow =
                laid(schema).lines().filter(line -> !line.startsWith("kids[]")).collect(Collectors.joining(", "));

        assertThat(shallow).isEqualTo(keys);
    }

    @Test
    void aCircleEndsAtTheBoundAndIsOpenThere() throws DocumentException {
        DeclaredBody body = read("{$ref: '#/components/schemas/Node'}");

        assertThat(body.keys()).hasSizeLessThan(DeclaredBody.KEYS_MAX);
        String deepest = body.keys().keySet().stream()
                .reduce((a, b) -> a.length() > b.length() ? a : b)
                .orElseThrow();
        assertThat(body.keys().get(deepest)).extracting(DeclaredKey::rest).isEqualTo(Rest.ALLOWED);
    }

    @Test
    void aSchemaThatIsOnlyACircleIsOpen() throws DocumentException {
        assertThat(laid("{$ref: '#/components/schemas/Loop'}")).isEmpty();
        assertThat(laid("{allOf: [{$ref: '#/components/schemas/Self'}]}")).isEqualTo("any");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{type: object, properties: {a: {}}}; UNSAID",
                "{type: object}; ALLOWED",
                "{type: object, additionalProperties: {type: string}, properties: {a: {}}}; ALLOWED",
                "{type: object, additionalProperties: false, properties: {a: {}}}; FORBIDDEN",
                "{type: object, additionalProperties: false}; FORBIDDEN",
                "{type: object, discriminator: {propertyName: a}, properties: {a: {}}}; ALLOWED",
                "{anyOf: [{type: object, properties: {a: {}}}, {type: object}]}; ALLOWED",
                "{allOf: [{properties: {a: {}}}, {additionalProperties: true}]}; ALLOWED",
            })
    void aSchemaSaysWhetherThereMayBeOthers(String schema, Rest rest) throws DocumentException {
        assertThat(read(schema).keys().get("")).extracting(DeclaredKey::rest).isEqualTo(rest);
    }

    @Test
    void anIntegerIsANumberButNotTheOtherWayRound() throws DocumentException {
        DeclaredBody body = read("{properties: {n: {type: number}, i: {type: integer}}}");

        assertThat(body.keys().get("n")).matches(key -> key.allows(Body.Type.INTEGER) && !key.allows(Body.Type.STRING));
        assertThat(body.keys().get("i")).matches(key -> key.allows(Body.Type.INTEGER) && !key.allows(Body.Type.NUMBER));
    }

    @Test
    void whatCannotBeWrittenIsNotRequiredOfRequests() throws DocumentException {
        String schema = "{required: [id, password], properties: {id: {readOnly: true}, password: {writeOnly: true}}}";
        Operation operation = operation(schema);

        assertThat(operation.request().keys().get("id")).matches(key -> !key.required());
        assertThat(operation.request().keys().get("password")).matches(DeclaredKey::required);
        assertThat(operation.response().keys().get("id")).matches(DeclaredKey::required);
        assertThat(operation.response().keys().get("password")).matches(key -> !key.required());
    }

    @Test
    void aHugeSchemaIsCutAndOpen() throws DocumentException {
        StringBuilder wide = new StringBuilder("{type: object, properties: {a: {type: object, properties: {");
        for (int i = 0; i < DeclaredBody.KEYS_MAX; i++) {
            wide.append("k").append(i).append(": {type: string}, ");
        }
        DeclaredBody body = read(wide.append("}}}}").toString());

        assertThat(body.keys()).containsOnlyKeys("", "a");
        assertThat(body.keys().get("a")).extracting(DeclaredKey::rest).isEqualTo(Rest.ALLOWED);
    }

    private static String laid(String schema) throws DocumentException {
        return new TreeMap<>(read(schema).keys())
                .entrySet().stream()
                        .map(entry -> (entry.getKey() + " " + described(entry.getValue())).strip())
                        .collect(Collectors.joining("\n"));
    }

    private static String described(DeclaredKey key) {
        String types = key.types().stream()
                .sorted()
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("|"));
        return (types.isEmpty() ? "any" : types) + (key.required() ? " !" : "");
    }

    private static DeclaredBody read(String schema) throws DocumentException {
        return operation(schema).response();
    }

    private static Operation operation(String schema) throws DocumentException {
        return ApiDocument.read("d", """
                openapi: 3.0.0
                paths:
                  /a:
                    post:
                      requestBody: {content: {application/json: {schema: %s}}}
                      responses: {200: {content: {application/json; charset=utf-8: {schema: %s}}}}
                components:
                  schemas:
                    Loop: {$ref: '#/components/schemas/Loop'}
                    Self: {allOf: [{$ref: '#/components/schemas/Self'}]}
                    Node: {type: object, properties: {kids: {type: array, items: {$ref: '#/components/schemas/Node'}}}}
                """.formatted(schema, schema)).operations().getFirst();
    }
}
