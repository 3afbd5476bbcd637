// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content.Echo;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Use.Token;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All paths that were served, as a tree of [Place]s, with the evidence of how each name in it was used.
final class PathTree {

    /// Places beyond are not grown; calls there are counted as dropped by the learner.
    static final int PLACES_MAX = 100_000;

    /// Parts after a name that are looked at to tell how it is used.
    private static final int BELOW_MAX = 2;

    private static final int GROWTH_PART = 4;

    /// Weighing many names is dear: one new among more than these waits for others.
    private static final int FRESH_PART = 16;

    private final Map<String, Place> hosts = new TreeMap<>();
    private final Shapes shapes = new Shapes();
    private final Set<Place> dirty = new LinkedHashSet<>();
    private int places;

    Shapes shapes() {
        return shapes;
    }

    Collection<Place> hosts() {
        return hosts.values();
    }

    Place host(String host) {
        return hosts.computeIfAbsent(host, name -> new Place(null, name, null));
    }

    /// Where a path ends in the tree, grown if need be; null if there is no room.
    @Nullable
    List<Place> trail(String host, List<String> parts) {
        List<Place> trail = new ArrayList<>(parts.size());
        Place place = host(host);
        for (int i = 0; i < parts.size(); i++) {
            place = below(place, parts.get(i), i == parts.size() - 1);
            if (place == null) {
                return null;
            }
            trail.add(place);
        }
        return trail;
    }

    private @Nullable Place below(Place place, String text, boolean isLast) {
        Place named = place.names.get(text);
        if (named != null) {
            return named;
        }
        Piece piece = Piece.of(text, isLast);
        Place variable = place.variables.get(piece.form());
        boolean taken =
                !place.closed && (piece.typed() || variable != null && variable.open && !Words.isSelf(piece.text()));
        if (taken && variable != null) {
            return variable;
        }
        if (places == PLACES_MAX) {
            return null;
        }
        places++;
        if (taken) {
            return place.variable(piece);
        }
        place.fresh++;
        if (place.fresh * FRESH_PART >= place.names.size()) {
            dirty.add(place);
        }
        return place.name(text);
    }

    /// Takes a served call in as evidence for every part of its path.
    void take(List<Place> trail, List<String> parts, Call call, String key) {
        long sender = senderOf(call);
        long shape = call.status() < 300 ? call.content().response().shape() : 0;
        int last = trail.size() - 1;
        for (int i = last; i >= 0; i--) {
            Place place = trail.get(i);
            Token token = token(trail, i, key, shape);
            place.use.take(sender, token);
            if (place.isVariable()) {
                place.value(parts.get(i)).take(sender, token);
            }
            noteGrowth(place);
        }
        if (shape != 0 && last >= 0) {
            shapes.see(
                    shape,
                    trail.get(last).signature(),
                    last == 0 ? "" : trail.get(last - 1).signature());
        }
        for (Echo echo : call.content().echoes()) {
            if (echo.segment() <= last && !isKindOfThing(echo.name())) {
                Place place = trail.get(echo.segment());
                place.use.echoed(echo.name());
                Use value = place.values.get(parts.get(echo.segment()));
                if (value != null) {
                    value.echoed(echo.name());
                }
            }
        }
    }

    /// A fourth more evidence is worth another look.
    private void noteGrowth(Place place) {
        boolean choice = place.names.size() > 1 || !place.names.isEmpty() && !place.variables.isEmpty();
        Place variable = place.plainVariable();
        boolean learned = variable != null && variable.open && !variable.fixed;
        if ((choice || learned) && place.use.calls() >= place.weighedAt + place.weighedAt / GROWTH_PART) {
            dirty.add(place);
        }
    }

    /// `"type": "users"` names the kind of thing, and so may repeat a route.
    private static boolean isKindOfThing(String key) {
        return switch (key) {
            case "type", "kind", "object", "resource", "rel", "href", "self", "path", "url", "uri", "resourceType" ->
                true;
            default -> false;
        };
    }

