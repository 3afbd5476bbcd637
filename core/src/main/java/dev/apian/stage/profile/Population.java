// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.peers.PeerModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// What is known across actors: who uses what, how much, and how often without having been shown it. An
/// immutable snapshot, in force from one publication to the next.
///
/// @param users     by group and endpoint: actors who used it in this epoch or the one before
/// @param norms     how much is usual, by endpoint and kind of actor
/// @param tides     how much more than usual everybody does at the moment
/// @param accesses  by group and endpoint: first touches of entities, and how many were unexplained
/// @param owned     by group and endpoint: actors served with entities whose owner is known, and how many of them with
///                  another tenant's that nothing explains; who comes in two epochs counts twice
/// @param model     who is like whom by what they use
public record Population(
        Map<Pair, Integer> users,
        Norms norms,
        Tides tides,
        Map<Pair, Accesses> accesses,
        Map<Pair, Accesses> owned,
        PeerModel model) {

    public static final Population UNKNOWN =
            new Population(Map.of(), Norms.UNKNOWN, Tides.NONE, Map.of(), Map.of(), PeerModel.UNKNOWN);

    /// Length of an epoch: usage is remembered for one to two of them.
    static final long EPOCH_MICROS = Duration.ofDays(14).toMillis() * 1_000;

    /// Stands for all groups together, and for all endpoints.
    static final long ALL = 0;

    private static final long ACCESSES_MIN = 50;

    Population with(Tides now) {
        return new Population(users, norms, now, accesses, owned, model);
    }

    static long epochOf(long micros) {
        return Math.floorDiv(micros, EPOCH_MICROS);
    }

    Peers peers(String name, long group, long endpoint) {
        return new Peers(name, usersOf(group, ALL), usersOf(group, endpoint), usersOf(ALL, endpoint));
    }

    private int usersOf(long group, long endpoint) {
        return users.getOrDefault(new Pair(group, endpoint), 0);
    }

    double unexplainedShare(long group, long endpoint) {
        Accesses seen = accesses.get(new Pair(group, endpoint));
        return seen == null || seen.total < ACCESSES_MIN ? Double.NaN : (double) seen.odd / seen.total;
    }

    Profile.Owners owners(long group, long endpoint) {
        Accesses seen = owned.get(new Pair(group, endpoint));
        return seen == null ? Profile.Owners.UNKNOWN : new Profile.Owners(seen.total, seen.odd);
    }

    /// A group of actors and an endpoint; [#ALL] stands for any.
    record Pair(long group, long endpoint) {

        static final Comparator<Pair> ORDER =
                Comparator.comparingLong(Pair::group).thenComparingLong(Pair::endpoint);

        void save(DataOutput out) throws IOException {
            out.writeLong(group);
            out.writeLong(endpoint);
        }

        static Pair read(DataInput in) throws IOException {
            return new Pair(in.readLong(), in.readLong());
        }
    }

    /// @param odd those that are counted for being unexplained, or foreign
    record Accesses(long total, long odd) {}

    public void save(DataOutput out) throws IOException {
        out.writeInt(users.size());
        for (Map.Entry<Pair, Integer> entry : users.entrySet()) {
            entry.getKey().save(out);
            out.writeInt(entry.getValue());
        }
        norms.save(out);
        tides.save(out);
        save(accesses, out);
        save(owned, out);
        model.save(out);
    }

    private static void save(Map<Pair, Accesses> counts, DataOutput out) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<Pair, Accesses> entry : counts.entrySet()) {
            entry.getKey().save(out);
            out.writeLong(entry.getValue().total);
            out.writeLong(entry.getValue().odd);
        }
    }

    public static Population read(DataInput in) throws IOException {
        Map<Pair, Integer> users = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            users.put(Pair.read(in), in.readInt());
        }
        return new Population(
                users, Norms.read(in), Tides.read(in), readAccesses(in), readAccesses(in), PeerModel.read(in));
    }

    private static Map<Pair, Accesses> readAccesses(DataInput in) throws IOException {
        Map<Pair, Accesses> counts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(Pair.read(in), new Accesses(in.readLong(), in.readLong()));
        }
        return counts;
    }
}
