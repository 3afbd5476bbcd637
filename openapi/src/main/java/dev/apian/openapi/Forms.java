// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.openapi.DeclaredKey.Rest;
import dev.apian.stage.call.Body;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes forms of the raw schemas of one document: references followed, compositions worked out, circles cut.
final class Forms {

    /// Schemas of one document; those beyond are open.
    private static final int SCHEMAS_MAX = 1_000_000;

    /// Schemas within schemas of one level, `allOf` in `allOf`.
    private static final int COMPOSED_MAX = 50;

    private static final Set<String> CONDITIONS =
            Set.of("patternProperties", "dependentSchemas", "if", "$dynamicRef", "discriminator");

    private final References references;
    private final IdentityHashMap<Object, Form> done = new IdentityHashMap<>();
    private int made;

    Forms(References references) {
        this.references = references;
    }

    Form of(@Nullable Object raw) {
        return of(raw, 0);
    }

    boolean wereTooMany() {
        return made > SCHEMAS_MAX;
    }

    private Form of(@Nullable Object raw, int depth) {
        Map<String, Object> schema = Tree.map(raw);
        if (schema.isEmpty()) {
            return Form.OPEN;
        }
        Form before = done.get(schema);
        if (before != null) {
            return before;
        }
        if (++made > SCHEMAS_MAX || depth > COMPOSED_MAX) {
            return Form.OPEN;
        }
        done.put(schema, Form.OPEN); // what a circle finds when it comes back here
        Form form = composed(schema, depth);
        done.put(schema, form);
        return form;
    }

    private Form composed(Map<String, Object> schema, int depth) {
        Form form = own(schema);
        if (schema.containsKey("$ref")) {
            form = form.and(of(references.resolve(schema), depth + 1));
        }
        for (Object part : Tree.list(schema.get("allOf"))) {
            form = form.and(of(part, depth + 1));
        }
        for (String either : List.of("oneOf", "anyOf")) {
            Form any = null;
            for (Object part : Tree.list(schema.get(either))) {
                Form next = of(part, depth + 1);
                any = any == null ? next : any.or(next);
            }
            form = any == null ? form : form.and(any);
        }
        boolean nullable = Tree.isTrue(schema.get("nullable")) || Tree.isTrue(schema.get("x-nullable"));
        return nullable || hasNull(Tree.list(schema.get("enum"))) ? form.orNull() : form;
    }

    private static Form own(Map<String, Object> schema) {
        Set<String> required = new HashSet<>();
        Tree.list(schema.get("required")).forEach(name -> required.add(Tree.text(name)));
        Map<String, Object> properties = new LinkedHashMap<>(Tree.map(schema.get("properties")));
        return new Form(types(schema), properties, required, items(schema), rest(schema));
    }

    private static @Nullable Object items(Map<String, Object> schema) {
        List<@Nullable Object> first = Tree.list(schema.get("prefixItems"));
        return first.isEmpty() ? schema.get("items") : Map.of(); // items by position: open
    }

    private static Rest rest(Map<String, Object> schema) {
        Object others = schema.get("additionalProperties");
        if (schema.keySet().stream().anyMatch(CONDITIONS::contains)) {
            return Rest.ALLOWED;
        }
        if (Boolean.FALSE.equals(others) || Boolean.FALSE.equals(schema.get("unevaluatedProperties"))) {
            return Rest.FORBIDDEN;
        }
        return others == null ? Rest.UNSAID : Rest.ALLOWED;
    }

    private static Set<Body.Type> types(Map<String, Object> schema) {
        Set<Body.Type> types = EnumSet.noneOf(Body.Type.class);
        Object told = schema.get("type");
        List<? extends @Nullable Object> names = told instanceof String name ? List.of(name) : Tree.list(told);
        for (Object name : names) {
            switch (Tree.text(name).toLowerCase(Locale.ROOT)) {
                case "string" -> types.add(Body.Type.STRING);
                case "integer" -> types.add(Body.Type.INTEGER);
                case "number" -> types.add(Body.Type.NUMBER);
                case "boolean" -> types.add(Body.Type.BOOLEAN);
                case "null" -> types.add(Body.Type.NULL);
                case "object" -> types.add(Body.Type.OBJECT);
                case "array" -> types.add(Body.Type.ARRAY);
                default -> {
                    return Set.of(); // `file`, `any` and inventions
                }
            }
        }
        return types;
    }

    /// YAML's nulls in lists stay, those in maps do not.
    private static boolean hasNull(List<@Nullable Object> values) {
        return values.stream().anyMatch(value -> value == null);
    }
}
