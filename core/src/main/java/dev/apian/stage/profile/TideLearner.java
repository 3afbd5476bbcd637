// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.profile.Population.Pair;
import dev.apian.stage.profile.Tides.Part;
import dev.apian.stage.profile.Tides.Shift;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Compares every ten minutes what everybody does with what is usual for each of them.
///
/// The ratio of what was seen to what was expected, an actor's part in it cut at [#CAP_TIMES], is taken over the last
/// half hour and the last hours, beside the same ratio over the last weeks, which cancels what the counting misses. Few
/// calls say little: an
/// endpoint's factor is shrunk to its group's, and that to one.
final class TideLearner {

    /// One busy actor is not a tide.
    private static final double CAP_TIMES = 2.5;

    private static final double CAP_CALLS = 1.5;

    /// Beyond this many pairs of group and endpoint, new ones are left to their group's factor and counted.
    static final int PAIRS_MAX = 100_000;

    static final int SHIFTS_MAX = 100;
    private static final int PARTS_MAX = 20;

    /// A notice needs so many times the usual, by so many actors, of whom such a share does so.
    private static final double SHIFT_FACTOR = 1.6;

    /// A factor so near to what holds otherwise is not worth keeping.
    private static final double NEAR = 0.05;

    private static final double SHIFT_OVER_FACTOR = 1.25;
    private static final int SHIFT_ACTORS = 20;
    private static final double SHIFT_BREADTH = 0.2;

    /// Nothing is said in the first days, in which nothing is usual yet.
    private static final long LEARNING_SLOTS = 3 * Tide.SLOTS_PER_DAY;

    /// The factors of the last hours are kept, since a window is told when the next one begins.
    private static final int HOURS_KEPT = 30;

    /// Lower ones are not worth keeping.
    private static final float KEPT_MIN = 1.2f;

    private static final Comparator<Part> STRENGTH = Comparator.comparingDouble(Part::factor)
            .thenComparingInt(Part::actors)
            .thenComparingDouble(Part::breadth);

    private final Map<Pair, Tide> tides = new HashMap<>();
    private final TreeMap<Long, Map<Pair, Float>> byHour = new TreeMap<>();
    private final List<Shift> shifts = new ArrayList<>();
    private long slot = Long.MIN_VALUE;
    private long firstSlot = Long.MIN_VALUE;
    private long dropped;
    private Tides published = Tides.NONE;

    /// An actor made its n-th call of ten minutes to an endpoint, of which `expected` are usual.
    void learn(Lesson.Flow flow, double expected) {
        Tide own = tideOf(new Pair(flow.group(), flow.endpoint()));
        Tide ofGroup = tideOf(new Pair(flow.group(), Population.ALL));
        double cap = CAP_CALLS + CAP_TIMES * expected;
        double more = Math.min(flow.count(), cap) - Math.min(flow.before(), cap);
        boolean risen = flow.count() >= 2 * expected + 2 && flow.before() < 2 * expected + 2;
        boolean first = flow.before() == 0;
        if (own != null) {
            own.add(more, first ? expected : 0, flow.newly(), first, risen);
        }
        if (ofGroup != null) {
            ofGroup.add(more, first ? expected : 0, flow.newly(), first, risen);
        }
    }

    /// Whether a window lies in a time that was noticed as unusual. Nothing usual can be learned from it.
    boolean isShift(Lesson.Window window) {
        long end = window.micros() + window.scale().micros();
        return shifts.stream()
                .anyMatch(shift -> shift.from() < end && (shift.until() == 0 || shift.until() > window.micros()));
    }

    /// The factor while a window was open, the highest if it was a long one; 1 if that is forgotten.
    double factorAt(Lesson.Window window) {
        long first = Math.floorDiv(window.micros(), Scale.HOUR.micros());
        long last = Math.floorDiv(window.micros() + window.scale().micros() - 1, Scale.HOUR.micros());
        double highest = 1;
        for (Map<Pair, Float> factors : byHour.subMap(first, true, last, true).values()) {
            highest = Math.max(highest, Tides.factor(factors, window.group(), window.endpoint()));
        }
        return highest;
    }

    private void keep(long micros, Map<Pair, Float> factors) {
        Map<Pair, Float> high = new HashMap<>();
        factors.forEach((pair, factor) -> {
            if (factor >= KEPT_MIN || pair.endpoint() != Population.ALL) {
                high.put(pair, factor);
            }
        });
        byHour.put(Math.floorDiv(micros, Scale.HOUR.micros()), Map.copyOf(high));
        while (byHour.size() > HOURS_KEPT) {
            byHour.pollFirstEntry();
        }
    }

    private @Nullable Tide tideOf(Pair pair) {
        Tide tide = tides.get(pair);
        if (tide == null && tides.size() < PAIRS_MAX) {
            tide = new Tide();
            tides.put(pair, tide);
        }
        dropped += tide == null ? 1 : 0;
        return tide;
    }

    /// Lessons of pairs that found no room among [#PAIRS_MAX].
    long dropped() {
        return dropped;
    }

    /// Endpoints merged.
    void follow(UnaryOperator<Long> current) {
        List<Pair> old = tides.keySet().stream()
                .filter(pair -> current.apply(pair.endpoint()).longValue() != pair.endpoint())
                .sorted(Pair.ORDER)
                .toList();
        for (Pair pair : old) {
            Tide tide = tides.remove(pair);
            if (tide != null) {
                tides.merge(new Pair(pair.group(), current.apply(pair.endpoint())), tide, Tide::plus);
            }
        }
    }

