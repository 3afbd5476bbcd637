// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Decision.Because;
import dev.apian.stage.endpoint.Weigher.Weighed;
import dev.apian.stream.Learner;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Learns which endpoints exist, and which parts of their paths are values.
///
/// Served calls grow a [PathTree]. At a tick, the [Weigher] looks at the places that changed: names that turn out to be
/// values become one variable, and a value that turns out to be a route becomes a name of its own. All ids that ever
/// were lead to the endpoint they are part of now. What people and documents say ([Correction]) comes first.
public final class TemplateLearner implements Learner<Routed, Templates> {

    /// Beyond this, new shapes are counted in `dropped` and stay unnamed.
    public static final int ENDPOINTS_MAX = 20_000;

    /// Operations that bodies or parameters name at one path.
    static final int OPERATIONS_MAX = 256;

    /// Names are taken for values from these odds on.
    static final double MERGE_MIN = 0.5;

    /// Share of values with many senders among which one more is nothing special.
    private static final double CROWDED_SHARE_MAX = 0.05;

    /// Share of a value's answers whose form no other value has, beyond what optional keys explain.
    private static final double OWN_SHAPE_MIN = 0.6;

    /// Calls of a value before it may turn out to be a route.
    private static final int SPLIT_CALLS_MIN = 50;

    /// Calls after which only one of [#SAMPLE] more is looked at closely.
    private static final long SETTLED_CALLS = 500;

    private static final int SAMPLE = 8;

    /// One collapse leads to the next; more than this wait for the next tick.
    private static final int ROUNDS_MAX = 6;

    private final Register register = new Register();
    private final PathTree tree = new PathTree();
    private final Quarantine quarantine = new Quarantine();
    private final Corrector corrector = new Corrector(tree, register);
    private final Map<Long, String> dispatch = new TreeMap<>();
    private long dropped;
    private boolean changed;
    private boolean loaded;
    private Templates published = Templates.NONE;

    @Override
    public void learn(Routed routed) {
        Call call = routed.call();
        long sender = PathTree.senderOf(call);
        if (routed.endpoint().is(Label.UNMATCHED)) {
            changed |= quarantine.unmatched(call, sender, call.succeeded() ? published.idOf(call) : 0);
            return;
        }
        quarantine.matched(call, sender);
        Known known = register.find(published.current(routed.endpoint().id()));
        if (known == null && quarantine.isScanner(sender)) {
            changed |= quarantine.hold(routed.endpoint().id());
            return;
        }
        if (known == null) {
            known = fresh(routed);
            if (known == null) {
                dropped++;
                return;
            }
        }
        known.facts().take(call);
        if (call.succeeded()) {
            served(known, call, sender);
        }
    }

    /// A first call to an endpoint; null if there is no room for it.
    private @Nullable Known fresh(Routed routed) {
        Call call = routed.call();
        Endpoint endpoint = routed.endpoint();
        if (register.size() == ENDPOINTS_MAX) {
            return null;
        }
        if (call.route() != null) {
            changed = true;
            return register.add(endpoint, null);
        }
        List<Place> trail = tree.trail(call.host(), Paths.parts(Paths.canonical(call.path())));
        Place end = trail == null ? null : trail.isEmpty() ? tree.host(call.host()) : trail.getLast();
        if (end == null || end.ends.size() == OPERATIONS_MAX) {
            return null;
        }
        changed = true;
        Shape shape = Shape.ofTemplate(endpoint.template());
        return shape.operation().startsWith("?")
                ? register.splitOff(endpoint, end, Shape.id(endpoint.method(), shape.place(endpoint.host()), ""))
                : register.add(endpoint, end);
    }

    private void served(Known known, Call call, long sender) {
        known.count(1);
        known.servedTo(sender);
        Place end = known.place();
        boolean looksClosely = known.calls() <= SETTLED_CALLS || known.calls() % SAMPLE == 0;
        if (end == null || !looksClosely || quarantine.isScanner(sender)) {
            return;
        }
        List<String> parts = Paths.parts(Paths.canonical(call.path()));
        List<Place> trail = end.path();
        if (trail.size() == parts.size()) {
            tree.take(trail, parts, call, known.key());
        }
        long shape = call.content().response().shape();
        if (!call.content().choices().isEmpty()
                && known.choicesToFill().take(call.content().choices(), shape)) {
            dispatch(known);
        }
        refresh(known);
    }

    private void dispatch(Known known) {
        String chooser = known.choicesToFill().chooser();
        long id = known.endpoint().id();
        boolean isPart = !known.key().equals(known.endpoint().method());
        if (chooser != null && !isPart && dispatch.putIfAbsent(id, chooser) == null) {
            changed = true;
        }
    }

    /// Data in bodies makes an endpoint more sensitive than its words do.
    private void refresh(Known known) {
        Endpoint now = known.endpoint();
        Endpoint.Sensitivity told = known.sensitivity();
        if (told != now.sensitivity()) {
            changed |=
                    known.becomes(new Endpoint(now.id(), now.method(), now.host(), now.template(), told, now.labels()));
        }
    }

