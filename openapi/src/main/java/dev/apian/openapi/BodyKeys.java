// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.openapi.DeclaredKey.Rest;
import dev.apian.stage.call.Body;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays schemas out as keys, the outer ones first, so that a bound cuts off what is deep. What is cut off is open.
final class BodyKeys {

    private static final int DEPTH_MAX = 10;

    /// Keys of one document; bodies beyond are open.
    private static final int KEYS_IN_DOCUMENT_MAX = 500_000;

    private final Forms forms;
    private final References references;
    private final IdentityHashMap<Object, DeclaredBody> asked = new IdentityHashMap<>();
    private final IdentityHashMap<Object, DeclaredBody> answered = new IdentityHashMap<>();
    private int keys;

    BodyKeys(Forms forms, References references) {
        this.forms = forms;
        this.references = references;
    }

    boolean wereTooMany() {
        return keys > KEYS_IN_DOCUMENT_MAX || forms.wereTooMany();
    }

    /// What a request with a schema may hold; a key that is for reading only is not required in it.
    DeclaredBody request(@Nullable Object raw) {
        return body(raw, "readOnly", asked);
    }

    DeclaredBody response(@Nullable Object raw) {
        return body(raw, "writeOnly", answered);
    }

    private DeclaredBody body(@Nullable Object raw, String exempt, IdentityHashMap<Object, DeclaredBody> done) {
        Map<String, Object> told = Tree.map(raw);
        Map<String, Object> schema = told.size() == 1 ? references.resolve(told) : told; // often one for many
        if (schema.isEmpty() || wereTooMany()) {
            return DeclaredBody.NONE;
        }
        DeclaredBody body = done.get(schema);
        if (body == null) {
            body = new DeclaredBody(new Layout(exempt).of(schema));
            keys += body.keys().size();
            done.put(schema, body);
        }
        return body;
    }

    /// A form's fields, sent as text by a browser: nothing is said of their types.
    DeclaredBody form(@Nullable Object raw) {
        Form form = forms.of(raw);
        Map<String, DeclaredKey> fields = new LinkedHashMap<>();
        form.properties().keySet().stream()
                .limit(DeclaredBody.KEYS_MAX)
                .forEach(name -> fields.put(
                        name, new DeclaredKey(Set.of(), form.required().contains(name), Rest.ALLOWED)));
        fields.put("", new DeclaredKey(Set.of(), false, form.isFree() ? Rest.ALLOWED : form.rest()));
        return new DeclaredBody(fields);
    }

    private record Waiting(String path, @Nullable Object raw, boolean required, int depth) {}

    /// One body while it is laid out.
    private final class Layout {

        private final String exempt;
        private final Map<String, DeclaredKey> laid = new LinkedHashMap<>();
        private final Queue<Waiting> waiting = new ArrayDeque<>();

        private Layout(String exempt) {
            this.exempt = exempt;
        }

        private Map<String, DeclaredKey> of(Map<String, Object> schema) {
            waiting.add(new Waiting("", schema, false, 0));
            for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                lay(next);
            }
            return laid;
        }

        private void lay(Waiting next) {
            Form form = forms.of(next.raw);
            int inside = form.properties().size() + 1;
            boolean fits = next.depth < DEPTH_MAX && laid.size() + waiting.size() + inside < DeclaredBody.KEYS_MAX;
            Rest rest = form.isFree() || !fits ? Rest.ALLOWED : form.rest();
            laid.put(next.path, new DeclaredKey(form.types(), next.required, rest));
            if (!fits) {
                return;
            }
            form.properties().forEach((name, raw) -> {
                boolean required = form.required().contains(name)
                        && !Tree.isTrue(references.resolve(raw).get(exempt));
                waiting.add(new Waiting(DeclaredBody.within(next.path, name), raw, required, next.depth + 1));
            });
            if (form.items() != null && (form.types().isEmpty() || form.types().contains(Body.Type.ARRAY))) {
                waiting.add(new Waiting(next.path + "[]", form.items(), false, next.depth + 1));
            }
        }
    }
}
