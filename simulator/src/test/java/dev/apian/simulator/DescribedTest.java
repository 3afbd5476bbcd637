// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A world of a user's API.
class DescribedTest extends BusinessContract {

    DescribedTest() {
        super(Trade.described("vet", document()));
    }

    private static String document() {
        try (InputStream in = DescribedTest.class.getResourceAsStream("/veterinary.yaml")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void callsAreOfThePathsOfTheDocument() {
        Set<String> paths = document()
                .lines()
                .filter(line -> line.startsWith("  /"))
                .map(line -> "/live/v3" + line.strip().replaceAll(":$", "").replaceAll("\\{\\w+}", "{}"))
                .collect(Collectors.toSet());
        Set<String> called = calls.stream()
                .filter(call -> call.consumer().id().matches("(\\w+ )?(2\\d{4}|1\\d\\d)"))
                .map(call -> call.template().replaceAll("\\{\\w+}", "{}"))
                .filter(template -> !template.startsWith("/live/v3/auth/"))
                .collect(Collectors.toSet());

        assertThat(called).isNotEmpty().isSubsetOf(paths);
        assertThat(called).hasSizeGreaterThanOrEqualTo(paths.size() - 2);
    }

    @Test
    void thingsHaveTheIdsThatTheDocumentSays() {
        assertThat(entities("pet")).isNotEmpty().allMatch(entity -> entity.matches("pet [0-9a-f-]{36}"));
        assertThat(entities("product")).isNotEmpty().anyMatch(entity -> entity.matches("product VET-\\d+"));
        assertThat(entities("owner")).isNotEmpty().anyMatch(entity -> entity.matches("owner \\d+"));
    }

    private Set<String> entities(String type) {
        return calls.stream()
                .filter(call -> call.attack().isEmpty() && call.status() < 300)
                .flatMap(call -> call.entities().stream())
                .filter(entity -> entity.startsWith(type + " "))
                .collect(Collectors.toSet());
    }

    @Test
    void swaggerInJsonIsReadToo() {
        Model model = Described.model("""
                {"swagger":"2.0","info":{"title":"Shelf"},"basePath":"/rest/","paths":{
                  "/books":{"get":{"responses":{
                    "200":{"schema":{"type":"array","items":{"$ref":"#/definitions/Book"}}}}}},
                  "/books/{bookId}":{"get":{"parameters":[{"name":"bookId","in":"path","type":"integer"}],
                    "responses":{"200":{"schema":{"$ref":"#/definitions/Book"}}}}}},
                 "definitions":{"Book":{"properties":{"bookId":{"type":"integer"},"title":{"type":"string"},
                   "sequel":{"$ref":"#/definitions/Book"}}}}}
                """);
        Resource book = model.resources().getFirst();

        assertThat(book.operations())
                .extracting(Operation::template)
                .containsExactlyInAnyOrder("/rest/books", "/rest/books/{book}");
        assertThat(book.idField()).isEqualTo("bookId");
        assertThat(book.ids().areNumbers()).isTrue();
    }

    @Test
    void aDocumentOfOneEndpointIsAWorldToo() {
        Trade trade = Trade.described(
                "one", "openapi: 3.1.0\ninfo: {title: One}\npaths: {/embeddings: {post: {responses: {}}}}");
        Simulation simulation = new Simulation(WorldSettings.of(9, 60, 1).in(trade));
        int count = 0;
        while (simulation.hasNext()) {
            simulation.next();
            count++;
        }
        assertThat(count).isGreaterThan(10_000);
        assertThat(simulation.attacks()).hasSize(AttackKind.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[1, 2]", "{\"a\":", "a: 1", "openapi: 3.0.0\npaths: {}", "a: [", "{}"})
    void anythingElseIsRefusedWithWhatWasFoundAndExpected(String text) {
        assertThatThrownBy(() -> Trade.described("x", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found")
                .hasMessageContaining("expected an OpenAPI 3.x or Swagger 2.0 document");
    }
}