    private static Token token(List<Place> trail, int at, String key, long shape) {
        int below = trail.size() - 1 - at;
        if (below > BELOW_MAX) {
            long structure =
                    Hash.of(trail.get(at + 1).signatureHash(), trail.get(at + 2).signatureHash());
            return new Token(structure, false, 0);
        }
        long structure = structureOf(key);
        for (int i = at + 1; i < trail.size(); i++) {
            structure = Hash.of(structure, trail.get(i).signatureHash());
        }
        return new Token(structure, below == 0, shape);
    }

    /// The structure of a path that ends here.
    static long structureOf(String key) {
        return Hash.of(key);
    }

    /// Who called, as far as stage 2 can tell: the strongest credential, or the address; 0 if neither is known.
    static long senderOf(Call call) {
        for (Facet facet : call.presented()) {
            if (facet.kind() != Facet.Kind.USERNAME) {
                return facet.key();
            }
        }
        String ip = call.origin().ip();
        return ip.isEmpty() ? 0 : Hash.of(ip);
    }

    /// Places that changed enough since they were weighed, those nearer to the root first.
    List<Place> takeDirty() {
        List<Place> changed = new ArrayList<>(dirty);
        changed.removeIf(place -> !place.isAttached());
        changed.sort((a, b) -> Integer.compare(a.path().size(), b.path().size()));
        dirty.clear();
        return changed;
    }

    /// Counts the places there are: merging takes some out.
    void recount() {
        places = hosts.values().stream().mapToInt(Place::size).sum();
    }

    void touch(Place place) {
        dirty.add(place);
    }

    boolean isClean() {
        return dirty.isEmpty();
    }

    /// The hash that ids are made of.
    static long hashOf(Place place) {
        long hash = Shape.rootOf(hostOf(place));
        for (Place step : place.path()) {
            hash = Shape.below(hash, step.signature());
        }
        return hash;
    }

    static String hostOf(Place place) {
        Place root = place;
        while (root.above != null) {
            root = root.above;
        }
        return root.text;
    }

    /// The place at which an endpoint that was learned ends, grown if need be.
    Place placeOf(Endpoint endpoint) {
        Place place = host(endpoint.host());
        for (Shape.Segment segment : Shape.ofTemplate(endpoint.template()).segments()) {
            place = step(place, segment);
        }
        return place;
    }

    /// Goes down one part of a template.
    Place step(Place place, Shape.Segment segment) {
        if (!segment.variable()) {
            return place.name(segment.text());
        }
        return place.variable(new Piece("", segment.prefix(), "", segment.suffix(), true));
    }

    static Shape shapeOf(Place place, String operation) {
        return new Shape(place.path().stream().map(Place::segment).toList(), operation);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(places);
        out.writeInt(hosts.size());
        for (Map.Entry<String, Place> host : hosts.entrySet()) {
            out.writeUTF(host.getKey());
            host.getValue().save(out);
        }
        shapes.save(out);
        out.writeInt(dirty.size());
        for (Place place : dirty) {
            out.writeUTF(hostOf(place));
            List<Place> path = place.path();
            out.writeInt(path.size());
            for (Place step : path) {
                out.writeBoolean(step.isVariable());
                out.writeUTF(step.signature());
            }
        }
    }

    void load(DataInput in) throws IOException {
        hosts.clear();
        dirty.clear();
        places = in.readInt();
        for (int left = in.readInt(); left > 0; left--) {
            host(in.readUTF()).load(in);
        }
        shapes.load(in);
        for (int left = in.readInt(); left > 0; left--) {
            Place place = host(in.readUTF());
            for (int steps = in.readInt(); steps > 0; steps--) {
                Map<String, Place> below = in.readBoolean() ? place.variables : place.names;
                Place next = below.get(in.readUTF());
                place = next == null ? place : next;
            }
            dirty.add(place);
        }
    }
}