    Tides published() {
        return published;
    }

    Tides publish(long tick) {
        long now = Math.floorDiv(tick * Tick.MICROS, Scale.TEN_MINUTES.micros());
        if (slot == Long.MIN_VALUE) {
            slot = now;
            firstSlot = now;
        }
        // One by one, also if nothing was called meanwhile: so it does not matter who asks how often.
        while (slot < now) {
            slot++;
            boolean hourEnds = Math.floorMod(slot, Tide.SLOTS_PER_HOUR) == 0;
            tides.values().forEach(tide -> tide.close(hourEnds));
            tides.values().removeIf(Tide::isOver);
            published = snapshot(slot * Scale.TEN_MINUTES.micros());
        }
        return published;
    }

    private Tides snapshot(long micros) {
        Map<Pair, Float> factors = new TreeMap<>(Pair.ORDER);
        Map<Long, Part> risen = new TreeMap<>();
        double[] highest = {1};
        tides.forEach((pair, tide) -> {
            double factor = factorOf(pair, tide);
            boolean ofGroup = pair.endpoint() == Population.ALL;
            double otherwise = ofGroup ? 1 : groupFactor(pair.group());
            if (Math.abs(factor - otherwise) > NEAR * otherwise) {
                factors.put(pair, (float) Math.max(1, factor));
            }
            if (tide.actors() >= SHIFT_ACTORS) {
                highest[0] = Math.max(highest[0], factor);
            }
            if (!ofGroup && factor >= SHIFT_FACTOR && (isShift(pair, tide) || isShift(pair.group()))) {
                Part part = new Part(pair.endpoint(), (float) factor, tide.actors(), (float) tide.breadth());
                risen.merge(pair.endpoint(), part, TideLearner::stronger);
            }
        });
        if (slot - firstSlot >= LEARNING_SLOTS) {
            notice(micros, risen, highest[0]);
        }
        keep(micros - 1, factors);
        return new Tides(Map.copyOf(factors), List.copyOf(shifts));
    }

    private boolean isShift(long group) {
        Pair pair = new Pair(group, Population.ALL);
        Tide tide = tides.get(pair);
        return tide != null && isShift(pair, tide);
    }

    private boolean isShift(Pair pair, Tide tide) {
        return tide.actors() >= SHIFT_ACTORS && tide.breadth() >= SHIFT_BREADTH && factorOf(pair, tide) >= SHIFT_FACTOR;
    }

    /// The same of both, in whatever order they come.
    private static Part stronger(Part one, Part other) {
        return STRENGTH.compare(other, one) > 0 ? other : one;
    }

    private double groupFactor(long group) {
        Pair pair = new Pair(group, Population.ALL);
        Tide tide = tides.get(pair);
        return tide == null ? 1 : Math.max(1, tide.factor(1));
    }

    private double factorOf(Pair pair, Tide tide) {
        return tide.factor(pair.endpoint() == Population.ALL ? 1 : groupFactor(pair.group()));
    }

    /// One notice, however many endpoints and actors it is about: what rises while a shift goes on is part of it.
    private void notice(long micros, Map<Long, Part> risen, double highest) {
        Shift open = shifts.isEmpty() || shifts.getLast().until() != 0 ? null : shifts.removeLast();
        if (open == null && risen.isEmpty()) {
            return;
        }
        if (open == null && shifts.size() == SHIFTS_MAX) {
            shifts.removeFirst();
        }
        Map<Long, Part> parts = new TreeMap<>(risen);
        long from = open == null ? micros - Scale.HOUR.micros() : open.from();
        if (open != null) {
            open.parts().forEach(part -> parts.merge(part.endpoint(), part, TideLearner::stronger));
        }
        List<Part> strongest = parts.values().stream()
                .sorted(Comparator.comparingDouble(Part::factor).reversed().thenComparingLong(Part::endpoint))
                .limit(PARTS_MAX)
                .toList();
        boolean over = risen.isEmpty() && highest < SHIFT_OVER_FACTOR;
        shifts.add(new Shift(from, over ? micros : 0, strongest));
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(slot);
        out.writeLong(firstSlot);
        out.writeLong(dropped);
        out.writeInt(tides.size());
        for (Map.Entry<Pair, Tide> entry : tides.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().save(out);
        }
        out.writeInt(byHour.size());
        for (Map.Entry<Long, Map<Pair, Float>> hour : byHour.entrySet()) {
            out.writeLong(hour.getKey());
            Tides.save(hour.getValue(), out);
        }
        out.writeInt(shifts.size());
        for (Shift shift : shifts) {
            shift.save(out);
        }
        published.save(out);
    }

    void load(DataInput in) throws IOException {
        slot = in.readLong();
        firstSlot = in.readLong();
        dropped = in.readLong();
        tides.clear();
        for (int left = in.readInt(); left > 0; left--) {
            tides.put(Pair.read(in), Tide.read(in));
        }
        byHour.clear();
        for (int left = in.readInt(); left > 0; left--) {
            byHour.put(in.readLong(), Tides.readFactors(in));
        }
        shifts.clear();
        for (int left = in.readInt(); left > 0; left--) {
            shifts.add(Shift.read(in));
        }
        published = Tides.read(in);
    }
}
