// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import dev.apian.stage.endpoint.Decision.Because;
import dev.apian.stage.endpoint.Shape.Segment;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lays what people and documents say about paths over what was learned.
final class Corrector {

    private final PathTree tree;
    private final Register register;
    private List<Correction> corrections = List.of();
    private final Set<Places.Route> routes = new HashSet<>();
    private boolean pending;
    private int hostsCorrected;

    Corrector(PathTree tree, Register register) {
        this.tree = tree;
        this.register = register;
    }

    /// Tells whether they differ from those given before.
    boolean give(List<Correction> given) {
        boolean news = !corrections.equals(given);
        pending |= news;
        corrections = List.copyOf(given);
        return news;
    }

    /// Applies what is new, or what is old to hosts that are new. Tells whether anything was done.
    boolean apply() {
        boolean isNeeded = pending || !corrections.isEmpty() && tree.hosts().size() != hostsCorrected;
        if (!isNeeded) {
            return false;
        }
        pending = false;
        hostsCorrected = tree.hosts().size();
        routes.clear();
        tree.hosts().forEach(Corrector::forget);
        for (Place host : List.copyOf(tree.hosts())) {
            for (Correction correction : corrections) {
                if (correction.host().isEmpty() || correction.host().equals(host.text)) {
                    apply(correction, host);
                }
            }
            takeIn(host);
        }
        rename();
        return true;
    }

    private void apply(Correction correction, Place host) {
        switch (correction) {
            case Pin pin -> pin(pin, host);
            case Reject reject -> {
                Place variable = lastVariable(reject.template(), host);
                if (variable != null && variable.above != null) {
                    reject(variable.above, variable);
                }
            }
            case Rename rename -> {
                Place variable = lastVariable(rename.template(), host);
                if (variable != null) {
                    variable.text = rename.name();
                }
            }
        }
    }

    private void pin(Pin pin, Place host) {
        Place place = host;
        for (Segment segment : Shape.ofTemplate(pin.template()).segments()) {
            Place above = place;
            place = tree.step(above, segment);
            place.fixed = true;
            place.because = pin.document().isEmpty() ? Because.CORRECTED : Because.DOCUMENTED;
            if (place.isVariable()) {
                place.open = true;
                place.text = segment.text();
            } else {
                takeOut(above.plainVariable(), place);
            }
        }
        register.restore(place);
        routes.add(new Places.Route(host.text, PathTree.shapeOf(place, "").template()));
    }

    /// What is pinned as a name is no value beside it.
    private static void takeOut(@Nullable Place variable, Place name) {
        Use use = variable == null ? null : variable.values.remove(name.text);
        if (use != null) {
            name.use.add(use);
        }
    }

    private void reject(Place above, Place variable) {
        above.closed = true;
        variable.open = false;
        Merge merge = new Merge(tree, register);
        for (String value : List.copyOf(variable.values.keySet())) {
            merge.outOfVariable(above, variable, value);
        }
        above.names.values().forEach(name -> name.because = Because.CORRECTED);
    }

    /// Names beside a pinned variable that nobody pinned are its values.
    private void takeIn(Place place) {
        Place variable = place.plainVariable();
        if (variable != null && variable.fixed && !place.closed) {
            List<String> values = place.names.values().stream()
                    .filter(name -> !name.fixed && !name.proven && !Paths.isTail(name.text) && !Words.isSelf(name.text))
                    .map(name -> name.text)
                    .toList();
            new Merge(tree, register).intoVariable(place, values);
        }
        place.names.values().forEach(this::takeIn);
        place.variables.values().forEach(this::takeIn);
    }

    private @Nullable Place lastVariable(String template, Place host) {
        List<Segment> segments = Shape.ofTemplate(template).segments();
        Place place = host;
        Place last = null;
        for (Segment segment : segments) {
            place = tree.step(place, segment);
            last = place.isVariable() ? place : last;
        }
        return last;
    }

    private static void forget(Place place) {
        place.closed = false;
        place.proven &= !place.fixed;
        if (place.fixed) {
            place.fixed = false;
            place.because = place.isVariable() ? Because.LEARNED : Because.NAME;
        }
        place.names.values().forEach(Corrector::forget);
        place.variables.values().forEach(Corrector::forget);
    }

    /// Variables may have other names now; ids stay.
    private void rename() {
        for (Known known : register.all()) {
            Place place = known.place();
            if (place != null) {
                Endpoint now = known.endpoint();
                String operation = Shape.ofTemplate(now.template()).operation();
                String template = PathTree.shapeOf(place, operation).template();
                register.rename(
                        known,
                        new Endpoint(now.id(), now.method(), now.host(), template, now.sensitivity(), now.labels()));
            }
        }
    }

    /// What matching has to know of places.
    Places places() {
        Set<Long> open = new HashSet<>();
        Set<Long> closed = new HashSet<>();
        for (Place host : tree.hosts()) {
            collect(host, Shape.rootOf(host.text), open, closed);
        }
        return new Places(open, closed, Set.copyOf(routes));
    }

    private static void collect(Place place, long hash, Set<Long> open, Set<Long> closed) {
        if (place.open) {
            open.add(hash);
        }
        if (place.closed) {
            closed.add(hash);
        }
        place.names.values().forEach(name -> collect(name, Shape.below(hash, name.signature()), open, closed));
        place.variables
                .values()
                .forEach(variable -> collect(variable, Shape.below(hash, variable.signature()), open, closed));
    }

    void save(DataOutput out) throws IOException {
        out.writeBoolean(pending);
        out.writeInt(hostsCorrected);
        out.writeInt(corrections.size());
        for (Correction correction : corrections) {
            out.writeUTF(correction.host());
            out.writeUTF(correction.template());
            switch (correction) {
                case Pin pin -> {
                    out.writeUTF("pin");
                    out.writeUTF(pin.method());
                    out.writeUTF(pin.document());
                }
                case Reject reject -> out.writeUTF("reject");
                case Rename rename -> {
                    out.writeUTF("rename");
                    out.writeUTF(rename.name());
                }
            }
        }
        out.writeInt(routes.size());
        for (Places.Route route : routes) {
            out.writeUTF(route.host());
            out.writeUTF(route.template());
        }
    }

    void load(DataInput in) throws IOException {
        pending = in.readBoolean();
        hostsCorrected = in.readInt();
        List<Correction> loaded = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            loaded.add(read(in));
        }
        corrections = List.copyOf(loaded);
        for (int left = in.readInt(); left > 0; left--) {
            routes.add(new Places.Route(in.readUTF(), in.readUTF()));
        }
    }

    private static Correction read(DataInput in) throws IOException {
        String host = in.readUTF();
        String template = in.readUTF();
        String kind = in.readUTF();
        return switch (kind) {
            case "pin" -> new Pin(in.readUTF(), host, template, in.readUTF());
            case "reject" -> new Reject(host, template);
            case "rename" -> new Rename(host, template, in.readUTF());
            default -> throw new IOException("found a correction of kind " + kind + ", expected pin, reject or rename");
        };
    }
}
