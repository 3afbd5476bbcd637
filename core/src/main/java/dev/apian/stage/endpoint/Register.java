// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The endpoints while they are learned, and what became of ids: an id that was merged leads to the endpoint it
/// is part of now, one that was split off to the one it was part of. An id never changes its meaning.
final class Register {

    /// Ids that lead to others; what merges beyond begins its history anew.
    static final int ALIASES_MAX = 200_000;

    private final Map<Long, Known> known = new HashMap<>();
    private final Map<Long, Long> aliases = new HashMap<>();
    private final Map<Long, Long> origins = new HashMap<>();
    private final Set<Long> renamed = new TreeSet<>();
    private int version;

    @Nullable
    Known find(long id) {
        Known entry = known.get(id);
        return entry == null ? known.get(current(id)) : entry;
    }

    Collection<Known> all() {
        return known.values();
    }

    int size() {
        return known.size();
    }

    int version() {
        return version;
    }

    Map<Long, Endpoint> endpoints() {
        Map<Long, Endpoint> endpoints = HashMap.newHashMap(known.size());
        known.forEach((id, entry) -> endpoints.put(id, entry.endpoint()));
        return endpoints;
    }

    Map<Long, Long> origins() {
        return Map.copyOf(origins);
    }

    /// Every merged id with the id that it leads to in the end.
    Map<Long, Long> aliases() {
        aliases.replaceAll((from, to) -> current(to));
        return Map.copyOf(aliases);
    }

    /// By endpoint: the ids that became part of it, and its own if it has another name now.
    Map<Long, List<Long>> formerIds() {
        Map<Long, List<Long>> former = new HashMap<>();
        new TreeMap<>(aliases)
                .forEach((from, to) -> former.computeIfAbsent(current(to), id -> new ArrayList<>())
                        .add(from));
        renamed.forEach(
                id -> former.computeIfAbsent(id, same -> new ArrayList<>()).add(id));
        return former;
    }

    /// Tells that an endpoint is called something else from now on.
    void rename(Known known, Endpoint now) {
        if (known.becomes(now)) {
            renamed.add(now.id());
        }
    }

    private long current(long id) {
        long at = id;
        for (Long next = aliases.get(at); next != null; next = aliases.get(at)) {
            at = next;
        }
        return at;
    }

    Known add(Endpoint endpoint, @Nullable Place place) {
        Known entry = new Known(endpoint, place);
        known.put(endpoint.id(), entry);
        if (aliases.remove(endpoint.id()) != null) {
            version++;
        }
        if (place != null) {
            place.ends.put(entry.key(), endpoint.id());
        }
        return entry;
    }

    /// Adds an endpoint that was part of another until now.
    Known splitOff(Endpoint endpoint, @Nullable Place place, long from) {
        Known entry = add(endpoint, place);
        origins.put(endpoint.id(), from);
        version++;
        return entry;
    }

    /// What ended at a place before it became part of another ends there again.
    void restore(Place place) {
        String host = PathTree.hostOf(place);
        long hash = PathTree.hashOf(place);
        Set<String> methods = new TreeSet<>();
        known.values().forEach(entry -> methods.add(entry.endpoint().method()));
        for (String method : methods) {
            long id = Shape.id(method, hash, "");
            if (aliases.containsKey(id)) {
                Shape shape = PathTree.shapeOf(place, "");
                splitOff(Templates.endpointOf(id, method, host, shape), place, current(id));
            }
        }
    }

    /// Moves all that ended at one place to another.
    void move(Place from, Place to) {
        String host = PathTree.hostOf(to);
        long place = PathTree.hashOf(to);
        for (Map.Entry<String, Long> end : from.ends.entrySet()) {
            Known old = known.remove(end.getValue());
            if (old == null) {
                continue;
            }
            String method = old.endpoint().method();
            String operation = end.getKey().substring(method.length());
            long id = Shape.id(method, place, operation);
            Known into = known.get(id);
            if (into == null) {
                Shape shape = PathTree.shapeOf(to, operation);
                into = add(Templates.endpointOf(id, method, host, shape), to);
            }
            into.absorb(old);
            origins.remove(end.getValue());
            if (id != end.getValue() && aliases.size() < ALIASES_MAX) {
                aliases.put(end.getValue(), id);
                version++;
            }
        }
        from.ends.clear();
    }

    /// Forgets an endpoint that never was one.
    void remove(Known entry) {
        known.remove(entry.endpoint().id());
        Place place = entry.place();
        if (place != null) {
            place.ends.remove(entry.key());
            place.prune();
        }
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(version);
        Templates.save(out, new TreeMap<>(aliases));
        Templates.save(out, new TreeMap<>(origins));
        out.writeInt(renamed.size());
        for (Long id : renamed) {
            out.writeLong(id);
        }
        out.writeInt(known.size());
        for (Known entry : new TreeMap<>(known).values()) {
            entry.endpoint().save(out);
            out.writeBoolean(entry.place() != null);
            entry.save(out);
        }
    }

    /// @param tree with the places at which the endpoints end
    void load(DataInput in, PathTree tree) throws IOException {
        version = in.readInt();
        aliases.putAll(Templates.longs(in));
        origins.putAll(Templates.longs(in));
        for (int left = in.readInt(); left > 0; left--) {
            renamed.add(in.readLong());
        }
        for (int left = in.readInt(); left > 0; left--) {
            Endpoint endpoint = Endpoint.read(in);
            Known entry = new Known(endpoint, in.readBoolean() ? tree.placeOf(endpoint) : null);
            entry.load(in);
            known.put(endpoint.id(), entry);
        }
    }
}
