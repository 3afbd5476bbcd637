// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.profile.Population.Accesses;
import dev.apian.stage.profile.Population.Pair;
import dev.apian.stage.profile.peers.PeersLearner;
import dev.apian.stream.Learner;
import dev.apian.stream.Tick;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// Adds lessons up and publishes the [Population]: at every tick while little is known, then once
/// an hour; what everybody does at the moment every ten minutes.
public final class PopulationLearner implements Learner<Lesson, Population> {

    /// Beyond this many pairs of group and endpoint, new pairs are dropped and counted.
    public static final int PAIRS_MAX = 1_000_000;

    /// So few pairs are cheap enough to publish at every tick.
    private static final int PAIRS_EVERY_TICK_MAX = 200;

    private final Map<Pair, Epochs> users = new HashMap<>();
    private final NormsLearner norms = new NormsLearner();
    private final TideLearner tides = new TideLearner();
    private final Map<Pair, AccessEpochs> accesses = new HashMap<>();
    private final Map<Pair, AccessEpochs> owned = new HashMap<>();
    private final PeersLearner peers = new PeersLearner();
    private int templatesVersion;
    private long dropped;
    private long publishedHour = Long.MIN_VALUE;
    private Population published = Population.UNKNOWN;

    @Override
    public void learn(Lesson lesson) {
        switch (lesson) {
            case Lesson.Active active -> use(active.group(), Population.ALL, active.micros());
            case Lesson.Used used -> {
                use(used.group(), used.endpoint(), used.micros());
                use(Population.ALL, used.endpoint(), used.micros());
            }
            case Lesson.UsedOn(long actor, long group, long endpoint, long micros) ->
                peers.learn(actor, group, endpoint, micros);
            case Lesson.Named(long actor, long group, String name, String application) ->
                peers.name(actor, group, name, application);
            case Lesson.Window window -> norms.learn(window, tides.factorAt(window), tides.isShift(window));
            case Lesson.Flow flow -> tides.learn(flow, expected(flow));
            case Lesson.Access access ->
                count(accesses, access.group(), access.endpoint(), !access.explained(), access.micros());
            case Lesson.Owned one -> own(one);
        }
    }

    private double expected(Lesson.Flow flow) {
        Level level = norms.published().level(flow.endpoint(), flow.kind(), Scale.TEN_MINUTES);
        return Expected.of(flow.usual(), level).count();
    }

    /// Each actor has one vote, however much it does.
    private void own(Lesson.Owned one) {
        Pair key = new Pair(one.group(), one.endpoint());
        if (hasRoom(owned, key)) {
            AccessEpochs epochs = owned.computeIfAbsent(key, k -> new AccessEpochs());
            (one.foreign() ? epochs.odd : epochs.total).add(Population.epochOf(one.micros()));
        }
    }

    private void count(Map<Pair, AccessEpochs> counts, long group, long endpoint, boolean odd, long micros) {
        Pair key = new Pair(group, endpoint);
        if (hasRoom(counts, key)) {
            counts.computeIfAbsent(key, k -> new AccessEpochs()).add(odd, micros);
        }
    }

    /// Endpoints merged: what is known of them is added up. A user of two of them counts twice for an epoch
    /// or two, which makes the endpoint look more usual, never less.
    public void follow(Templates current) {
        peers.follow(current);
        if (current.version() == templatesVersion) {
            return;
        }
        templatesVersion = current.version();
        publishedHour = Long.MIN_VALUE;
        norms.follow(current::current);
        tides.follow(current::current);
        rekey(users, current, Epochs::plus);
        rekey(accesses, current, AccessEpochs::plus);
        rekey(owned, current, AccessEpochs::plus);
        current.origins().forEach((id, from) -> inherit(id, current.current(from)));
    }

    /// An endpoint that was split off begins with what is known of the one it was part of: who uses it stays usual.
    private void inherit(long id, long from) {
        if (!users.containsKey(new Pair(Population.ALL, id)) && norms.inherit(id, from)) {
            inherit(users, id, from, epochs -> epochs.plus(new Epochs()));
            inherit(accesses, id, from, epochs -> epochs.plus(new AccessEpochs()));
            inherit(owned, id, from, epochs -> epochs.plus(new AccessEpochs()));
        }
    }

    private static <V> void inherit(Map<Pair, V> map, long id, long from, UnaryOperator<V> copy) {
        Map<Pair, V> heirs = new HashMap<>();
        map.forEach((pair, value) -> {
            if (pair.endpoint() == from) {
                heirs.put(new Pair(pair.group(), id), copy.apply(value));
            }
        });
        heirs.forEach(map::putIfAbsent);
    }

    private static <V> void rekey(Map<Pair, V> map, Templates current, BinaryOperator<V> sum) {
        List<Pair> old = map.keySet().stream()
                .filter(pair -> current.current(pair.endpoint()) != pair.endpoint())
                .toList();
        for (Pair pair : old) {
            V value = map.remove(pair);
            if (value != null) {
                map.merge(new Pair(pair.group(), current.current(pair.endpoint())), value, sum);
            }
        }
    }

    @Override
    public Population publish(long tick) {
        long hour = Math.floorDiv(tick, Tick.PER_HOUR);
        boolean cheap = users.size() + accesses.size() + owned.size() <= PAIRS_EVERY_TICK_MAX;
        if (cheap || hour != publishedHour) {
            publishedHour = hour;
            published = snapshot(tick);
        }
        Tides now = tides.publish(tick);
        if (!now.equals(published.tides())) {
            published = published.with(now);
        }
        return published;
    }

