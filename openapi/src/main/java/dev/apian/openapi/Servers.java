// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where operations are served: the hosts by what all paths there begin with, without a slash at the end. No hosts
/// stand for any host.
record Servers(Map<String, Set<String>> hosts) {

    /// URLs, with each value of their variables; those beyond are left out.
    private static final int URLS_MAX = 64;

    static final Servers ANY = new Servers(Map.of("", Set.of()));

    /// Of OpenAPI 3: `servers`.
    static Servers of(List<@Nullable Object> servers) {
        List<String> urls = new ArrayList<>();
        for (Object server : servers) {
            urls.addAll(urls(Tree.map(server)));
        }
        return ofUrls(urls);
    }

    /// Of Swagger 2: `host` and `basePath`.
    static Servers ofSwagger(Map<String, Object> root) {
        String host = Tree.text(root.get("host"));
        String base = Tree.text(root.get("basePath"));
        return ofUrls(List.of((host.isEmpty() ? "" : "//" + host) + (base.startsWith("/") ? "" : "/") + base));
    }

    private static Servers ofUrls(List<String> urls) {
        Map<String, Set<String>> hosts = new LinkedHashMap<>();
        urls.stream().limit(URLS_MAX).forEach(url -> add(url, hosts));
        return hosts.isEmpty() ? ANY : new Servers(hosts);
    }

    /// Once any host is meant, naming others narrows nothing.
    private static void add(String url, Map<String, Set<String>> hosts) {
        String host = host(url);
        Set<String> here = hosts.get(base(url));
        if (here == null) {
            hosts.put(base(url), host.isEmpty() ? Set.of() : new LinkedHashSet<>(Set.of(host)));
        } else if (host.isEmpty()) {
            hosts.put(base(url), Set.of());
        } else if (!here.isEmpty()) {
            here.add(host);
        }
    }

    /// A URL for each value of its variables: those that they may have, or the default.
    private static List<String> urls(Map<String, Object> server) {
        List<String> urls = List.of(Tree.text(server.get("url")));
        for (Map.Entry<String, Object> variable :
                Tree.map(server.get("variables")).entrySet()) {
            String place = "{" + variable.getKey() + "}";
            List<String> values = values(Tree.map(variable.getValue()), isInHost(urls.getFirst(), place));
            urls = urls.stream()
                    .flatMap(url -> values.stream().map(value -> url.replace(place, value)))
                    .distinct()
                    .limit(URLS_MAX)
                    .toList();
        }
        return urls;
    }

    /// In a host, a default is often a mere example (`your-name.example.com`), so it stands for any host, with the
    /// path that it may hold.
    private static List<String> values(Map<String, Object> variable, boolean inHost) {
        List<String> values = Tree.list(variable.get("enum")).stream()
                .map(Tree::text)
                .distinct()
                .toList();
        if (!values.isEmpty()) {
            return values;
        }
        String value = Tree.text(variable.get("default"));
        int path = value.indexOf('/');
        return List.of(!inHost || path == 0 ? value : "{any}" + (path < 0 ? "" : value.substring(path)));
    }

    private static boolean isInHost(String url, String place) {
        int at = url.indexOf(place);
        return at >= 0 && url.contains("//") && at < pathStart(url);
    }

    private static int pathStart(String url) {
        int authority = url.indexOf("//");
        int slash = url.indexOf('/', authority < 0 ? 0 : authority + 2);
        return slash < 0 ? url.length() : slash;
    }

    private static String host(String url) {
        int authority = url.indexOf("//");
        if (authority < 0) {
            return "";
        }
        String host = url.substring(authority + 2, pathStart(url)).toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        host = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return host.contains("{") ? "" : host;
    }

    private static String base(String url) {
        String path = PathTemplate.withoutQuery(url.substring(pathStart(url)));
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}
