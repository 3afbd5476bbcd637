// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON Schemas and examples of bodies, rebuilt from the keys that were counted.
final class ExportedSchema {

    /// A key in so many of the objects around it is required.
    private static final double REQUIRED_SHARE_MIN = 0.95;

    /// With fewer, absence has not had a chance to show.
    private static final long REQUIRED_OBJECTS_MIN = 20;

    /// A key that is itself a value, and so was not kept: each stands for many.
    private static final String ANY_KEY = "{}";

    private final SeenBody seen;

    private ExportedSchema(SeenBody seen) {
        this.seen = seen;
    }

    static ObjectNode schema(SeenBody seen) {
        return new ExportedSchema(seen).schema("");
    }

    /// Made of types alone.
    static JsonNode example(SeenBody seen) {
        return new ExportedSchema(seen).example("");
    }

    private ObjectNode schema(String path) {
        ObjectNode schema = ApiExport.JSON.createObjectNode();
        Set<Body.Type> types = types(path);
        if (types.size() == 1) {
            schema.put("type", word(types.iterator().next()));
        } else if (!types.isEmpty()) {
            ArrayNode names = schema.putArray("type");
            types.forEach(type -> names.add(word(type)));
        }
        if (types.contains(Body.Type.OBJECT)) {
            putProperties(schema, path);
        }
        if (types.contains(Body.Type.ARRAY)) {
            schema.set("items", schema(path + "[]"));
        }
        return schema;
    }

    private void putProperties(ObjectNode schema, String path) {
        ObjectNode properties = schema.putObject("properties");
        Set<String> required = new TreeSet<>();
        long objects = seen.objects(path);
        for (String key : keys(path)) {
            String name = name(path, key);
            if (name.equals(ANY_KEY)) {
                schema.set("additionalProperties", schema(key));
                continue;
            }
            properties.set(name, schema(key));
            if (objects >= REQUIRED_OBJECTS_MIN && seen.count(key) >= REQUIRED_SHARE_MIN * objects) {
                required.add(name);
            }
        }
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
    }

    private JsonNode example(String path) {
        Set<Body.Type> types = types(path);
        for (Body.Type type : types) {
            if (type != Body.Type.NULL || types.size() == 1) {
                return example(path, type);
            }
        }
        return ApiExport.JSON.createObjectNode();
    }

    private JsonNode example(String path, Body.Type type) {
        return switch (type) {
            case STRING -> ApiExport.JSON.getNodeFactory().stringNode("text");
            case INTEGER -> ApiExport.JSON.getNodeFactory().numberNode(1);
            case NUMBER -> ApiExport.JSON.getNodeFactory().numberNode(1.5);
            case BOOLEAN -> ApiExport.JSON.getNodeFactory().booleanNode(true);
            case NULL -> ApiExport.JSON.getNodeFactory().nullNode();
            case OBJECT -> {
                ObjectNode object = ApiExport.JSON.createObjectNode();
                for (String key : keys(path)) {
                    String name = name(path, key);
                    object.set(name.equals(ANY_KEY) ? "key" : name, example(key));
                }
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = ApiExport.JSON.createArrayNode();
                yield types(path + "[]").isEmpty() ? array : array.add(example(path + "[]"));
            }
        };
    }

    /// A fraction shows that whole numbers there are numbers by chance. What has keys is an object.
    private Set<Body.Type> types(String path) {
        Map<Body.Type, Long> counted = seen.types(path);
        Set<Body.Type> types = EnumSet.noneOf(Body.Type.class);
        types.addAll(counted.keySet());
        if (!keys(path).isEmpty()) {
            types.add(Body.Type.OBJECT);
        }
        if (seen.inside(path).contains(path + "[]")) {
            types.add(Body.Type.ARRAY);
        }
        if (types.contains(Body.Type.NUMBER)) {
            types.remove(Body.Type.INTEGER);
        }
        return types;
    }

    private List<String> keys(String path) {
        return seen.inside(path).stream()
                .filter(key -> !key.equals(path + "[]"))
                .toList();
    }

    private static String name(String path, String key) {
        return path.isEmpty() ? key : key.substring(path.length() + 1);
    }

    private static String word(Body.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
