// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content.Choice;
import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The endpoints known so far: an immutable snapshot, in force for one tick. The matcher on the path of every
/// call.
///
/// `http.route` wins when present. Otherwise a [Trie] of all templates finds the endpoint; a path that none matches
/// is a new endpoint if the call was served. Only calls that were served make endpoints, so a scanner's guesses stay
/// together as `/{unmatched}`, and what was served to scanners only does so too.
public final class Templates {

    public static final Templates NONE = new Templates(new Knowledge(
            Map.of(), Map.of(), Map.of(), Places.NONE, Map.of(), Set.of(), 0));

    private static final String UNMATCHED = "/{unmatched}";

    private final Knowledge knowledge;
    private final Trie trie;

    /// @param known       by id
    /// @param aliases     from ids that no longer match to the id that does; profiles are re-keyed through it
    /// @param origins     from ids that were split off to the id they were part of
    /// @param dispatch    by id of method and path alone: the parameter that chooses the operation
    /// @param quarantined ids of endpoints that only scanners were ever served
    /// @param version     grows whenever aliases or origins change
    record Knowledge(
            Map<Long, Endpoint> known,
            Map<Long, Long> aliases,
            Map<Long, Long> origins,
            Places places,
            Map<Long, String> dispatch,
            Set<Long> quarantined,
            int version) {}

    Templates(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.trie = Trie.of(knowledge.known.values(), knowledge.places, knowledge.places.routes());
    }

    public Routed route(Call call) {
        String route = call.route();
        if (route != null) {
            Shape shape = Shape.ofRoute(route, call.path());
            return new Routed(call, knownOr(call, shape), shape.parameters());
        }
        String path = Paths.canonical(call.path());
        String operation = operationOf(call);
        Trie.Found found = trie.find(
                call.host(), path, operation.isEmpty() ? call.method() : call.method() + operation);
        if (found != null) {
            return dispatched(call, path, found);
        }
        if (!canMakeEndpoint(call)) {
            return new Routed(call, unmatched(call), List.of());
        }
        Shape shape = trie.shapeOf(call.host(), path, knowledge.places, operation);
        Endpoint endpoint = knownOr(call, shape);
        return knowledge.quarantined.contains(endpoint.id())
                ? new Routed(call, unmatched(call), List.of())
                : new Routed(call, endpoint, shape.parameters());
    }

    /// Endpoints by id.
    public Map<Long, Endpoint> known() {
        return knowledge.known;
    }

    /// From ids that no longer match to the id that does.
    public Map<Long, Long> aliases() {
        return knowledge.aliases;
    }

    /// From ids that were split off to the id they were part of.
    public Map<Long, Long> origins() {
        return knowledge.origins;
    }

    /// Grows whenever ids begin or cease to lead to others.
    public int version() {
        return knowledge.version;
    }

    /// The id under which an endpoint's history goes on.
    public long current(long id) {
        if (knowledge.aliases.isEmpty()) {
            return id;
        }
        Long to = knowledge.aliases.get(id);
        return to == null ? id : to;
    }

    /// The id of the endpoint that this one was part of until it was split off; its own id if it never was.
    public long originOf(long id) {
        if (knowledge.origins.isEmpty()) {
            return id;
        }
        Long from = knowledge.origins.get(id);
        return from == null ? id : current(from);
    }

    public @Nullable Endpoint byId(long id) {
        return knowledge.known.get(current(id));
    }

    /// One endpoint becomes many where a parameter chooses what is done.
    private Routed dispatched(Call call, String path, Trie.Found found) {
        Endpoint endpoint = found.endpoint();
        if (!knowledge.dispatch.isEmpty()) {
            String parameter = knowledge.dispatch.get(endpoint.id());
            Choice choice = parameter == null ? null : choiceOf(call, parameter);
            if (choice != null) {
                String operation = operation(choice);
                Trie.Found chosen = trie.find(call.host(), path, call.method() + operation);
                if (chosen != null) {
                    return new Routed(call, chosen.endpoint(), chosen.parameters());
                }
                if (canMakeEndpoint(call)) {
                    Shape shape = Shape.ofTemplate(endpoint.template() + operation);
                    return new Routed(call, knownOr(call, shape), found.parameters());
                }
            }
        }
        return new Routed(call, endpoint, found.parameters());
    }

