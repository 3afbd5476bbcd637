// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.DataClass;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Facts.Posture;
import dev.apian.stage.endpoint.Listed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// One method of one path, of all lines of the inventory that are about it: on several hosts, or told apart behind the
/// path.
record ExportedOperation(List<Listed> lines) {

    static final String CREDENTIAL = "credential";

    private static final String JSON_TYPE = "application/json";
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205);

    Set<String> hosts() {
        return lines.stream().map(line -> line.endpoint().host()).collect(Collectors.toCollection(TreeSet::new));
    }

    void writeTo(ObjectNode operation) {
        Facts facts = facts();
        putQuery(operation, facts);
        if (facts.request().seen() > 0) {
            putBody(operation.putObject("requestBody"), facts.request());
        }
        putResponses(operation.putObject("responses"), facts);
        putSecurity(operation, facts.posture());
        operation.put("x-apian-posture", word(facts.posture()));
        operation.put("x-apian-sensitivity", word(sensitivity()));
        operation.put("x-apian-calls", facts.calls());
        putFound(operation, "x-apian-request-data", facts.requestData());
        putFound(operation, "x-apian-response-data", facts.responseData());
        putDispatched(operation);
    }

    private Facts facts() {
        return lines.stream().map(Listed::facts).reduce(ExportedOperation::sum).orElseThrow();
    }

    private Sensitivity sensitivity() {
        return lines.stream()
                .map(line -> line.endpoint().sensitivity())
                .max(Sensitivity::compareTo)
                .orElseThrow();
    }

    private static void putQuery(ObjectNode operation, Facts facts) {
        if (facts.parameters().isEmpty()) {
            return;
        }
        ArrayNode parameters = operation.putArray("parameters");
        new TreeMap<>(facts.parameters()).forEach((name, calls) -> {
            ObjectNode parameter = parameters.addObject().put("name", name).put("in", "query");
            parameter.putObject("schema").put("type", "string");
            parameter.put("x-apian-calls", calls);
        });
    }

    private static void putResponses(ObjectNode responses, Facts facts) {
        new TreeMap<>(facts.statuses()).forEach((status, calls) -> {
            if (status < 100 || status > 599) {
                return;
            }
            boolean served = status / 100 == 2 && !WITHOUT_BODY.contains(status);
            ObjectNode response = responses.putObject(String.valueOf(status)).put("description", "Seen.");
            if (served && facts.response().seen() > 0) {
                putBody(response, facts.response());
            }
            response.put("x-apian-calls", calls);
        });
        if (responses.isEmpty()) {
            responses.putObject("default").put("description", "No answer was seen.");
        }
    }

    private static void putBody(ObjectNode holder, Facts.Bodies bodies) {
        SeenBody seen = SeenBody.of(bodies);
        ObjectNode medium = holder.putObject("content").putObject(JSON_TYPE);
        medium.set("schema", ExportedSchema.schema(seen));
        medium.set("example", ExportedSchema.example(seen));
    }

    private static void putSecurity(ObjectNode operation, Posture posture) {
        if (posture != Posture.REQUIRED && posture != Posture.MIXED) {
            return;
        }
        ArrayNode security = operation.putArray("security");
        security.addObject().putArray(CREDENTIAL);
        if (posture == Posture.MIXED) {
            security.addObject();
        }
    }

    private static void putFound(ObjectNode operation, String name, Map<DataClass, Long> found) {
        if (!found.isEmpty()) {
            ArrayNode labels = operation.putArray(name);
            found.keySet().stream().map(DataClass::label).sorted().forEach(labels::add);
        }
    }

    /// OpenAPI knows a path and a method only; what is told apart within them goes into a list.
    private void putDispatched(ObjectNode operation) {
        List<Listed> dispatched =
                lines.stream().filter(line -> dispatch(line).length() > 1).toList();
        if (!dispatched.isEmpty()) {
            ArrayNode operations = operation.putArray("x-apian-operations");
            dispatched.forEach(line -> operations
                    .addObject()
                    .put("operation", dispatch(line).substring(1))
                    .put("posture", word(line.facts().posture()))
                    .put("sensitivity", word(line.endpoint().sensitivity()))
                    .put("calls", line.facts().calls()));
        }
    }

    private static String dispatch(Listed line) {
        String template = line.endpoint().template();
        return template.substring(PathTemplate.withoutQuery(template).length());
    }

    private static Facts sum(Facts a, Facts b) {
        return new Facts(
                a.calls() + b.calls(),
                a.served() + b.served(),
                a.anonymous() + b.anonymous(),
                Math.min(a.first(), b.first()),
                Math.max(a.last(), b.last()),
                sum(a.statuses(), b.statuses()),
                sum(a.parameters(), b.parameters()),
                sum(a.requestData(), b.requestData()),
                sum(a.responseData(), b.responseData()),
                sum(a.request(), b.request()),
                sum(a.response(), b.response()),
                a.unlisted() + b.unlisted());
    }

    private static Facts.Bodies sum(Facts.Bodies a, Facts.Bodies b) {
        return new Facts.Bodies(a.seen() + b.seen(), sum(a.keys(), b.keys()));
    }

    private static <K> Map<K, Long> sum(Map<K, Long> a, Map<K, Long> b) {
        Map<K, Long> sum = new HashMap<>(a);
        b.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
