// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stream.Learner;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Learns which endpoints exist, and at which places of the path names are values.
///
/// Where many literals stand side by side and new ones keep coming ([#SIBLINGS_MIN], [#RARE_SHARE_MIN]), they
/// are values: the place collapses, its endpoints merge into one, and every old id becomes an alias of the
/// new one. A literal that is called far more than its siblings stays a route. Sibling count alone is weak
/// evidence, hence the share of rare ones.
public final class TemplateLearner implements Learner<Routed, Templates> {

    /// Beyond this, new shapes are counted in `dropped` and stay unnamed.
    public static final int ENDPOINTS_MAX = 20_000;

    /// Vocabularies of real APIs seldom have more names side by side than this.
    static final int SIBLINGS_MIN = 40;

    /// Share of siblings seen once or twice; fixed routes are all seen again sooner or later.
    static final double RARE_SHARE_MIN = 0.5;

    private static final int RARE_CALLS_MAX = 2;

    /// So many times the calls of the average among its siblings make a literal a route of its own.
    private static final int HEAVY_TIMES_AVERAGE = 20;

    private final Map<Long, Known> known = new HashMap<>();
    private final Map<Long, Long> aliases = new HashMap<>();
    private final Map<Long, Set<String>> collapsed = new HashMap<>();
    private long dropped;
    private int version;
    private boolean changed;
    private boolean loaded;
    private Templates published = Templates.NONE;

    @Override
    public void learn(Routed routed) {
        Endpoint endpoint = routed.endpoint();
        if (endpoint.is(Label.UNMATCHED)) {
            return;
        }
        Known mine = known.get(published.current(endpoint.id()));
        if (mine != null) {
            mine.calls++;
            mine.facts.take(routed.call());
        } else if (known.size() < ENDPOINTS_MAX) {
            Known fresh = new Known(endpoint, routed.call().route() != null);
            fresh.facts.take(routed.call());
            known.put(endpoint.id(), fresh);
            changed = true;
        } else {
            dropped++;
        }
    }

    @Override
    public Templates publish(long tick) {
        if (changed) {
            collapseWhereNamesAreValues();
        }
        if (changed || loaded) {
            changed = false;
            loaded = false;
            Map<Long, Endpoint> endpoints = HashMap.newHashMap(known.size());
            known.forEach((id, entry) -> endpoints.put(id, entry.endpoint));
            published = new Templates(endpoints, Map.copyOf(aliases), new Collapses(Map.copyOf(collapsed)), version);
        }
        return published;
    }

    /// The inventory as it is now.
    public List<Listed> listed() {
        return known.values().stream()
                .map(entry -> new Listed(entry.endpoint, entry.facts.facts(), List.of()))
                .toList();
    }

    /// Calls to shapes that found no place among the [#ENDPOINTS_MAX].
    public long dropped() {
        return dropped;
    }

    private void collapseWhereNamesAreValues() {
        if (known.size() < SIBLINGS_MIN) {
            return;
        }
        Map<Long, Map<String, Long>> siblings = new TreeMap<>();
        for (Known entry : known.values()) {
            if (!entry.routed) {
                entry.places()
                        .forEach(place -> siblings.computeIfAbsent(place.prefix(), prefix -> new TreeMap<>())
                                .merge(place.literal(), entry.calls, Long::sum));
            }
        }
        boolean any = false;
        for (Map.Entry<Long, Map<String, Long>> place : siblings.entrySet()) {
            Map<String, Long> literals = place.getValue();
            long rare = literals.values().stream()
                    .filter(calls -> calls <= RARE_CALLS_MAX)
                    .count();
            if (literals.size() >= SIBLINGS_MIN
                    && rare >= RARE_SHARE_MIN * literals.size()
                    && !collapsed.containsKey(place.getKey())) {
                collapsed.put(place.getKey(), heavyOnes(literals));
                any = true;
            }
        }
        if (any) {
            mergeByNewShape();
        }
    }

    private static Set<String> heavyOnes(Map<String, Long> literals) {
        long calls = literals.values().stream().mapToLong(Long::longValue).sum();
        int siblings = literals.size() - 1;
        Set<String> heavy = new HashSet<>();
        literals.forEach((literal, count) -> {
            if (count * siblings > HEAVY_TIMES_AVERAGE * (calls - count)) {
                heavy.add(literal);
            }
        });
        return Set.copyOf(heavy);
    }

    /// Re-reads every template under the collapses in force; those that became alike are one from now on.
    private void mergeByNewShape() {
        Collapses collapses = new Collapses(collapsed);
        for (Known entry : Stream.of(known.values().toArray(Known[]::new))
                .sorted(Comparator.comparing(e -> e.endpoint.template()))
                .toList()) {
            Endpoint old = entry.endpoint;
            Shape shape = Shape.of(old.method(), old.host(), entry.example(), collapses);
            if (entry.routed || shape.id() == old.id()) {
                continue;
            }
            known.remove(old.id());
            Known merged = known.computeIfAbsent(
                    shape.id(), id -> new Known(Templates.endpointOf(old.method(), old.host(), shape), false));
            merged.calls += entry.calls;
            merged.facts.add(entry.facts);
            aliases.replaceAll((from, to) -> to == old.id() ? shape.id() : to);
            aliases.put(old.id(), shape.id());
            version++;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(dropped);
        out.writeInt(version);
        out.writeBoolean(changed);
        out.writeInt(known.size());
        for (Known entry : known.values()) {
            out.writeUTF(entry.endpoint.method());
            out.writeUTF(entry.endpoint.host());
            out.writeUTF(entry.endpoint.template());
            out.writeBoolean(entry.routed);
            out.writeLong(entry.calls);
            entry.facts.save(out);
        }
        out.writeInt(aliases.size());
        for (Map.Entry<Long, Long> alias : aliases.entrySet()) {
            out.writeLong(alias.getKey());
            out.writeLong(alias.getValue());
        }
        new Collapses(collapsed).save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        known.clear();
        aliases.clear();
        collapsed.clear();
        dropped = in.readLong();
        version = in.readInt();
        changed = in.readBoolean();
        for (int left = in.readInt(); left > 0; left--) {
            String method = in.readUTF();
            String host = in.readUTF();
            String template = in.readUTF();
            boolean routed = in.readBoolean();
            Shape shape = Shape.ofRoute(method, host, template, template);
            Known entry = new Known(Templates.endpointOf(method, host, shape), routed);
            entry.calls = in.readLong();
            entry.facts.add(FactsSoFar.read(in));
            known.put(shape.id(), entry);
        }
        for (int left = in.readInt(); left > 0; left--) {
            aliases.put(in.readLong(), in.readLong());
        }
        collapsed.putAll(Collapses.read(in).kept());
        loaded = true;
    }

    /// An endpoint and how often it was called.
    private static final class Known {

        private final Endpoint endpoint;
        private final boolean routed;
        private final FactsSoFar facts = new FactsSoFar();
        private long calls = 1;

        private Known(Endpoint endpoint, boolean routed) {
            this.endpoint = endpoint;
            this.routed = routed;
        }

        private Stream<Shape.Place> places() {
            return Shape.placesOf(endpoint.host(), endpoint.template());
        }

        /// A path that has this template: its variable parts filled with a number.
        private String example() {
            return endpoint.template().replaceAll("\\{[^}/]*}", "0");
        }
    }
}
