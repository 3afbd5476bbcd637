// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what one operation says of parameters, statuses and bodies.
final class OperationReading {

    private static final int PARAMETERS_MAX = 500;
    private static final Pattern STATUS = Pattern.compile("[1-5]([0-9]{2}|XX)");

    private final References references;
    private final Forms forms;
    private final BodyKeys bodies;
    private final Set<String> keysInQuery = new HashSet<>();

    OperationReading(Map<String, Object> root, References references) {
        this.references = references;
        this.forms = new Forms(references);
        this.bodies = new BodyKeys(forms, references);
        Object schemes = root.containsKey("swagger")
                ? root.get("securityDefinitions")
                : Tree.map(root.get("components")).get("securitySchemes");
        for (Object raw : Tree.map(schemes).values()) {
            Map<String, Object> scheme = references.resolve(raw);
            if (Tree.text(scheme.get("in")).equals("query")) {
                keysInQuery.add(Tree.text(scheme.get("name")));
            }
        }
    }

    /// What an operation says, wherever it is served.
    record Said(Map<String, Boolean> parameters, Set<String> statuses, DeclaredBody request, DeclaredBody response) {}

    boolean wereTooManyKeys() {
        return bodies.wereTooMany();
    }

    Said of(Map<String, Object> item, Map<String, Object> operation) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Map<String, Object> holder : List.of(item, operation)) {
            Tree.list(holder.get("parameters")).forEach(raw -> parameters.add(references.resolve(raw)));
        }
        Map<String, Object> responses = Tree.map(operation.get("responses"));
        Set<String> statuses = new HashSet<>();
        responses.keySet().forEach(status -> {
            String text = status.equalsIgnoreCase("default") ? "default" : status.toUpperCase(Locale.ROOT);
            if (text.equals("default") || STATUS.matcher(text).matches()) {
                statuses.add(text);
            }
        });
        return new Said(query(parameters), statuses, request(parameters, operation), response(responses));
    }

    private Map<String, Boolean> query(List<Map<String, Object>> parameters) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        keysInQuery.forEach(name -> names.put(name, false));
        for (Map<String, Object> parameter : parameters) {
            if (Tree.text(parameter.get("in")).equals("query") && names.size() < PARAMETERS_MAX) {
                names.put(Tree.text(parameter.get("name")), Tree.isTrue(parameter.get("required")));
                addFields(forms.of(parameter.get("schema")), names);
            }
        }
        return names;
    }

    /// An object as a parameter is a parameter for each of its fields.
    private static void addFields(Form form, Map<String, Boolean> names) {
        if (form.types().contains(Body.Type.OBJECT)) {
            form.properties().keySet().stream().limit(PARAMETERS_MAX).forEach(name -> names.put(name, false));
            if (form.isFree()) {
                names.put(Operation.ANY_PARAMETER, false);
            }
        }
    }

    private DeclaredBody request(List<Map<String, Object>> parameters, Map<String, Object> operation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map<String, Object> parameter : parameters) {
            String in = Tree.text(parameter.get("in"));
            if (in.equals("body")) {
                return bodies.request(parameter.get("schema"));
            }
            if (in.equals("formData")) {
                fields.put(Tree.text(parameter.get("name")), Map.of());
            }
        }
        if (!fields.isEmpty()) {
            return bodies.form(Map.of("properties", fields));
        }
        Map<String, Object> content =
                Tree.map(references.resolve(operation.get("requestBody")).get("content"));
        Object form = null;
        for (Map.Entry<String, Object> medium : content.entrySet()) {
            if (medium.getKey().toLowerCase(Locale.ROOT).contains("form")) {
                form = schema(medium.getValue());
            }
        }
        Object json = json(List.of(content));
        if (form == null) {
            return json == null ? DeclaredBody.NONE : bodies.request(json);
        }
        return bodies.form(json == null ? form : Map.of("anyOf", List.of(json, form)));
    }

    /// Of all answers that serve; of `default` if there is none.
    private DeclaredBody response(Map<String, Object> responses) {
        List<Map<String, Object>> contents = new ArrayList<>();
        for (String begin : List.of("2", "d")) {
            responses.forEach((status, raw) -> {
                if (status.startsWith(begin)) {
                    contents.add(content(references.resolve(raw)));
                }
            });
            if (!contents.isEmpty()) {
                Object json = json(contents);
                return json == null ? DeclaredBody.NONE : bodies.response(json);
            }
        }
        return DeclaredBody.NONE;
    }

    private static Map<String, Object> content(Map<String, Object> response) {
        Object swagger = response.get("schema");
        return swagger != null
                ? Map.of("application/json", Map.of("schema", swagger))
                : Tree.map(response.get("content"));
    }

    /// One schema for the JSON in all of some contents; null if there is none.
    private static @Nullable Object json(List<Map<String, Object>> contents) {
        List<Object> schemas = new ArrayList<>();
        for (Map<String, Object> content : contents) {
            content.forEach((type, medium) -> {
                String lower = type.toLowerCase(Locale.ROOT);
                if (lower.contains("json") || lower.startsWith("*/*") || lower.startsWith("application/*")) {
                    schemas.add(schema(medium));
                }
            });
        }
        List<Object> distinct = new ArrayList<>();
        for (Object schema : schemas) {
            if (distinct.stream().noneMatch(other -> References.areSame(schema, other))) {
                distinct.add(schema);
            }
        }
        return distinct.size() > 1 ? Map.of("anyOf", distinct) : distinct.isEmpty() ? null : distinct.getFirst();
    }

    private static Object schema(@Nullable Object medium) {
        Object schema = Tree.map(medium).get("schema");
        return schema == null ? Map.of() : schema;
    }
}
