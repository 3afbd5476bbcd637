// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.bench.endpoints.Blueprint.Property;
import dev.apian.bench.endpoints.Blueprint.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the blueprint of one body from a schema.
final class Blueprints {

    private static final int DEPTH_MAX = 4;
    private static final int PROPERTIES_MAX = 40;

    /// Of one blueprint; large documents nest without end.
    private static final int NODES_MAX = 150;

    private static final int CHOICES_MAX = 20;

    private final Document document;
    private final Echoes echoes;
    private int nodes;

    Blueprints(Document document, Echoes echoes) {
        this.document = document;
        this.echoes = echoes;
    }

    Blueprint of(@Nullable Object schema) {
        return of(schema, 0, true);
    }

    private Blueprint of(@Nullable Object reference, int depth, boolean outer) {
        nodes++;
        Map<String, Object> schema = document.schema(reference);
        List<String> choices = Document.list(schema.get("enum")).stream()
                .map(Document::text)
                .limit(CHOICES_MAX)
                .toList();
        if (!choices.isEmpty()) {
            return new Blueprint.Choice(choices);
        }
        String type = type(schema);
        if (type.equals("array") || schema.containsKey("items")) {
            return new Blueprint.Many(depth < DEPTH_MAX ? of(schema.get("items"), depth + 1, false) : Scalar.TEXT);
        }
        if (type.equals("object") || type.isEmpty() || schema.containsKey("properties")) {
            return thing(schema, depth, outer);
        }
        return scalar(type, Document.text(schema.get("format")));
    }

    private Blueprint thing(Map<String, Object> schema, int depth, boolean outer) {
        if (depth >= DEPTH_MAX) {
            return Blueprint.EMPTY;
        }
        List<Object> required = Document.list(schema.get("required"));
        List<Property> properties = new ArrayList<>();
        for (Map.Entry<?, ?> property : Document.map(schema.get("properties")).entrySet()) {
            if (properties.size() >= PROPERTIES_MAX || nodes >= NODES_MAX) {
                break;
            }
            String name = String.valueOf(property.getKey());
            boolean within = outer && depth == 0 && echoes.wraps(name);
            Blueprint value = of(property.getValue(), depth + 1, within);
            properties.add(new Property(name, required.contains(name), echoed(name, value, outer)));
        }
        return new Blueprint.Thing(properties);
    }

    private Blueprint echoed(String name, Blueprint value, boolean outer) {
        int parameter = echoes.of(name, outer);
        return switch (value) {
            case Scalar scalar when parameter >= 0 -> new Blueprint.Echo(parameter, scalar == Scalar.INTEGER);
            case Blueprint.Choice _ when parameter >= 0 -> new Blueprint.Echo(parameter, false);
            case Scalar _, Blueprint.Choice _, Blueprint.Thing _, Blueprint.Many _, Blueprint.Echo _ -> value;
        };
    }

    private static Scalar scalar(String type, String format) {
        return switch (type) {
            case "integer" -> Scalar.INTEGER;
            case "number" -> Scalar.DECIMAL;
            case "boolean" -> Scalar.FLAG;
            default ->
                switch (format) {
                    case "date" -> Scalar.DATE;
                    case "date-time" -> Scalar.TIME;
                    case "uuid" -> Scalar.UUID;
                    case "email" -> Scalar.EMAIL;
                    case "uri", "url" -> Scalar.ADDRESS;
                    default -> Scalar.TEXT;
                };
        };
    }

    private static String type(Map<String, Object> schema) {
        for (Object type : Document.list(schema.get("type"))) {
            if (!Document.text(type).equals("null")) {
                return Document.text(type);
            }
        }
        return Document.text(schema.get("type"));
    }
}
