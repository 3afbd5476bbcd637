// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `openapi.yaml`, asked whether answers are as it promises.
final class ApiDocument {

    private static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");

    /// An answer that does not end by itself.
    static final String STREAM = "/api/v1/events";

    private final ObjectNode document;

    private ApiDocument(ObjectNode document) {
        this.document = document;
    }

    /// @param method in small letters
    record Operation(String path, String method) {}

    static ApiDocument load() throws IOException {
        try (InputStream in = ApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IOException("openapi.yaml is not on the class path");
            }
            Object yaml = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return new ApiDocument((ObjectNode) Running.JSON.valueToTree(yaml));
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .propertyStream()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(new Operation(path.getKey(), method))));
        return operations;
    }

    List<Operation> operations(String tag) {
        return operations().stream()
                .filter(one ->
                        document
                                .at("/paths/" + one.path().replace("/", "~1") + "/" + one.method() + "/tags")
                                .values()
                                .stream()
                                .anyMatch(word -> word.asString().equals(tag)))
                .toList();
    }

    /// What is wrong with an answer; empty if nothing.
    List<String> problems(Operation operation, int status, String type, String body) {
        String pointer = "/paths/" + operation.path().replace("/", "~1") + "/" + operation.method() + "/responses/";
        JsonNode responses = document.at(pointer.substring(0, pointer.length() - 1));
        pointer += responses.has(Integer.toString(status)) ? status : "default";
        JsonNode response = document.at(pointer);
        if (response.has("$ref")) {
            pointer = response.path("$ref").asString().substring(1);
        }
        pointer += "/content/" + type.replace("/", "~1") + "/schema";
        if (document.at(pointer).isMissingNode()) {
            return List.of("status %d with %s is not in the document".formatted(status, type));
        }
        return problems(
                pointer,
                type.endsWith("json")
                        ? Running.JSON.readTree(body)
                        : Running.JSON.getNodeFactory().stringNode(body));
    }

    /// What is wrong with a message of a schema; empty if nothing.
    List<String> problems(String schema, String json) {
        return problems("/components/schemas/" + schema, Running.JSON.readTree(json));
    }

    private List<String> problems(String pointer, JsonNode value) {
        ObjectNode root = document.deepCopy();
        root.put("$ref", "#" + pointer);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
        return schema
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