    /// Puts these corrections in the place of all given before. They hold from the next tick on.
    public void correct(List<Correction> corrections) {
        changed |= corrector.give(corrections);
    }

    @Override
    public Templates publish(long tick) {
        changed |= corrector.apply();
        for (int round = 0; round < ROUNDS_MAX && !tree.isClean(); round++) {
            tree.takeDirty().forEach(this::decide);
        }
        if (changed || loaded) {
            quarantine.takeBack(register);
            tree.recount();
            changed = false;
            loaded = false;
            published = new Templates(new Templates.Knowledge(
                    register.endpoints(),
                    register.aliases(),
                    register.origins(),
                    corrector.places(),
                    new HashMap<>(dispatch),
                    quarantine.held(),
                    register.version()));
        }
        return published;
    }

    private void decide(Place above) {
        above.fresh = 0;
        above.weighedAt = above.use.calls();
        if (above.closed) {
            return;
        }
        List<Weighed> weighed = Weigher.weigh(above, tree.shapes());
        List<String> values = new ArrayList<>();
        Map<String, Integer> echoes = new TreeMap<>();
        double odds = 0;
        for (Weighed one : weighed) {
            if (!one.sibling().inVariable()
                    && one.odds() > MERGE_MIN
                    && !Words.isSelf(one.sibling().text())) {
                values.add(one.sibling().text());
                one.sibling().use().echoes().forEach((key, count) -> echoes.merge(key, count, Integer::sum));
                odds += one.odds();
            }
        }
        Place variable = above.plainVariable();
        if (values.size() > 1 || !values.isEmpty() && variable != null) {
            Place into = above.variable(Piece.plain(""));
            into.open = true;
            into.because = into.fixed ? into.because : Because.LEARNED;
            into.odds = odds / values.size();
            if (variable == null) {
                into.text = Words.parameterName(into.text, echoes);
            }
            new Merge(tree, register).intoVariable(above, values);
            changed = true;
        }
        if (variable != null && variable.open && variable.because != Because.CORRECTED) {
            split(above, variable, weighed);
        }
    }

    /// A value that many call while nearly all others belong to few, and that answers in a way of its own, was a route
    /// all the time.
    private void split(Place above, Place variable, List<Weighed> weighed) {
        long crowded = weighed.stream().filter(one -> isCrowded(one)).count();
        if (crowded > 1 + CROWDED_SHARE_MAX * weighed.size()) {
            return;
        }
        for (Weighed one : weighed) {
            boolean answersOtherwise = one.features()[Evidence.OWN_SHAPE] >= OWN_SHAPE_MIN;
            boolean often = one.sibling().use().calls() >= SPLIT_CALLS_MIN;
            if (one.sibling().inVariable() && often && isCrowded(one) && answersOtherwise) {
                new Merge(tree, register)
                        .outOfVariable(above, variable, one.sibling().text());
                changed = true;
            }
        }
    }

    private static boolean isCrowded(Weighed one) {
        return one.features()[Evidence.MANY_SENDERS] > 0;
    }

    /// The inventory as it is now.
    public List<Listed> listed() {
        Map<Long, List<Long>> former = register.formerIds();
        return register.all().stream()
                .map(known -> new Listed(
                        known.endpoint(),
                        known.facts().facts(),
                        Explained.of(known),
                        former.getOrDefault(known.endpoint().id(), List.of())))
                .toList();
    }

    /// The evidence at every place where there is a choice, to fit [Weights] with.
    public List<Weighing> weighings() {
        List<Weighing> weighings = new ArrayList<>();
        tree.hosts().forEach(host -> weigh(host, "", weighings));
        return weighings;
    }

    private void weigh(Place place, String path, List<Weighing> weighings) {
        if (place.names.size() > 1 || !place.names.isEmpty() && place.plainVariable() != null) {
            for (Weighed one : Weigher.weigh(place, tree.shapes())) {
                weighings.add(new Weighing(
                        PathTree.hostOf(place),
                        path,
                        one.sibling().text(),
                        one.sibling().inVariable(),
                        one.features(),
                        one.among()));
            }
        }
        for (Place below : place.names.values()) {
            weigh(below, path + "/" + below.signature(), weighings);
        }
        for (Place below : place.variables.values()) {
            weigh(below, path + "/" + below.signature(), weighings);
        }
    }

    /// Calls to shapes that found no place among the [#ENDPOINTS_MAX].
    public long dropped() {
        return dropped;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(dropped);
        out.writeBoolean(changed);
        tree.save(out);
        register.save(out);
        quarantine.save(out);
        corrector.save(out);
        out.writeInt(dispatch.size());
        for (Map.Entry<Long, String> entry : dispatch.entrySet()) {
            out.writeLong(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        dropped = in.readLong();
        changed = in.readBoolean();
        tree.load(in);
        register.load(in, tree);
        quarantine.load(in);
        corrector.load(in);
        for (int left = in.readInt(); left > 0; left--) {
            dispatch.put(in.readLong(), in.readUTF());
        }
        loaded = true;
    }
}
