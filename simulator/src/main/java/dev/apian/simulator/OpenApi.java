// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An OpenAPI 3 or Swagger 2 document, in JSON or YAML.
final class OpenApi {

    static final int CHARACTERS_MAX = 30_000_000;

    /// Those beyond are left out.
    static final int ENDPOINTS_MAX = 400;

    private static final int REFERENCES_MAX = 20;
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final String EXPECTED = "an OpenAPI 3.x or Swagger 2.0 document in JSON or YAML, with paths";

    private final Map<String, Object> root;
    private final List<Endpoint> endpoints = new ArrayList<>();

    private OpenApi(Map<String, Object> root) {
        this.root = root;
        boolean someAreSecured = !list(root.get("security")).isEmpty();
        for (Map.Entry<String, Object> path : map(root.get("paths")).entrySet()) {
            someAreSecured |= map(path.getValue()).values().stream()
                    .anyMatch(operation -> !list(map(operation).get("security")).isEmpty());
        }
        for (Map.Entry<String, Object> path : map(root.get("paths")).entrySet()) {
            addEndpoints(path.getKey(), resolve(path.getValue()), someAreSecured);
        }
    }

    /// @throws IllegalArgumentException if it is something else, or has no paths that can be used
    static OpenApi parse(String text) {
        if (text.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "found a document of %d characters, expected at most %d".formatted(text.length(), CHARACTERS_MAX));
        }
        Map<String, Object> root = map(load(text.strip()));
        if (!root.containsKey("openapi") && !root.containsKey("swagger")) {
            throw new IllegalArgumentException("found %s without the field openapi or swagger, expected %s"
                    .formatted(
                            root.isEmpty()
                                    ? "no object"
                                    : root.keySet().stream().limit(8).toList(),
                            EXPECTED));
        }
        OpenApi document = new OpenApi(root);
        if (document.endpoints.isEmpty()) {
            throw new IllegalArgumentException(
                    "found %d paths and no GET, POST, PUT, PATCH or DELETE in them, expected %s"
                            .formatted(map(root.get("paths")).size(), EXPECTED));
        }
        return document;
    }

    private static @Nullable Object load(String text) {
        try {
            if (text.startsWith("{")) {
                return JsonMapper.builder().build().readValue(text, Object.class);
            }
            LoadSettings settings = LoadSettings.builder()
                    .setCodePointLimit(CHARACTERS_MAX)
                    .setAllowDuplicateKeys(true)
                    .build();
            return new Load(settings).loadFromString(text);
        } catch (JacksonException | YamlEngineException e) {
            throw new IllegalArgumentException(
                    "found text that is neither JSON nor YAML (%s), expected %s".formatted(e.getMessage(), EXPECTED),
                    e);
        }
    }

    private void addEndpoints(String path, Map<String, Object> item, boolean someAreSecured) {
        String clean = cut(cut(path, '?'), '#');
        if (!isPlain(clean)) {
            return;
        }
        for (String method : METHODS) {
            Map<String, Object> operation = map(item.get(method));
            if (operation.isEmpty() || endpoints.size() >= ENDPOINTS_MAX) {
                continue;
            }
            boolean open = operation.containsKey("security")
                    ? list(operation.get("security")).isEmpty()
                    : list(root.get("security")).isEmpty();
            List<Object> parameters = new ArrayList<>(list(item.get("parameters")));
            parameters.addAll(list(operation.get("parameters")));
            endpoints.add(new Endpoint(
                    method.toUpperCase(Locale.ROOT), clean, operation, parameters, someAreSecured && open));
        }
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    String title() {
        return text(map(root.get("info")).get("title"));
    }

    /// What all paths begin with, without a slash at the end.
    String base() {
        String url = text(root.get("basePath"));
        for (Object server : list(root.get("servers"))) {
            url = text(map(server).get("url"));
            for (Map.Entry<String, Object> variable :
                    map(map(server).get("variables")).entrySet()) {
                String value = text(map(variable.getValue()).get("default"));
                url = url.replace("{" + variable.getKey() + "}", value);
            }
            break;
        }
        int host = url.indexOf("//");
        int slash = url.indexOf('/', host < 0 ? 0 : host + 2);
        String base = slash < 0 ? "" : cut(url.substring(slash), '?');
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
        return isPlain(base) && base.indexOf('{') < 0 ? base : "";
    }

    /// What the operation answers when all is well.
    Map<String, Object> answer(Endpoint endpoint) {
        Map<String, Object> responses = map(endpoint.operation.get("responses"));
        for (String code : List.of("200", "201", "202", "default")) {
            Map<String, Object> found = content(resolve(responses.get(code)));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Map.of();
    }

    /// Whether the answer is a file rather than JSON.
    boolean answersFile(Endpoint endpoint) {
        Map<String, Object> ok =
                resolve(map(endpoint.operation.get("responses")).get("200"));
        Set<String> types = new HashSet<>(map(ok.get("content")).keySet());
        list(endpoint.operation.get("produces")).forEach(type -> types.add(text(type)));
        return !types.isEmpty()
                && types.stream()
                        .noneMatch(type -> type.contains("json") || type.contains("xml") || type.contains("*"));
    }

    /// What the operation asks for.
    Map<String, Object> body(Endpoint endpoint) {
        for (Object parameter : endpoint.parameters) {
            Map<String, Object> resolved = resolve(parameter);
            if (text(resolved.get("in")).equals("body")) {
                return schema(resolved.get("schema"));
            }
        }
        return content(resolve(endpoint.operation.get("requestBody")));
    }

    /// The schema of a parameter in the path, with its example.
    Map<String, Object> parameter(Endpoint endpoint, String name) {
        for (Object parameter : endpoint.parameters) {
            Map<String, Object> resolved = resolve(parameter);
            if (text(resolved.get("in")).equals("path")
                    && text(resolved.get("name")).equals(name)) {
                Map<String, Object> all = new LinkedHashMap<>(resolved);
                all.putAll(schema(resolved.get("schema")));
                return all;
            }
        }
        return Map.of();
    }

    private Map<String, Object> content(Map<String, Object> holder) {
        if (holder.containsKey("schema")) {
            return schema(holder.get("schema"));
        }
        for (Object medium : map(holder.get("content")).values()) {
            return schema(map(medium).get("schema"));
        }
        return Map.of();
    }

    /// A schema with the properties of all that it is made of.
    Map<String, Object> schema(@Nullable Object reference) {
        return schema(reference, 0);
    }

    private Map<String, Object> schema(@Nullable Object reference, int depth) {
        Map<String, Object> schema = resolve(reference);
        List<Object> parts = new ArrayList<>(list(schema.get("allOf")));
        for (String either : List.of("oneOf", "anyOf")) {
            list(schema.get(either)).stream().limit(1).forEach(parts::add);
        }
        if (parts.isEmpty() || depth > REFERENCES_MAX) {
            return schema;
        }
        Map<String, Object> all = new LinkedHashMap<>(schema);
        Map<String, Object> properties = new LinkedHashMap<>(map(schema.get("properties")));
        for (Object part : parts) {
            Map<String, Object> resolved = schema(part, depth + 1 + REFERENCES_MAX / 4);
            resolved.forEach(all::putIfAbsent);
            map(resolved.get("properties")).forEach(properties::putIfAbsent);
        }
        if (!properties.isEmpty()) {
            all.put("properties", properties);
        }
        return all;
    }

    /// Follows references inside the document, not in circles.
    private Map<String, Object> resolve(@Nullable Object value) {
        Object at = value;
        for (int i = 0; i < REFERENCES_MAX; i++) {
            String reference = text(map(at).get("$ref"));
            if (!reference.startsWith("#/")) {
                return map(at);
            }
            @Nullable Object found = root;
            for (String step : reference.substring(2).split("/", -1)) {
                String key = step.replace("~1", "/").replace("~0", "~");
                found = found instanceof Map<?, ?> object ? object.get(key) : null;
            }
            at = found;
        }
        return Map.of();
    }

    /// An object of the document, empty if there is something else.
    static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> found)) {
            return Map.of();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        found.forEach((key, item) -> {
            if (item != null) {
                map.put(String.valueOf(key), item);
            }
        });
        return map;
    }

    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> found ? new ArrayList<>(found) : List.of();
    }

    static String text(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }

    private static String cut(String text, char from) {
        int at = text.indexOf(from);
        return at < 0 ? text : text.substring(0, at);
    }

    /// Whether a path can be written into a record as it is.
    private static boolean isPlain(String path) {
        int open = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (open < 0 || open > 1) {
                return false;
            }
        }
        return open == 0;
    }

    /// One method of one path.
    ///
    /// @param open whether nobody has to sign in, while elsewhere one has to
    record Endpoint(String method, String path, Map<String, Object> operation, List<Object> parameters, boolean open) {}
}
