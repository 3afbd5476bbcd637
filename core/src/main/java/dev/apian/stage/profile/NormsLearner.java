// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.profile.Norms.LevelKey;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Learns from windows that are over how much is usual, how far counts scatter, and how heavy their tails are.
///
/// Every window is compared with what was expected of it by what was published before it, so that tails are those of
/// predictions, not of fits. Windows that were next to impossible are left out: an attack must not teach that
/// attacks happen.
final class NormsLearner {

    /// Endpoints, kinds and scales with a level of their own; further ones are dropped and counted.
    static final int LEVELS_MAX = 200_000;

    static final int GROUPS_MAX = 10_000;

    /// A window far less probable than what is raised is no example of an ordinary one. A job that comes back every day
    /// is, if it is not that rare: else it would be raised for ever. What is cut off the tail by it is
    /// next to nothing of what is over the threshold.
    private static final double RAISED = 1e-6;

    /// While everybody does so much more than usual, nothing usual can be learned.
    private static final double FACTOR_MAX = 1.3;

    /// Windows of the wider bucket that count where a bucket has seen little.
    private static final double PRIOR_WINDOWS = 150;

    private static final double ROOT_PRIOR_WINDOWS = 200;

    /// Only bursts of so many standard deviations can be over the threshold of a tail; the others need no law.
    private static final double DEVIATIONS = 2;

    /// Tails are fitted anew when history has grown by so much, and once a day.
    private static final double GROWTH = 1.25;

    private final Map<LevelKey, LevelSums> levels = new HashMap<>();
    private final Map<Bucket, TailEpochs> tails = new HashMap<>();
    private final Map<Long, long[]> hours = new HashMap<>();
    private long day = Long.MIN_VALUE;
    private long windows;
    private long windowsFitted;
    private long dropped;
    private Map<Bucket, Tail> fitted = Map.of();
    private Norms published = Norms.UNKNOWN;

    /// @param factor  by which everybody did more at the time
    /// @param unusual the time was noticed as unusual for everybody
    void learn(Lesson.Window window, double factor, boolean unusual) {
        LevelKey key = new LevelKey(window.endpoint(), window.kind(), window.scale());
        LevelSums sums = levels.get(key);
        if (sums == null) {
            if (levels.size() >= LEVELS_MAX) {
                dropped++;
                return;
            }
            sums = new LevelSums();
            levels.put(key, sums);
        }
        Level level = published.levels().get(key);
        Expected usual = Expected.of(window.before(), level);
        Maturity maturity = Maturity.of(window.before().windows());
        boolean teaches = factor <= FACTOR_MAX && !unusual;
        if (teaches) {
            sums.add(window.count(), window.weight(), level == null ? null : usual, maturity);
        }
        if (level != null) {
            windows += window.weight();
            addHour(window);
            if (teaches) {
                addSurprise(window, usual.times(factor), Bucket.of(window.scale(), window.kind(), usual, maturity));
            }
        }
    }

    private void addHour(Lesson.Window window) {
        boolean room = hours.size() < GROUPS_MAX || hours.containsKey(window.group());
        if (window.scale() == Scale.HOUR && room) {
            long[] counts = hours.computeIfAbsent(window.group(), group -> new long[WeekHour.COUNT]);
            counts[WeekHour.of(window.micros())] += window.weight();
        }
    }

    private void addSurprise(Lesson.Window window, Expected expected, Bucket bucket) {
        Surprises surprises =
                tails.computeIfAbsent(bucket, b -> new TailEpochs()).at(Population.epochOf(window.micros()));
        double hour = window.scale().micros() <= Scale.HOUR.micros()
                ? window.hour().weight(WeekHour.of(window.micros()), published.hours(window.group()))
                : 1;
        double further = window.count() - 1.0;
        if (hour == 1 && further < expected.further() + DEVIATIONS * Math.sqrt(expected.variance())) {
            surprises.addOrdinary(window.weight());
            return;
        }
        double surprise = expected.surprise(window.count()) - StrictMath.log(hour);
        if (published.tail(bucket).probability(surprise) < RAISED) {
            surprises.addOrdinary(window.weight());
        } else {
            surprises.add(surprise, window.weight());
        }
    }

    /// Lessons that found no room among [#LEVELS_MAX].
    long dropped() {
        return dropped;
    }

    Norms published() {
        return published;
    }

    void follow(UnaryOperator<Long> current) {
        List<LevelKey> old = levels.keySet().stream()
                .filter(key -> current.apply(key.endpoint()).longValue() != key.endpoint())
                .sorted(LevelKey.ORDER)
                .toList();
        for (LevelKey key : old) {
            LevelSums sums = levels.remove(key);
            if (sums != null) {
                levels.merge(
                        new LevelKey(current.apply(key.endpoint()), key.kind(), key.scale()), sums, LevelSums::plus);
            }
        }
    }

    /// An endpoint that was split off begins with the level of the one it was part of.
    ///
    /// @return whether it had one
    boolean inherit(long id, long from) {
        boolean any = false;
        for (Map.Entry<LevelKey, LevelSums> entry : levelsOf(from).entrySet()) {
            LevelKey key = entry.getKey();
            levels.putIfAbsent(
                    new LevelKey(id, key.kind(), key.scale()), entry.getValue().times(Rates.INHERITED));
            any = true;
        }
        return any;
    }

