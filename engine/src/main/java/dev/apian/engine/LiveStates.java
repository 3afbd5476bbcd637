// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.profile.ActorProfile;
import dev.apian.stream.Changes;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.State;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/// All states by key of an engine: busy ones live in memory, the others rest in the [StateStore].
///
/// What changed since the last checkpoint stays in memory, so the store is what it was at that checkpoint. When states
/// outgrow their share of memory, those unused for longest rest; and if too many have changed for that, a checkpoint is
/// due.
final class LiveStates {

    /// So much of the bounds must be free after states went to rest; else they would go at every tick.
    private static final double FREE_SHARE = 0.25;

    private final StateStore store;
    private final long bytesMax;
    private final long changedBytesMax;
    private final List<Homes<?>> kinds;

    /// The states of one kind, wherever they are kept.
    record Homes<S extends State>(Kind kind, List<KeyedStates<S>> all, LongFunction<KeyedStates<S>> homeOf) {

        /// Kept in one place.
        static <S extends State> Homes<S> one(Kind kind, KeyedStates<S> states) {
            return new Homes<>(kind, List.of(states), key -> states);
        }

        private int size() {
            return all.stream().mapToInt(KeyedStates::size).sum();
        }
    }

    /// Hears which actors changed since the last checkpoint.
    interface ActorsChanged {

        void changed(long key, ActorProfile profile);

        void gone(long key);
    }

    LiveStates(StateStore store, EngineSettings settings, Front front, Shards shards, Triage triage) {
        this.store = store;
        this.bytesMax = settings.liveBytesMax();
        this.changedBytesMax = settings.changedBytesMax();
        this.kinds = new ArrayList<>(shards.states());
        kinds.add(front.states());
        kinds.add(triage.states());
    }

    /// Finds every state of the store at rest.
    void load() throws IOException {
        for (Homes<?> homes : kinds) {
            load(homes);
        }
    }

    private <S extends State> void load(Homes<S> homes) throws IOException {
        store.forEachLast(homes.kind, (key, seconds) -> homes.homeOf.apply(key).rests(key, seconds));
    }

    /// Puts what changed into a commit.
    void save(StateStore.Commit commit, ActorsChanged actors) throws IOException {
        for (Homes<?> homes : kinds) {
            Committing changes = new Committing(homes.kind, commit, actors);
            for (KeyedStates<?> states : homes.all) {
                states.saveChanges(changes);
            }
        }
    }

    /// Whether so much changed since the last checkpoint that only another one makes room. Lets rest what may.
    boolean isCrowded() {
        long max = bytesMax + changedBytesMax;
        if (liveBytes() <= max) {
            return false;
        }
        rest();
        return liveBytes() > (1 - FREE_SHARE) * max;
    }

    /// Lets states rest, those unused for longest first, until the others take no more than they may, or all of them
    /// have changed. Each kind gives its share.
    void rest() {
        long live = liveBytes();
        if (live > bytesMax) {
            double share = (double) bytesMax / live;
            for (Homes<?> homes : kinds) {
                homes.all.forEach(states -> states.rest((long) (share * states.liveBytes())));
            }
        }
    }

    /// Bytes of the states in memory, as saved.
    long liveBytes() {
        long sum = 0;
        for (Homes<?> homes : kinds) {
            for (KeyedStates<?> states : homes.all) {
                sum += states.liveBytes();
            }
        }
        return sum;
    }

    /// By kind, how many states there are, and how many of them are in memory.
    Map<Kind, Census> census() {
        return kinds.stream()
                .collect(Collectors.toMap(
                        Homes::kind,
                        homes -> new Census(
                                homes.size(),
                                homes.all.stream().mapToInt(KeyedStates::live).sum())));
    }

    /// @param live those of all that are in memory
    record Census(int all, int live) {}

    /// Puts the changes of one kind into a commit.
    private static final class Committing implements Changes {

        private final Kind kind;
        private final StateStore.Commit commit;
        private final ActorsChanged actors;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        private Committing(Kind kind, StateStore.Commit commit, ActorsChanged actors) {
            this.kind = kind;
            this.commit = commit;
            this.actors = actors;
        }

        @Override
        public void removed(long key) throws IOException {
            commit.removeState(kind, key);
            if (kind == Kind.PROFILE) {
                actors.gone(key);
            }
        }

        @Override
        public int changed(long key, int lastSeconds, State state) throws IOException {
            bytes.reset();
            state.save(out);
            out.flush();
            commit.state(kind, key, lastSeconds, bytes.toByteArray());
            if (state instanceof ActorProfile profile) {
                actors.changed(key, profile);
            }
            return bytes.size();
        }
    }
}
