// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import dev.apian.simulator.OpenApi.Endpoint;
import dev.apian.simulator.Operation.Kind;
import dev.apian.simulator.Resource.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A resource of which more is learnt with every path.
final class Sketch {

    private static final int FIRST_NUMBER = 10_001;
    private static final List<String> PUBLIC_WORDS = List.of(
            "product",
            "catalog",
            "categor",
            "hotel",
            "flight",
            "country",
            "currenc",
            "article",
            "movie",
            "store",
            "location",
            "language");
    private static final List<String> ID_FIELDS = List.of("id", "uuid", "key", "code", "slug");

    private final String type;
    private final String parent;
    private final List<Operation> operations = new ArrayList<>();
    private Ids ids = Ids.of(Ids.Form.LETTERS);
    private Map<String, Object> schema = Map.of();
    private int learntFrom;
    private boolean open;
    private boolean staff = true;
    private String parameter = "";

    Sketch(String type, String parent) {
        this.type = type;
        this.parent = parent;
    }

    void name(String name, Map<String, Object> found) {
        if (parameter.isEmpty()) {
            parameter = name;
            ids = Schemas.ids(name, found);
        }
    }

    void add(Endpoint endpoint, Kind kind, String template, boolean ofStaff) {
        operations.add(Operation.of(kind, endpoint.method(), template)
                .to(kind == Kind.REMOVE ? Thing.GONE : kind == Kind.ACT ? "changed" : ""));
        open |= endpoint.open() && kind.reads();
        staff &= ofStaff;
    }

    /// Keeps the schema that tells most about one thing.
    void learn(OpenApi document, Endpoint endpoint, Kind kind) {
        int worth = switch (kind) {
            case READ -> 4;
            case LIST -> 3;
            case CREATE -> 2;
            case CHANGE -> 1;
            case SEARCH, PART, FILE, REPORT, EXPORT, REMOVE, ACT -> 0;
        };
        if (worth <= learntFrom) {
            return;
        }
        Map<String, Object> answer = document.answer(endpoint);
        boolean asked =
                kind == Kind.CHANGE || kind == Kind.CREATE && properties(answer).isEmpty();
        Map<String, Object> found =
                kind == Kind.LIST ? element(document, answer) : asked ? document.body(endpoint) : answer;
        if (!properties(found).isEmpty()) {
            schema = found;
            learntFrom = worth;
        }
    }

    private static Map<String, Object> properties(Map<String, Object> schema) {
        return OpenApi.map(schema.get("properties"));
    }

    private static Map<String, Object> element(OpenApi document, Map<String, Object> answer) {
        if (Schemas.type(answer).equals("array")) {
            return document.schema(answer.get("items"));
        }
        for (Object property : properties(answer).values()) {
            Map<String, Object> resolved = document.schema(property);
            if (Schemas.type(resolved).equals("array")) {
                return document.schema(resolved.get("items"));
            }
        }
        return Map.of();
    }

    boolean isNumbered() {
        return ids.areNumbers();
    }

    /// Gives it integer ids, whatever the document says.
    void number() {
        ids = Ids.numbersFrom(FIRST_NUMBER);
    }

    boolean has(Kind kind) {
        return operations.stream().anyMatch(operation -> operation.kind() == kind);
    }

    Ownership ownership() {
        boolean shown = has(Kind.READ) || has(Kind.LIST);
        if (staff && !operations.isEmpty()) {
            return Ownership.INTERNAL;
        }
        return shown
                        && parent.isEmpty()
                        && (open || PUBLIC_WORDS.stream().anyMatch(type.toLowerCase(Locale.ROOT)::contains))
                ? Ownership.PUBLIC
                : Ownership.COMPANY;
    }

    private String idField() {
        Set<String> properties = properties(schema).keySet();
        List<String> wanted = new ArrayList<>(List.of(type + "Id", type + "_id", parameter));
        wanted.addAll(0, ID_FIELDS.subList(0, 1));
        wanted.addAll(ID_FIELDS);
        return wanted.stream().filter(properties::contains).findFirst().orElse("id");
    }

    Resource resource(Schemas schemas) {
        Ownership ownership = ownership();
        List<String> states = states(schemas);
        Set<String> told = Set.of(idField(), "status");
        List<Field> fields = schemas.fields(schema, told);
        boolean waits = has(Kind.ACT) && operations.stream().anyMatch(Sketch::isFlatList);
        Resource.Draft draft = Resource.of(type, ownership, ids)
                .under(parent.equals(type) ? "" : parent)
                .idIn(idField())
                .living(48, states.toArray(String[]::new))
                .with(fields.toArray(Field[]::new))
                .at(operations.toArray(Operation[]::new));
        switch (ownership) {
            case PUBLIC -> draft.atFirst(120, 200);
            case INTERNAL -> draft.atFirst(20, 60);
            case COMPANY -> {
                boolean rich = has(Kind.READ) || has(Kind.LIST);
                draft.atFirst(rich ? 3 : 1, rich ? 14 : 3).arriving(has(Kind.READ) ? 0.2 : 0);
            }
        }
        return waits ? draft.waiting().done() : draft.done();
    }

    private List<String> states(Schemas schemas) {
        Object status = properties(schema).get("status");
        return Schemas.choices(schemas.resolved(status));
    }

    private static boolean isFlatList(Operation operation) {
        return operation.kind() == Kind.LIST && operation.names().isEmpty();
    }
}
