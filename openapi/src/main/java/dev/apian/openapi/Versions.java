// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Listed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which paths there are in several versions, `/v1/orders` and `/v2/orders`: documented, or served.
final class Versions {

    private static final Pattern VERSION = Pattern.compile("[vV]\\d{1,3}");

    /// @param here whether it is there on a host
    private record Version(int number, String shape, Predicate<String> here) {}

    private final Map<String, List<Version>> versions = new HashMap<>();

    Versions(Documented documented, List<Listed> listed) {
        for (Documented.Entry entry : documented.all()) {
            add(entry.operation().method(), entry.path(), entry.operation()::covers);
        }
        for (Listed line : listed) {
            Endpoint endpoint = line.endpoint();
            if (line.facts().served() > 0) {
                add(endpoint.method(), PathTemplate.of(endpoint.template()), endpoint.host()::equals);
            }
        }
    }

    private void add(String method, PathTemplate path, Predicate<String> here) {
        int at = place(path);
        if (at >= 0) {
            versions.computeIfAbsent(key(method, path, at), key -> new ArrayList<>())
                    .add(new Version(number(path, at), path.shape(), here));
        }
    }

    /// The newest version of a path, if it is another.
    @Nullable
    String newer(String method, String host, PathTemplate path) {
        int at = place(path);
        if (at < 0) {
            return null;
        }
        int newest = number(path, at);
        String shape = null;
        for (Version version : versions.getOrDefault(key(method, path, at), List.of())) {
            if (version.number > newest && version.here.test(host)) {
                newest = version.number;
                shape = version.shape;
            }
        }
        return shape;
    }

    private static int place(PathTemplate path) {
        for (int i = 0; i < path.segments().size() - 1; i++) {
            if (VERSION.matcher(path.segments().get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static int number(PathTemplate path, int at) {
        return Integer.parseInt(path.segments().get(at).substring(1));
    }

    private static String key(String method, PathTemplate path, int at) {
        List<String> segments = new ArrayList<>(path.segments());
        segments.set(at, "v");
        return method + " " + String.join("/", segments);
    }
}
