// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// An OpenAPI 3 or Swagger 2 document, as far as traffic is made from it.
final class Document {

    private static final int CHARACTERS_MAX = 30_000_000;
    private static final int REFERENCES_MAX = 20;
    private static final int ALTERNATIVES_DEPTH_MAX = 6;

    private final @Nullable Object root;

    private Document(@Nullable Object root) {
        this.root = root;
    }

    static Document parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.startsWith("{")) {
            return new Document(JsonMapper.builder().build().readValue(text, Object.class));
        }
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(CHARACTERS_MAX)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(10_000)
                .build();
        return new Document(new Load(settings).loadFromString(text));
    }

    /// What all paths begin with, without a slash at the end.
    ///
    /// @param server the server's URL as the corpus tells it; its variables take their defaults from the document
    String base(String server) {
        String url = server;
        for (Object each : list(at(root, "servers"))) {
            for (Map.Entry<?, ?> variable : map(at(each, "variables")).entrySet()) {
                url = url.replace("{" + variable.getKey() + "}", text(at(variable.getValue(), "default")));
            }
        }
        int host = url.indexOf("//");
        int slash = url.indexOf('/', host < 0 ? 0 : host + 2);
        String base = slash < 0 ? "" : url.substring(slash);
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        return base.indexOf('{') < 0 ? base : "";
    }

    Operation operation(String base, String method, String path) {
        Object item = resolve(at(at(root, "paths"), path));
        Object operation = resolve(at(item, method.toLowerCase(Locale.ROOT)));
        List<Object> parameters = new ArrayList<>(list(at(operation, "parameters")));
        parameters.addAll(list(at(item, "parameters")));
        Template template = Template.of(base, path);
        List<List<String>> choices =
                template.names().stream().map(name -> choices(parameters, name)).toList();
        int status = status(map(at(operation, "responses")));
        Echoes echoes = new Echoes(template);
        Object answer = content(resolve(status(operation, status)));
        Object body = requestBody(operation, parameters);
        return new Operation(
                method,
                template,
                choices,
                status,
                body == null ? null : new Blueprints(this, Echoes.NONE).of(body),
                answer == null ? null : new Blueprints(this, echoes).of(answer));
    }

    private List<String> choices(List<Object> parameters, String name) {
        for (Object parameter : parameters) {
            Object resolved = resolve(parameter);
            if (text(at(resolved, "in")).equals("path")
                    && text(at(resolved, "name")).equals(name)) {
                Object schema = resolve(at(resolved, "schema"));
                List<Object> values = list(at(schema, "enum"));
                return (values.isEmpty() ? list(at(resolved, "enum")) : values)
                        .stream()
                                .map(Document::text)
                                .filter(value -> !value.isBlank())
                                .distinct()
                                .toList();
            }
        }
        return List.of();
    }

    private static int status(Map<?, ?> responses) {
        return responses.keySet().stream()
                .map(String::valueOf)
                .filter(code -> code.matches("2\\d\\d"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(200);
    }

    private static @Nullable Object status(@Nullable Object operation, int status) {
        Map<?, ?> responses = map(at(operation, "responses"));
        for (Map.Entry<?, ?> response : responses.entrySet()) {
            if (String.valueOf(response.getKey()).equals(String.valueOf(status))) {
                return response.getValue();
            }
        }
        return responses.containsKey("2XX") ? responses.get("2XX") : responses.get("default");
    }

    private @Nullable Object requestBody(@Nullable Object operation, List<Object> parameters) {
        for (Object parameter : parameters) {
            Object resolved = resolve(parameter);
            if (text(at(resolved, "in")).equals("body")) {
                return at(resolved, "schema");
            }
        }
        return content(resolve(at(operation, "requestBody")));
    }

    private static @Nullable Object content(@Nullable Object holder) {
        Object schema = at(holder, "schema");
        if (schema != null) {
            return schema;
        }
        Map<?, ?> media = map(at(holder, "content"));
        for (Map.Entry<?, ?> medium : media.entrySet()) {
            if (String.valueOf(medium.getKey()).contains("json")) {
                return at(medium.getValue(), "schema");
            }
        }
        return media.isEmpty() ? null : at(media.values().iterator().next(), "schema");
    }

    /// A schema with the properties of all that it is made of; of alternatives the first.
    Map<String, Object> schema(@Nullable Object reference) {
        return schema(reference, 0);
    }

    private Map<String, Object> schema(@Nullable Object reference, int depth) {
        Map<String, Object> all = new LinkedHashMap<>();
        map(resolve(reference)).forEach((key, value) -> all.put(String.valueOf(key), value));
        List<Object> parts = new ArrayList<>(list(all.get("allOf")));
        list(all.get("oneOf")).stream().limit(1).forEach(parts::add);
        list(all.get("anyOf")).stream().limit(1).forEach(parts::add);
        if (parts.isEmpty() || depth > ALTERNATIVES_DEPTH_MAX) {
            return all;
        }
        Map<Object, Object> properties = new LinkedHashMap<>(map(all.get("properties")));
        for (Object part : parts) {
            Map<String, Object> made = schema(part, depth + 1);
            made.forEach(all::putIfAbsent);
            map(made.get("properties")).forEach(properties::putIfAbsent);
        }
        if (!properties.isEmpty()) {
            all.put("properties", properties);
        }
        return all;
    }

    /// Follows references within the document.
    @Nullable
    Object resolve(@Nullable Object value) {
        Object at = value;
        for (int i = 0; i < REFERENCES_MAX; i++) {
            String reference = text(at(at, "$ref"));
            if (!reference.startsWith("#/")) {
                return at;
            }
            at = root;
            for (String step : reference.substring(2).split("/", -1)) {
                at = at(at, step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return null;
    }

    static @Nullable Object at(@Nullable Object object, String key) {
        return object instanceof Map<?, ?> map ? map.get(key) : null;
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    static List<Object> list(@Nullable Object value) {
        List<Object> list = new ArrayList<>();
        if (value instanceof List<?> found) {
            for (Object each : found) {
                if (each != null) {
                    list.add(each);
                }
            }
        }
        return list;
    }

    static String text(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }
}
