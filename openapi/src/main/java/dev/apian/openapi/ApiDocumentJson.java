// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A document as JSON, and back: what is kept of it, without its descriptions and examples.
public final class ApiDocumentJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiDocumentJson() {}

    public static String of(ApiDocument document) {
        ObjectNode out = JSON.createObjectNode();
        out.put("name", document.name());
        out.put("title", document.title());
        out.put("version", document.version());
        ArrayNode operations = out.putArray("operations");
        document.operations().forEach(operation -> operations.add(operation(operation)));
        document.notes().forEach(out.putArray("notes")::add);
        return out.toString();
    }

    /// @throws tools.jackson.core.JacksonException if it is no JSON
    public static ApiDocument read(String json) {
        JsonNode in = JSON.readTree(json);
        List<Operation> operations = new ArrayList<>();
        in.path("operations").forEach(operation -> operations.add(operation(operation)));
        List<String> notes = new ArrayList<>();
        in.path("notes").forEach(note -> notes.add(note.asString()));
        return new ApiDocument(
                in.path("name").asString(),
                in.path("title").asString(),
                in.path("version").asString(),
                operations,
                notes);
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode out = JSON.createObjectNode();
        operation.hosts().stream().sorted().forEach(out.putArray("hosts")::add);
        out.put("method", operation.method());
        out.put("template", operation.template());
        out.put("id", operation.operationId());
        out.put("deprecated", operation.deprecated());
        operation.parameters().forEach(out.putObject("parameters")::put);
        operation.statuses().stream().sorted().forEach(out.putArray("statuses")::add);
        out.set("request", body(operation.request()));
        out.set("response", body(operation.response()));
        return out;
    }

    private static Operation operation(JsonNode in) {
        Set<String> hosts = new HashSet<>();
        in.path("hosts").forEach(host -> hosts.add(host.asString()));
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        in.path("parameters").forEachEntry((name, required) -> parameters.put(name, required.asBoolean()));
        Set<String> statuses = new HashSet<>();
        in.path("statuses").forEach(status -> statuses.add(status.asString()));
        return new Operation(
                hosts,
                in.path("method").asString(),
                in.path("template").asString(),
                in.path("id").asString(),
                in.path("deprecated").asBoolean(),
                parameters,
                statuses,
                body(in.path("request")),
                body(in.path("response")));
    }

    private static ObjectNode body(DeclaredBody body) {
        ObjectNode out = JSON.createObjectNode();
        new TreeMap<>(body.keys()).forEach((path, key) -> {
            ObjectNode written = out.putObject(path);
            key.types().stream().sorted().map(ApiDocumentJson::word).forEach(written.putArray("types")::add);
            written.put("required", key.required());
            written.put("rest", word(key.rest()));
        });
        return out;
    }

    private static DeclaredBody body(JsonNode in) {
        Map<String, DeclaredKey> keys = new HashMap<>();
        in.forEachEntry((path, key) -> {
            Set<Body.Type> types = EnumSet.noneOf(Body.Type.class);
            key.path("types").forEach(type -> types.add(constant(Body.Type.class, type.asString())));
            keys.put(
                    path,
                    new DeclaredKey(
                            types,
                            key.path("required").asBoolean(),
                            constant(DeclaredKey.Rest.class, key.path("rest").asString())));
        });
        return new DeclaredBody(keys);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
