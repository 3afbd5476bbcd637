// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.List;
import java.util.Locale;

/// Says which properties of a response repeat a value of the path, as they do in real answers: `userId` whose value the
/// path has as `{user_id}`, or the `id` of the thing that the path ends in.
final class Echoes {

    static final Echoes NONE = new Echoes(new Template(List.of(""), List.of()));
    private static final List<String> GENERIC = List.of("id", "uuid", "name", "slug", "key", "code", "login", "email");
    private static final List<String> WRAPPERS = List.of("data", "result", "item", "attributes");

    private final List<String> names;
    private final String last;
    private final String owner;

    Echoes(Template template) {
        names = template.names().stream().map(Echoes::normal).toList();
        int parameter = names.size() - 1;
        boolean isThing = parameter >= 0 && template.endsIn(parameter);
        last = isThing ? names.get(parameter) : "";
        owner = isThing ? normal(template.owner(parameter)) : "";
    }

    /// The index of the parameter that a property repeats, -1 if it repeats none.
    ///
    /// @param outer whether the property is one of the thing itself, not of something within or of a list
    int of(String property, boolean outer) {
        String name = normal(property);
        if (!GENERIC.contains(name)) {
            return names.lastIndexOf(name);
        }
        boolean means = last.endsWith(name) || name.equals("login") && last.equals("username");
        return outer && !last.isEmpty() && means ? names.size() - 1 : -1;
    }

    /// Whether an outer property holds the thing itself: `data`, or `user` of `/users/{id}`.
    boolean wraps(String property) {
        String name = normal(property);
        return WRAPPERS.contains(name) || name.length() > 2 && owner.startsWith(name);
    }

    private static String normal(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