    /// What holds at the moment: after a restart, what held before it.
    public Population published() {
        return published;
    }

    /// Lessons that found no room among [#PAIRS_MAX].
    public long dropped() {
        return dropped + norms.dropped() + tides.dropped() + peers.dropped();
    }

    private Population snapshot(long tick) {
        long epoch = Population.epochOf(tick * Tick.MICROS);
        users.values().removeIf(epochs -> epochs.isOver(epoch));
        Map<Pair, Integer> usersNow = HashMap.newHashMap(users.size());
        users.forEach((key, epochs) -> usersNow.put(key, epochs.lately(epoch)));
        return new Population(
                usersNow,
                norms.publish(tick),
                tides.published(),
                lately(accesses, epoch),
                lately(owned, epoch),
                peers.publish(tick));
    }

    private static Map<Pair, Accesses> lately(Map<Pair, AccessEpochs> counts, long epoch) {
        counts.values().removeIf(pair -> pair.total.isOver(epoch));
        Map<Pair, Accesses> now = HashMap.newHashMap(counts.size());
        counts.forEach((key, epochs) -> now.put(key, epochs.lately()));
        return now;
    }

    private void use(long group, long endpoint, long micros) {
        Pair key = new Pair(group, endpoint);
        if (hasRoom(users, key)) {
            users.computeIfAbsent(key, k -> new Epochs()).add(Population.epochOf(micros));
        }
    }

    private <K> boolean hasRoom(Map<K, ?> map, K key) {
        boolean room = map.size() < PAIRS_MAX || map.containsKey(key);
        dropped += room ? 0 : 1;
        return room;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(dropped);
        out.writeInt(users.size());
        for (Map.Entry<Pair, Epochs> entry : users.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().save(out);
        }
        norms.save(out);
        tides.save(out);
        save(accesses, out);
        save(owned, out);
        peers.save(out);
        out.writeLong(publishedHour);
        out.writeInt(templatesVersion);
        published.save(out);
    }

    @Override
    public void load(DataInput in) throws IOException {
        dropped = in.readLong();
        users.clear();
        for (int left = in.readInt(); left > 0; left--) {
            users.put(Pair.read(in), Epochs.read(in));
        }
        norms.load(in);
        tides.load(in);
        load(accesses, in);
        load(owned, in);
        peers.load(in);
        publishedHour = in.readLong();
        templatesVersion = in.readInt();
        published = Population.read(in);
    }

    private static void save(Map<Pair, AccessEpochs> counts, DataOutput out) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<Pair, AccessEpochs> entry : counts.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().total.save(out);
            entry.getValue().odd.save(out);
        }
    }

    private static void load(Map<Pair, AccessEpochs> counts, DataInput in) throws IOException {
        counts.clear();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(Pair.read(in), new AccessEpochs(Epochs.read(in), Epochs.read(in)));
        }
    }

    /// A count in the newest epoch seen and in the one before it.
    private static final class Epochs {

        private long epoch = Long.MIN_VALUE;
        private int now;
        private int before;

        private void add(long inEpoch) {
            if (inEpoch > epoch) {
                before = inEpoch == epoch + 1 ? now : 0;
                now = 0;
                epoch = inEpoch;
            }
            if (inEpoch == epoch) {
                now++;
            } else if (inEpoch == epoch - 1) {
                before++;
            }
        }

        private Epochs plus(Epochs other) {
            Epochs sum = new Epochs();
            sum.epoch = Math.max(epoch, other.epoch);
            for (Epochs one : List.of(this, other)) {
                sum.now += one.epoch == sum.epoch ? one.now : 0;
                sum.before += one.epoch == sum.epoch ? one.before : one.epoch == sum.epoch - 1 ? one.now : 0;
            }
            return sum;
        }

        /// The count at `current`, the newest epoch or one later.
        private int lately(long current) {
            return epoch == current ? Math.max(now, before) : now;
        }

        /// Whether nothing was counted in the epoch `current` and the one before.
        private boolean isOver(long current) {
            return epoch < current - 1;
        }

        private int both() {
            return now + before;
        }

        private void save(DataOutput out) throws IOException {
            out.writeLong(epoch);
            out.writeInt(now);
            out.writeInt(before);
        }

        private static Epochs read(DataInput in) throws IOException {
            Epochs epochs = new Epochs();
            epochs.epoch = in.readLong();
            epochs.now = in.readInt();
            epochs.before = in.readInt();
            return epochs;
        }
    }

    /// First touches of entities, all and those that are odd.
    private record AccessEpochs(Epochs total, Epochs odd) {

        private AccessEpochs() {
            this(new Epochs(), new Epochs());
        }

        private void add(boolean isOdd, long micros) {
            long epoch = Population.epochOf(micros);
            total.add(epoch);
            if (isOdd) {
                odd.add(epoch);
            }
        }

        private AccessEpochs plus(AccessEpochs other) {
            return new AccessEpochs(total.plus(other.total), odd.plus(other.odd));
        }

        private Accesses lately() {
            return new Accesses(total.both(), Math.min(total.both(), odd.both()));
        }
    }
}
