// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import static java.util.Collections.unmodifiableMap;

import dev.apian.openapi.DeclaredKey.Rest;
import dev.apian.stage.call.Body;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One level of a schema, whatever it was composed of. What stands in it is still raw.
///
/// @param types      empty for anything
/// @param properties raw schemas by name
/// @param items      the raw schema of items; null if nothing is said of them
record Form(
        Set<Body.Type> types,
        Map<String, Object> properties,
        Set<String> required,
        @Nullable Object items,
        Rest rest) {

    /// Anything at all.
    static final Form OPEN = new Form(Set.of(), Map.of(), Set.of(), null, Rest.ALLOWED);

    Form {
        types = Set.copyOf(types);
        properties = unmodifiableMap(properties);
        required = Set.copyOf(required);
    }

    /// What obeys both, as `allOf` wants. Types that contradict each other are all allowed: the document is wrong then,
    /// not the traffic.
    Form and(Form other) {
        Set<String> names = new HashSet<>(required);
        names.addAll(other.required);
        return new Form(
                commonTypes(other), joined(other, "allOf"), names, joined(items, other.items, "allOf"), rest(other));
    }

    /// What obeys one of two, as `anyOf` and `oneOf` want. A form that no object has says nothing of objects.
    Form or(Form other) {
        if (!mayBeObject() || !other.mayBeObject()) {
            Form object = mayBeObject() ? this : other;
            return new Form(
                    allTypes(other),
                    object.properties,
                    object.required,
                    joined(items, other.items, "anyOf"),
                    object.rest);
        }
        Set<String> names = new HashSet<>(required);
        names.retainAll(other.required);
        Rest either = isFree() || other.isFree() ? Rest.ALLOWED : rest == other.rest ? rest : Rest.UNSAID;
        return new Form(allTypes(other), joined(other, "anyOf"), names, joined(items, other.items, "anyOf"), either);
    }

    /// Whether it leaves the keys of an object entirely open.
    boolean isFree() {
        return rest == Rest.ALLOWED || rest == Rest.UNSAID && properties.isEmpty();
    }

    boolean mayBeObject() {
        return types.isEmpty() || types.contains(Body.Type.OBJECT);
    }

    Form orNull() {
        return types.isEmpty() ? this : withTypes(with(types, Set.of(Body.Type.NULL)));
    }

    private Form withTypes(Set<Body.Type> others) {
        return new Form(others, properties, required, items, rest);
    }

    private Rest rest(Form other) {
        if (rest == Rest.ALLOWED || other.rest == Rest.ALLOWED) {
            return Rest.ALLOWED;
        }
        return rest == Rest.FORBIDDEN || other.rest == Rest.FORBIDDEN ? Rest.FORBIDDEN : Rest.UNSAID;
    }

    private Set<Body.Type> commonTypes(Form other) {
        if (types.isEmpty() || other.types.isEmpty()) {
            return types.isEmpty() ? other.types : types;
        }
        Set<Body.Type> common = EnumSet.copyOf(types);
        common.retainAll(other.types);
        return common.isEmpty() ? allTypes(other) : common;
    }

    private Set<Body.Type> allTypes(Form other) {
        return types.isEmpty() || other.types.isEmpty() ? Set.of() : with(types, other.types);
    }

    private static Set<Body.Type> with(Set<Body.Type> some, Set<Body.Type> others) {
        Set<Body.Type> all = EnumSet.copyOf(some);
        all.addAll(others);
        return all;
    }

    private Map<String, Object> joined(Form other, String how) {
        Map<String, Object> joined = new LinkedHashMap<>(properties);
        other.properties.forEach((name, raw) ->
                joined.merge(name, raw, (a, b) -> References.areSame(a, b) ? a : Map.of(how, List.of(a, b))));
        return joined;
    }

    private static @Nullable Object joined(@Nullable Object a, @Nullable Object b, String how) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return References.areSame(a, b) ? a : Map.of(how, List.of(a, b));
    }
}
