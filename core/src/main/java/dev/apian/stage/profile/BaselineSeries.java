// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.Hash;
import dev.apian.stage.identity.Actor;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was usual for one actor, window by window: its stored calls counted again by the arithmetic of the profile.
///
/// Every window is held against the windows before it, as it was when it was judged. What peers do, how heavy tails
/// are and in which hours a group works is not kept for the past, so the latest holds for all windows; in the time of a
/// notice everybody is taken to do as much more as it tells at most. Histories that were joined, split or taken over
/// from another endpoint are as calls are stored by now, not as they were.
public final class BaselineSeries {

    /// Windows that are asked for at once; six weeks of hours.
    public static final int WINDOWS_MAX = 1_008;

    private static final long SLOT_MICROS = Scale.TEN_MINUTES.micros();

    /// The factor at the moment is that of the last hour.
    private static final long LATELY_MICROS = Scale.HOUR.micros();

    private final Yardstick yardstick;
    private final @Nullable Long endpoint;
    private final long now;

    private BaselineSeries(Yardstick yardstick, @Nullable Long endpoint, long now) {
        this.yardstick = yardstick;
        this.endpoint = endpoint;
        this.now = now;
    }

    /// Whose counts of what.
    ///
    /// @param group    the actor's roles in words, or the label of its kind
    /// @param endpoint its id, null for calls to all endpoints
    public record Subject(
            Actor.Kind kind, String group, @Nullable Long endpoint) {}

    /// Ten minutes in which the actor called.
    ///
    /// @param micros  their start, event time
    /// @param all     its calls to all endpoints
    /// @param counted of them, those that are looked at
    public record Slot(long micros, int all, int counted) {

        public Slot {
            if (Math.floorMod(micros, SLOT_MICROS) != 0 || counted < 0 || counted > all) {
                throw new IllegalArgumentException(
                        "micros=%d all=%d counted=%d; give the start of ten minutes, and counted in 0..all"
                                .formatted(micros, all, counted));
            }
        }
    }

    /// @param start event time, microseconds
    /// @param calls that were counted in it
    /// @param usual what was known before it
    public record Window(long start, long calls, Usual usual) {}

    /// @param population latest known, [Population#UNKNOWN] if nothing is: then the actor's own history alone speaks
    /// @param now        event time reached, microseconds; only about then the present factors hold
    public static BaselineSeries of(Population population, Subject subject, long now) {
        Long endpoint = subject.endpoint;
        long counted = endpoint == null ? Measure.CALLS.key() : endpoint;
        long group = Hash.of("group", subject.group);
        return new BaselineSeries(new Yardstick(population, subject.kind, group, counted), endpoint, now);
    }

    /// Whether peers speak where the actor's own history does not.
    public boolean hasPeers(Scale scale) {
        return yardstick.hasPeers(scale);
    }

    /// Every window of a scale from `from` on and before `until`, those without calls included.
    ///
    /// @param slots ascending, with the history before `from` as far as it is to count
    /// @param from  start of a window, event time in microseconds
    public List<Window> windows(Scale scale, List<Slot> slots, long from, long until) {
        if (Math.floorMod(from, scale.micros()) != 0 || until - from > WINDOWS_MAX * scale.micros()) {
            throw new IllegalArgumentException(
                    "from=%d until=%d; begin with a window and ask for at most %d".formatted(from, until, WINDOWS_MAX));
        }
        Replay replay = new Replay(slots);
        List<Window> windows = new ArrayList<>();
        for (long start = from; start < until; start += scale.micros()) {
            replay.countBefore(start);
            Usual usual = replay.usualAt(start, scale);
            windows.add(new Window(start, replay.countBefore(start + scale.micros()), usual));
        }
        return windows;
    }

    private double factorAt(long start, Scale scale) {
        long end = start + scale.micros();
        double factor = end > now - LATELY_MICROS && start <= now ? yardstick.factor() : 1;
        for (Tides.Shift shift : yardstick.population().tides().shifts()) {
            if (shift.from() < end && (shift.until() == 0 || shift.until() > start)) {
                factor = Math.max(factor, factorIn(shift));
            }
        }
        return factor;
    }

    private double factorIn(Tides.Shift shift) {
        return shift.parts().stream()
                .filter(part -> endpoint != null && part.endpoint() == endpoint)
                .mapToDouble(Tides.Part::factor)
                .max()
                .orElse(1);
    }

    /// The profile's counts, as far as they have got.
    private final class Replay {

        private final List<Slot> slots;
        private final Rates rates = new Rates();
        private final ActiveHours hours = new ActiveHours();
        private int next;

        Replay(List<Slot> slots) {
            this.slots = slots;
        }

        /// @return calls counted on the way
        long countBefore(long micros) {
            long calls = 0;
            while (next < slots.size() && slots.get(next).micros() < micros) {
                Slot slot = slots.get(next++);
                hours.see(slot.micros());
                if (slot.counted() > 0) {
                    rates.count(slot.micros(), slot.counted(), Rates.NOBODY);
                    calls += slot.counted();
                }
            }
            return calls;
        }

        /// What a call at that moment would be held against. Copies are asked, since asking closes windows.
        Usual usualAt(long micros, Scale scale) {
            Rates then = new Rates();
            then.add(rates);
            then.count(micros, 0, Rates.NOBODY);
            ActiveHours seen = new ActiveHours();
            seen.addAll(hours);
            seen.see(micros);
            long since =
                    slots.isEmpty() ? micros : Math.min(micros, slots.getFirst().micros());
            Duration age = Duration.of(micros - since, ChronoUnit.MICROS);
            return yardstick.usual(then.past(scale), scale, micros, seen.share(micros), factorAt(micros, scale), age);
        }
    }
}