    private Map<LevelKey, LevelSums> levelsOf(long endpoint) {
        Map<LevelKey, LevelSums> of = new TreeMap<>(LevelKey.ORDER);
        levels.forEach((key, sums) -> {
            if (key.endpoint() == endpoint) {
                of.put(key, sums);
            }
        });
        return of;
    }

    Norms publish(long tick) {
        long today = Math.floorDiv(tick, Tick.PER_DAY);
        if (day != today) {
            long days = day == Long.MIN_VALUE ? 0 : today - day;
            for (long i = 0; i < days; i++) {
                levels.values().forEach(LevelSums::fadeADay);
            }
            levels.values().removeIf(LevelSums::isOver);
        }
        if (day != today || windows > GROWTH * windowsFitted) {
            fitted = fit(Population.epochOf(tick * Tick.MICROS));
            windowsFitted = windows;
        }
        day = today;
        Map<LevelKey, Level> now = HashMap.newHashMap(levels.size());
        levels.forEach((key, sums) -> {
            Level level = sums.level();
            if (level != null) {
                now.put(key, level);
            }
        });
        published = new Norms(now, fitted, shares());
        return published;
    }

    private Map<Long, float[]> shares() {
        Map<Long, float[]> shares = HashMap.newHashMap(hours.size());
        hours.forEach((group, counts) -> {
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            float[] share = new float[counts.length];
            for (int i = 0; i < counts.length; i++) {
                share[i] = (float) counts[i] / sum;
            }
            shares.put(group, share);
        });
        return shares;
    }

    /// From the widest buckets to the narrowest, each with the one before as its prior.
    private Map<Bucket, Tail> fit(long epoch) {
        tails.values().removeIf(epochs -> epochs.isOver(epoch));
        Map<Bucket, Surprises> all = new TreeMap<>(Bucket.ORDER);
        tails.forEach((bucket, epochs) -> {
            Surprises lately = epochs.lately();
            for (Bucket wider = bucket; ; wider = wider.parent()) {
                all.computeIfAbsent(wider, b -> new Surprises()).add(lately);
                if (wider.isRoot()) {
                    break;
                }
            }
        });
        Map<Bucket, Tail> fits = new HashMap<>();
        all.keySet().forEach(bucket -> fit(bucket, all, fits));
        return Map.copyOf(fits);
    }

    private static Tail fit(Bucket bucket, Map<Bucket, Surprises> all, Map<Bucket, Tail> fits) {
        Tail known = fits.get(bucket);
        Surprises seen = all.get(bucket);
        if (known != null || seen == null) {
            return known == null ? Tail.UNTOLD : known;
        }
        Tail tail = bucket.isRoot()
                ? seen.fit(Tail.UNTOLD, ROOT_PRIOR_WINDOWS)
                : seen.fit(fit(bucket.parent(), all, fits), PRIOR_WINDOWS);
        fits.put(bucket, tail);
        return tail;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(day);
        out.writeLong(windows);
        out.writeLong(windowsFitted);
        out.writeLong(dropped);
        out.writeInt(levels.size());
        for (Map.Entry<LevelKey, LevelSums> entry : levels.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().save(out);
        }
        out.writeInt(tails.size());
        for (Map.Entry<Bucket, TailEpochs> entry : tails.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().save(out);
        }
        out.writeInt(hours.size());
        for (Map.Entry<Long, long[]> entry : hours.entrySet()) {
            out.writeLong(entry.getKey());
            for (long count : entry.getValue()) {
                out.writeLong(count);
            }
        }
        published.save(out);
    }

    void load(DataInput in) throws IOException {
        day = in.readLong();
        windows = in.readLong();
        windowsFitted = in.readLong();
        dropped = in.readLong();
        levels.clear();
        for (int left = in.readInt(); left > 0; left--) {
            levels.put(LevelKey.read(in), LevelSums.read(in));
        }
        tails.clear();
        for (int left = in.readInt(); left > 0; left--) {
            tails.put(Bucket.read(in), TailEpochs.read(in));
        }
        hours.clear();
        for (int left = in.readInt(); left > 0; left--) {
            long group = in.readLong();
            long[] counts = new long[WeekHour.COUNT];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = in.readLong();
            }
            hours.put(group, counts);
        }
        published = Norms.read(in);
        fitted = published.tails();
    }

    /// Surprises of this epoch and the one before: history of two to four weeks.
    private static final class TailEpochs {

        private long epoch = Long.MIN_VALUE;
        private Surprises now = new Surprises();
        private Surprises before = new Surprises();

        /// Where windows of an epoch are counted. Those before the last two are nowhere, whether they come before the
        /// first one of a new epoch or after it: whoever comes back after weeks tells of a window of long ago.
        private Surprises at(long inEpoch) {
            if (inEpoch > epoch) {
                before = inEpoch == epoch + 1 ? now : new Surprises();
                now = new Surprises();
                epoch = inEpoch;
            }
            if (inEpoch == epoch) {
                return now;
            }
            return inEpoch == epoch - 1 ? before : new Surprises();
        }

        private Surprises lately() {
            Surprises both = new Surprises();
            both.add(now);
            both.add(before);
            return both;
        }

        private boolean isOver(long current) {
            return epoch < current - 1;
        }

        private void save(DataOutput out) throws IOException {
            out.writeLong(epoch);
            now.save(out);
            before.save(out);
        }

        private static TailEpochs read(DataInput in) throws IOException {
            TailEpochs epochs = new TailEpochs();
            epochs.epoch = in.readLong();
            epochs.now = Surprises.read(in);
            epochs.before = Surprises.read(in);
            return epochs;
        }
    }
}
