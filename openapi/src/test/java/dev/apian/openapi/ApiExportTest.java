// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static dev.apian.openapi.Inventory.seen;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Decision.Because;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<Listed> LISTED = List.of(
            seen("GET", "/v1/orders/{orderId}/lines/{orderId}.json")
                    .parameters(Map.of("expand", 3L, "filter[name]", 4L))
                    .statuses(Map.of(200, 100L, 404, 19L, 999, 1L))
                    .response("id integer 120, total integer 60, total number 60, note string 100,"
                            + " note null 20, lines[] array 120,"
                            + " lines[].sku string 110, lines[].tags[] array 9, grid[] array 1,"
                            + " grid[][] array 1,"
                            + " prices object 50, prices.{} object 50, prices.{}.amount number 50")
                    .because(
                            new Decision(2, "{orderId}", Because.TYPED, 0, List.of("looks like a number")),
                            new Decision(
                                    4, "{orderId}.json", Because.LEARNED, 9, List.of("212 values, such as hunter2")))
                    .listed(),
            seen("POST", "/v1/orders")
                    .served(120, 5)
                    .request("sku string 120")
                    .statuses(Map.of(204, 5L))
                    .listed(),
            seen("POST", "/graphql#query Orders").listed(),
            seen("POST", "/graphql#mutation Pay").served(120, 120).listed(),
            seen("GET", "/v1/orders").response("[] array 120, [].id string 120").listed(),
            seen("GET", "/deep/**").statuses(Map.of()).listed(),
            seen("GET", "/{unmatched}").is(Label.UNMATCHED).listed(),
            seen("PROPFIND", "/dav").listed(),
            seen("GET", "/odd{").listed(),
            seen("GET", "/v1/orders").on("evil\"host").listed(),
            seen("GET", "/v1/orders/{id}/lines/{line}.json").on("other.example").listed());

    @Test
    void itIsAnOpenApiDocumentAsTheOfficialSchemaWantsIt() throws IOException {
        assertThat(problems(ApiExport.of(LISTED, ""))).isEmpty();
        assertThat(problems(ApiExport.of(LISTED, Inventory.HOST))).isEmpty();
        assertThat(problems(ApiExport.of(List.of(), "no.example"))).isEmpty();
        assertThat(problems("{\"openapi\": \"3.1.0\"}")).isNotEmpty();
    }

    @Test
    void itIsReadAgainWithTheSameOperations() throws DocumentException {
        ApiDocument document = ApiDocument.read("again", ApiExport.of(LISTED, Inventory.HOST));

        assertThat(document.notes()).isEmpty();
        assertThat(document.hosts()).containsExactly(Inventory.HOST);
        assertThat(document.operations())
                .map(Operation::toString)
                .containsExactlyInAnyOrder(
                        "GET /v1/orders/{orderId}/lines/{orderId2}.json",
                        "POST /v1/orders",
                        "POST /graphql",
                        "GET /v1/orders",
                        "GET /deep/**");
    }

    @Test
    void trafficDoesNotDriftFromItsOwnExport() throws DocumentException {
        List<Listed> here = LISTED.stream()
                .filter(line -> line.endpoint().host().equals(Inventory.HOST))
                .filter(line -> !line.endpoint().method().equals("PROPFIND"))
                .filter(line -> !line.endpoint().template().contains("odd"))
                .toList();

        assertThat(Drift.of(List.of(ApiDocument.read("own", ApiExport.of(here, Inventory.HOST))), here))
                .isEmpty();
    }

    @Test
    void schemasAreRebuiltFromKeys() {
        JsonNode schema = export().at("/paths/~1v1~1orders~1{orderId}"
                + "~1lines~1{orderId2}.json/get/responses/200/content/application~1json/schema");

        assertThat(schema).isEqualTo(JSON.readTree("""
                {"type": "object",
                 "properties": {
                   "grid": {"type": "array", "items": {"type": "array", "items": {}}},
                   "id": {"type": "integer"},
                   "lines": {"type": "array", "items": {"type": "object",
                     "properties": {"sku": {"type": "string"}, "tags": {"type": "array", "items": {}}},
                     "required": ["sku"]}},
                   "note": {"type": ["string", "null"]},
                   "prices": {"type": "object", "properties": {}, "additionalProperties":
                     {"type": "object", "properties": {"amount": {"type": "number"}}, "required": ["amount"]}},
                   "total": {"type": "number"}},
                 "required": ["id", "lines", "note", "total"]}
                """));
    }

    @Test
    void whyAPartOfAPathIsAValueComesFromTheDecisionAboutIt() {
        JsonNode parameters = export().at("/paths/~1v1~1orders~1{orderId}~1lines~1{orderId2}.json/parameters");

        assertThat(parameters.path(0).path("x-apian-because").asString()).isEqualTo("typed");
        assertThat(parameters.path(1).path("x-apian-because").asString()).isEqualTo("learned");
    }

    @Test
    void aCredentialIsAskedForWhereItIsUsual() {
        JsonNode paths = export().path("paths");

        assertThat(paths.at("/~1v1~1orders/get/security")).isEqualTo(JSON.readTree("[{\"credential\": []}]"));
        assertThat(paths.at("/~1v1~1orders/post/security")).isEqualTo(JSON.readTree("[{\"credential\": []}, {}]"));
        assertThat(paths.at("/~1v1~1orders/post/x-apian-posture").asString()).isEqualTo("mixed");
        JsonNode open = JSON.readTree(
                ApiExport.of(List.of(seen("GET", "/open").served(120, 120).listed()), Inventory.HOST));
        assertThat(open.at("/paths/~1open/get/security").isMissingNode()).isTrue();
        assertThat(open.has("components")).isFalse();
    }

    @Test
    void operationsWithinOnePathAreListed() {
        JsonNode operations = export().at("/paths/~1graphql/post/x-apian-operations");

        assertThat(operations.findValuesAsString("operation")).containsExactly("mutation Pay", "query Orders");
        assertThat(operations.findValuesAsString("posture")).containsExactly("open", "required");
    }

    /// Every text in the document is a name of the inventory or a word of the writer.
    @Test
    void noValueOfTrafficCanGetIn() {
        Set<String> names = new HashSet<>(Set.of(
                "3.1.0",
                "1970-01-01",
                "What was seen of api.shop.example",
                "https://api.shop.example",
                "Seen.",
                "Learned by Apian from traffic. Examples are made of types, not of what was sent.",
                "No answer was seen.",
                "Some credential; which kind it is was not recorded.",
                "path",
                "query",
                "header",
                "apiKey",
                "Authorization",
                "string",
                "integer",
                "number",
                "object",
                "array",
                "null",
                "text",
                "low",
                "typed",
                "learned",
                "required",
                "mixed",
                "open",
                "orderId",
                "orderId2",
                "expand",
                "filter[name]",
                "query Orders",
                "mutation Pay"));
        names.addAll(Set.of("id", "lines", "note", "total", "sku", "amount"));

        assertThat(texts(export())).isSubsetOf(names);
        assertThat(ApiExport.of(LISTED, "")).doesNotContain("hunter2", "evil");
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new HashSet<>();
        if (node.isString()) {
            texts.add(node.asString());
        }
        node.forEach(inner -> texts.addAll(texts(inner)));
        return texts;
    }

    private static JsonNode export() {
        return JSON.readTree(ApiExport.of(LISTED, Inventory.HOST));
    }

    private static List<String> problems(String document) throws IOException {
        try (InputStream in = ApiExportTest.class.getResourceAsStream("/openapi-3.1.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(in));
            return schema.validate(JSON.readTree(document)).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
