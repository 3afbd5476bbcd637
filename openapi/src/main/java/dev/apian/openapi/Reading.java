// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes an [ApiDocument] of a text: walks its paths and methods.
final class Reading {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String EXPECTED = "expected an OpenAPI 3.0 or 3.1 or a Swagger 2.0 document in JSON or YAML";
    private static final int TEXT_MAX = 500;
    private static final int NOTES_MAX = 20;

    private final Map<String, Object> root;
    private final boolean isSwagger;
    private final References references;
    private final OperationReading reading;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private int unused;

    private Reading(Map<String, Object> root) {
        this.root = root;
        this.isSwagger = root.containsKey("swagger");
        this.references = new References(root);
        this.reading = new OperationReading(root, references);
    }

    static ApiDocument of(String name, String text) throws DocumentException {
        if (text.length() > ApiDocument.CHARACTERS_MAX) {
            throw new DocumentException(
                    name,
                    List.of("has %d characters, expected at most %d; split it by paths"
                            .formatted(text.length(), ApiDocument.CHARACTERS_MAX)));
        }
        Map<String, Object> root;
        try {
            root = Tree.read(text.startsWith("\uFEFF") ? text.substring(1) : text.strip());
        } catch (IllegalArgumentException e) {
            throw new DocumentException(name, List.of(String.valueOf(e.getMessage()), EXPECTED));
        }
        return new Reading(root).document(name);
    }

    private ApiDocument document(String name) throws DocumentException {
        List<String> problems = new ArrayList<>();
        String format = Tree.text(root.get(isSwagger ? "swagger" : "openapi"));
        if (!format.startsWith("3.") && !(isSwagger && format.startsWith("2"))) {
            problems.add(
                    format.isEmpty()
                            ? "has no field openapi or swagger, " + EXPECTED
                            : "says version %s, %s".formatted(cut(format), EXPECTED));
        }
        Tree.map(root.get("paths")).forEach((path, item) -> addPath(path, references.resolve(item)));
        if (operations.isEmpty()) {
            problems.add("has no operations under paths, expected at least one"
                    + (notes.isEmpty() ? "" : ": " + String.join("; ", notes)));
        }
        if (operations.size() > ApiDocument.OPERATIONS_MAX) {
            problems.add("has %d operations, expected at most %d; split it by paths"
                    .formatted(operations.size(), ApiDocument.OPERATIONS_MAX));
        }
        if (!problems.isEmpty()) {
            throw new DocumentException(name, problems);
        }
        Map<String, Object> about = Tree.map(root.get("info"));
        return new ApiDocument(
                name,
                cut(Tree.text(about.get("title"))),
                cut(Tree.text(about.get("version"))),
                List.copyOf(operations.values()),
                notes());
    }

    private List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (unused > 0) {
            all.add("%d more paths could not be used".formatted(unused));
        }
        if (references.outside() > 0) {
            all.add("%d references lead out of the document and were not followed; what they stand for is not compared"
                    .formatted(references.outside()));
        }
        if (reading.wereTooManyKeys()) {
            all.add("it describes more keys of bodies than are kept; the last bodies are not compared");
        }
        return all;
    }

    private void addPath(String path, Map<String, Object> item) {
        if (path.startsWith("x-")) {
            return;
        }
        String problem = PathTemplate.problem(path);
        if (problem != null || path.length() > TEXT_MAX) {
            if (notes.size() < NOTES_MAX) {
                notes.add("path %s is left out: %s".formatted(cut(path), problem == null ? "it is too long" : problem));
            } else {
                unused++;
            }
            return;
        }
        for (String method : METHODS) {
            if (item.get(method) instanceof Map<?, ?> operation) {
                addOperation(path, method, item, Tree.map(operation));
            }
        }
    }

    private void addOperation(String path, String method, Map<String, Object> item, Map<String, Object> operation) {
        if (operations.size() > ApiDocument.OPERATIONS_MAX) {
            return;
        }
        OperationReading.Said said = reading.of(item, operation);
        servers(item, operation).hosts().forEach((base, hosts) -> {
            Operation read = new Operation(
                    hosts,
                    method.toUpperCase(Locale.ROOT),
                    base + PathTemplate.withoutQuery(path),
                    cut(Tree.text(operation.get("operationId"))),
                    Tree.isTrue(operation.get("deprecated")),
                    said.parameters(),
                    said.statuses(),
                    said.request(),
                    said.response());
            operations.merge(read + " " + hosts, read, Reading::united);
        });
    }

    private Servers servers(Map<String, Object> item, Map<String, Object> operation) {
        if (isSwagger) {
            return Servers.ofSwagger(root);
        }
        for (Map<String, Object> holder : List.of(operation, item, root)) {
            List<@Nullable Object> servers = Tree.list(holder.get("servers"));
            if (!servers.isEmpty()) {
                return Servers.of(servers);
            }
        }
        return Servers.ANY;
    }

    /// Two operations that differ after `#` or `?` only. Bodies of which only one is known are not compared.
    private static Operation united(Operation a, Operation b) {
        Map<String, Boolean> parameters = new LinkedHashMap<>(a.parameters());
        b.parameters().forEach((name, required) -> parameters.merge(name, required, Boolean::logicalAnd));
        Set<String> statuses = new HashSet<>(a.statuses());
        statuses.addAll(b.statuses());
        return new Operation(
                a.hosts(),
                a.method(),
                a.template(),
                a.operationId(),
                a.deprecated() && b.deprecated(),
                parameters,
                statuses,
                a.request().equals(b.request()) ? a.request() : DeclaredBody.NONE,
                a.response().equals(b.response()) ? a.response() : DeclaredBody.NONE);
    }

    static Operation at(Operation operation, Set<String> hosts) {
        return new Operation(
                hosts,
                operation.method(),
                operation.template(),
                operation.operationId(),
                operation.deprecated(),
                operation.parameters(),
                operation.statuses(),
                operation.request(),
                operation.response());
    }

    private static String cut(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
    }
}
