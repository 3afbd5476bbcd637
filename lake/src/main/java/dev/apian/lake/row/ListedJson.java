// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.row;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Body;
import dev.apian.stage.call.DataClass;
import dev.apian.stage.endpoint.Decision;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Facts.Bodies;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Listed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A line of the inventory as JSON, and back: what the column `listed` of the stored endpoints holds.
public final class ListedJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ListedJson() {}

    public static ObjectNode of(Listed listed) {
        ObjectNode out = JSON.createObjectNode();
        Endpoint endpoint = listed.endpoint();
        out.put("id", endpoint.text());
        out.put("method", endpoint.method());
        out.put("host", endpoint.host());
        out.put("template", endpoint.template());
        out.put("sensitivity", word(endpoint.sensitivity()));
        ArrayNode labels = out.putArray("labels");
        endpoint.labels().stream().map(ListedJson::word).sorted().forEach(labels::add);
        out.put("posture", word(listed.facts().posture()));
        out.set("facts", facts(listed.facts()));
        ArrayNode decisions = out.putArray("decisions");
        listed.decisions().forEach(decision -> decisions.add(decision(decision)));
        ArrayNode former = out.putArray("former");
        listed.former().forEach(id -> former.add(Hash.text(id)));
        return out;
    }

    /// @throws tools.jackson.core.JacksonException if it is no JSON
    public static Listed read(String json) {
        JsonNode in = JSON.readTree(json);
        Set<Label> labels = EnumSet.noneOf(Label.class);
        in.path("labels").forEach(label -> labels.add(constant(Label.class, label.asString())));
        Endpoint endpoint = new Endpoint(
                Hash.parse(in.path("id").asString()),
                in.path("method").asString(),
                in.path("host").asString(),
                in.path("template").asString(),
                constant(Endpoint.Sensitivity.class, in.path("sensitivity").asString()),
                labels);
        List<Decision> decisions = new ArrayList<>();
        in.path("decisions").forEach(decision -> decisions.add(decision(decision)));
        List<Long> former = new ArrayList<>();
        in.path("former").forEach(id -> former.add(Hash.parse(id.asString())));
        return new Listed(endpoint, facts(in.path("facts")), decisions, former);
    }

    private static ObjectNode facts(Facts facts) {
        ObjectNode out = JSON.createObjectNode();
        out.put("calls", facts.calls());
        out.put("served", facts.served());
        out.put("anonymous", facts.anonymous());
        out.put("first", facts.first());
        out.put("last", facts.last());
        counts(out.putObject("statuses"), facts.statuses(), String::valueOf);
        counts(out.putObject("parameters"), facts.parameters(), name -> name);
        counts(out.putObject("request_data"), facts.requestData(), DataClass::label);
        counts(out.putObject("response_data"), facts.responseData(), DataClass::label);
        bodies(out.putObject("request"), facts.request());
        bodies(out.putObject("response"), facts.response());
        out.put("unlisted", facts.unlisted());
        return out;
    }

    private static Facts facts(JsonNode in) {
        Map<Integer, Long> statuses = new HashMap<>();
        in.path("statuses").forEachEntry((status, calls) -> statuses.put(Integer.valueOf(status), calls.asLong()));
        Map<String, Long> parameters = new HashMap<>();
        in.path("parameters").forEachEntry((name, calls) -> parameters.put(name, calls.asLong()));
        return new Facts(
                in.path("calls").asLong(),
                in.path("served").asLong(),
                in.path("anonymous").asLong(),
                in.path("first").asLong(),
                in.path("last").asLong(),
                statuses,
                parameters,
                found(in.path("request_data")),
                found(in.path("response_data")),
                bodies(in.path("request")),
                bodies(in.path("response")),
                in.path("unlisted").asLong());
    }

    private static <K> void counts(ObjectNode out, Map<K, Long> counts, Function<K, String> name) {
        Map<String, Long> sorted = new TreeMap<>();
        counts.forEach((key, count) -> sorted.put(name.apply(key), count));
        sorted.forEach(out::put);
    }

    private static Map<DataClass, Long> found(JsonNode in) {
        Map<DataClass, Long> found = new EnumMap<>(DataClass.class);
        in.forEachEntry((label, calls) -> found.put(constant(DataClass.class, label), calls.asLong()));
        return found;
    }

    private static void bodies(ObjectNode out, Bodies bodies) {
        out.put("seen", bodies.seen());
        ArrayNode keys = out.putArray("keys");
        bodies.keys().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Body.Key, Long> entry) ->
                                entry.getKey().path())
                        .thenComparing(entry -> entry.getKey().type()))
                .forEach(entry -> keys.addObject()
                        .put("path", entry.getKey().path())
                        .put("type", word(entry.getKey().type()))
                        .put("bodies", entry.getValue()));
    }

    private static Bodies bodies(JsonNode in) {
        Map<Body.Key, Long> keys = new HashMap<>();
        in.path("keys")
                .forEach(key -> keys.put(
                        new Body.Key(
                                key.path("path").asString(),
                                constant(Body.Type.class, key.path("type").asString())),
                        key.path("bodies").asLong()));
        return new Bodies(in.path("seen").asLong(), keys);
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode out = JSON.createObjectNode();
        out.put("part", decision.part());
        out.put("text", decision.text());
        out.put("because", word(decision.because()));
        out.put("odds", decision.odds());
        ArrayNode evidence = out.putArray("evidence");
        decision.evidence().forEach(evidence::add);
        return out;
    }

    private static Decision decision(JsonNode in) {
        List<String> evidence = new ArrayList<>();
        in.path("evidence").forEach(fact -> evidence.add(fact.asString()));
        return new Decision(
                in.path("part").asInt(),
                in.path("text").asString(),
                constant(Decision.Because.class, in.path("because").asString()),
                in.path("odds").asDouble(),
                evidence);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
