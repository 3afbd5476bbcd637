// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the inventory as an OpenAPI 3.1 document. Names and counts go in, and examples made of types; no value that
/// was ever sent can, since none is kept.
public final class ApiExport {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:]+]");
    private static final Set<String> METHODS =
            Set.of("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE");

    private final List<Listed> lines;
    private final TreeSet<String> hosts = new TreeSet<>();

    private ApiExport(List<Listed> lines) {
        this.lines = lines;
        lines.forEach(line -> hosts.add(line.endpoint().host()));
    }

    /// @param host empty for all hosts
    public static String of(List<Listed> listed, String host) {
        List<Listed> lines = listed.stream()
                .filter(line -> host.isEmpty() || line.endpoint().host().equals(host))
                .filter(line -> !line.endpoint().is(Label.UNMATCHED))
                .filter(line -> METHODS.contains(line.endpoint().method()))
                .filter(line -> PathTemplate.problem(line.endpoint().template()) == null)
                .sorted(Comparator.comparing((Listed line) -> line.endpoint().template())
                        .thenComparing(line -> line.endpoint().method())
                        .thenComparing(line -> line.endpoint().host()))
                .toList();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new ApiExport(lines).document(host));
    }

    private ObjectNode document(String host) {
        ObjectNode document = JSON.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "What was seen" + (host.isEmpty() ? "" : " of " + host))
                .put("version", version())
                .put("description", "Learned by Apian from traffic. Examples are made of types, not of what was sent.");
        if (hosts.size() == 1) {
            putServers(document, hosts);
        }
        ObjectNode paths = document.putObject("paths");
        boolean secured = false;
        for (Map.Entry<String, Map<String, List<Listed>>> path : byPath().entrySet()) {
            PathNames names =
                    PathNames.of(path.getValue().values().iterator().next().getFirst());
            ObjectNode item = paths.putObject(names.path());
            names.putParameters(item);
            for (Map.Entry<String, List<Listed>> method : path.getValue().entrySet()) {
                ExportedOperation operation = new ExportedOperation(method.getValue());
                ObjectNode written = item.putObject(method.getKey().toLowerCase(Locale.ROOT));
                operation.writeTo(written);
                secured |= written.has("security");
                if (hosts.size() > 1) {
                    putServers(written, operation.hosts());
                }
            }
        }
        if (secured) {
            putCredential(document);
        }
        return document;
    }

    /// Lines by the shape of their path and by method; those that differ by host or behind the path only are together.
    private Map<String, Map<String, List<Listed>>> byPath() {
        Map<String, Map<String, List<Listed>>> byPath = new TreeMap<>();
        for (Listed line : lines) {
            byPath.computeIfAbsent(PathTemplate.of(line.endpoint().template()).shape(), shape -> new TreeMap<>())
                    .computeIfAbsent(line.endpoint().method(), method -> new ArrayList<>())
                    .add(line);
        }
        return byPath;
    }

    /// The day of the last call.
    private String version() {
        long last = lines.stream().mapToLong(line -> line.facts().last()).max().orElse(0);
        return Instant.EPOCH.plus(last, ChronoUnit.MICROS).toString().substring(0, 10);
    }

    /// Hosts are what clients wrote into a header: odd ones are left out.
    private static void putServers(ObjectNode to, Set<String> hosts) {
        List<String> proper = hosts.stream()
                .filter(host -> HOST.matcher(host).matches())
                .sorted()
                .toList();
        if (!proper.isEmpty()) {
            ArrayNode servers = to.putArray("servers");
            proper.forEach(host -> servers.addObject().put("url", "https://" + host));
        }
    }

    private static void putCredential(ObjectNode document) {
        document.putObject("components")
                .putObject("securitySchemes")
                .putObject(ExportedOperation.CREDENTIAL)
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put("description", "Some credential; which kind it is was not recorded.");
    }
}