    static String operationOf(Call call) {
        String operation = call.content().operation();
        return operation.isEmpty() ? "" : "#" + operation;
    }

    static @Nullable Choice choiceOf(Call call, String parameter) {
        for (Choice choice : call.content().choices()) {
            if (choice.name().equals(parameter)) {
                return choice;
            }
        }
        return null;
    }

    static String operation(Choice choice) {
        return "?" + choice.name() + "=" + choice.value();
    }

    /// The id that a path has which no template matches.
    long idOf(Call call) {
        String operation = operationOf(call);
        Shape shape = trie.shapeOf(call.host(), Paths.canonical(call.path()), knowledge.places, operation);
        return Shape.id(call.method(), shape.place(call.host()), operation);
    }

    private Endpoint knownOr(Call call, Shape shape) {
        long id = Shape.id(call.method(), shape.place(call.host()), shape.operation());
        Endpoint endpoint = knowledge.known.get(id);
        return endpoint == null ? endpointOf(id, call.method(), call.host(), shape) : endpoint;
    }

    static Endpoint endpointOf(long id, String method, String host, Shape shape) {
        Set<Label> labels = Words.labels(shape.literals());
        return new Endpoint(id, method, host, shape.template(), Words.sensitivity(method, labels), labels);
    }

    /// Only an answer proves that there is something. Many gateways say 401 to any path at all.
    static boolean canMakeEndpoint(Call call) {
        return call.succeeded();
    }

    private static Endpoint unmatched(Call call) {
        long id = Shape.id(call.method(), Shape.below(Shape.rootOf(call.host()), UNMATCHED), "");
        return new Endpoint(id, call.method(), call.host(), UNMATCHED, Sensitivity.LOW, Set.of(Label.UNMATCHED));
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(knowledge.version);
        out.writeInt(knowledge.known.size());
        for (Endpoint endpoint : knowledge.known.values()) {
            endpoint.save(out);
        }
        save(out, knowledge.aliases);
        save(out, knowledge.origins);
        knowledge.places.save(out);
        out.writeInt(knowledge.dispatch.size());
        for (Map.Entry<Long, String> entry : knowledge.dispatch.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeUTF(entry.getValue());
        }
        out.writeInt(knowledge.quarantined.size());
        for (Long id : knowledge.quarantined) {
            out.writeLong(id);
        }
    }

    public static Templates read(DataInput in) throws IOException {
        int version = in.readInt();
        Map<Long, Endpoint> known = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Endpoint endpoint = Endpoint.read(in);
            known.put(endpoint.id(), endpoint);
        }
        Map<Long, Long> aliases = longs(in);
        Map<Long, Long> origins = longs(in);
        Places places = Places.read(in);
        Map<Long, String> dispatch = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            dispatch.put(in.readLong(), in.readUTF());
        }
        Set<Long> quarantined = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            quarantined.add(in.readLong());
        }
        return new Templates(new Knowledge(known, aliases, origins, places, dispatch, quarantined, version));
    }

    static void save(DataOutput out, Map<Long, Long> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<Long, Long> entry : map.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    static Map<Long, Long> longs(DataInput in) throws IOException {
        Map<Long, Long> map = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readLong(), in.readLong());
        }
        return map;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Templates templates && templates.knowledge.equals(knowledge);
    }

    @Override
    public int hashCode() {
        return knowledge.hashCode();
    }

    @Override
    public String toString() {
        return "Templates[%d known, %d aliases, version %d]"
                .formatted(knowledge.known.size(), knowledge.aliases.size(), knowledge.version);
    }
}
