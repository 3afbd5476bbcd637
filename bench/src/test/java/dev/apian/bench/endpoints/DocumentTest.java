// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.bench.endpoints.Blueprint.Echo;
import dev.apian.bench.endpoints.Blueprint.Many;
import dev.apian.bench.endpoints.Blueprint.Property;
import dev.apian.bench.endpoints.Blueprint.Thing;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void theServersVariablesTakeTheirDefaults() {
        assertThat(TinyVendor.DOCUMENT.base("https://{region}.example.com/{version}/"))
                .isEqualTo("/v1");
    }

    @Test
    void aServerWithoutAPathIsNoPrefix() {
        assertThat(TinyVendor.DOCUMENT.base("")).isEmpty();
        assertThat(TinyVendor.DOCUMENT.base("/")).isEmpty();
        assertThat(TinyVendor.DOCUMENT.base("https://example.com")).isEmpty();
    }

    @Test
    void aThingEchoesTheIdOfItsPath() {
        Operation operation = TinyVendor.operation("GET", "/users/{user_id}");

        Map<String, Blueprint> properties = properties(operation.response());
        assertThat(properties.get("id")).isEqualTo(new Echo(0, true));
        assertThat(properties.get("userId")).isEqualTo(new Echo(0, false));
        assertThat(Body.of(new Echo(0, false), List.of("anna"), new SplittableRandom(1)))
                .isEqualTo("\"anna\"");
    }

    @Test
    void whatMeansSomethingElseEchoesNothing() {
        Map<String, Blueprint> properties =
                properties(TinyVendor.operation("GET", "/users/{user_id}").response());

        assertThat(properties.get("name")).isEqualTo(Blueprint.Scalar.TEXT);
        assertThat(properties(properties.get("friend")).get("id")).isEqualTo(Blueprint.Scalar.INTEGER);
    }

    @Test
    void theIdsOfAListAreNotThatOfThePath() {
        Operation operation = TinyVendor.operation("GET", "/users/{user_id}/orders");

        assertThat(operation.response()).isInstanceOf(Many.class);
        Map<String, Blueprint> item = properties(((Many) operation.response()).item());
        assertThat(item.get("id")).isEqualTo(Blueprint.Scalar.INTEGER);
        assertThat(item.get("userId")).isEqualTo(new Echo(0, false));
    }

    @Test
    void aDocumentThatTellsNoSchemaGivesNoBody() {
        assertThat(TinyVendor.operation("DELETE", "/users/{user_id}").response())
                .isNull();
        assertThat(TinyVendor.operation("GET", "/nowhere").response()).isNull();
    }

    @Test
    void enumerationsAndStatusAreTheDocuments() {
        assertThat(TinyVendor.operation("GET", "/reports/{period}.json").choices())
                .containsExactly(List.of("monthly", "yearly"));
        assertThat(TinyVendor.operation("POST", "/users/{user_id}/orders").status())
                .isEqualTo(201);
    }

    private static Map<String, Blueprint> properties(@Nullable Blueprint blueprint) {
        return blueprint instanceof Thing thing
                ? thing.properties().stream().collect(Collectors.toMap(Property::name, Property::value))
                : Map.of();
    }
}
