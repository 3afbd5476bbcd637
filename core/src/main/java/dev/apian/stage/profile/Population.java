// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.profile.peers.PeerModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What is known across actors: who uses what, how much, and how often without having been shown it. An
/// immutable snapshot, in force from one publication to the next.
///
/// @param users     by group and endpoint: actors who used it in this epoch or the one before
/// @param hours     by endpoint: counts per active hour
/// @param accesses  by group and endpoint: first touches of entities, and how many were unexplained
/// @param owned     by group and endpoint: actors served with entities whose owner is known, and how many of them with
///                  another tenant's that nothing explains; who comes in two epochs counts twice
/// @param model     who is like whom by what they use
public record Population(
        Map<Pair, Integer> users,
        Map<Long, Counts> hours,
        Map<Pair, Accesses> accesses,
        Map<Pair, Accesses> owned,
        PeerModel model) {

    public static final Population UNKNOWN = new Population(Map.of(), Map.of(), Map.of(), Map.of(), PeerModel.UNKNOWN);

    /// Length of an epoch: usage is remembered for one to two of them.
    static final long EPOCH_MICROS = Duration.ofDays(14).toMillis() * 1_000;

    /// Stands for all groups together, and for all endpoints.
    static final long ALL = 0;

    private static final long HOURS_MIN = 200;
    private static final long ACCESSES_MIN = 50;

    static long epochOf(long micros) {
        return Math.floorDiv(micros, EPOCH_MICROS);
    }

    Peers peers(String name, long group, long endpoint) {
        return new Peers(name, usersOf(group, ALL), usersOf(group, endpoint), usersOf(ALL, endpoint));
    }

    private int usersOf(long group, long endpoint) {
        return users.getOrDefault(new Pair(group, endpoint), 0);
    }

    /// What actors at large do with an endpoint in an hour, for those not known well enough themselves.
    Usual hourOf(long endpoint, Duration learnedSoFar) {
        Counts counts = hours.get(endpoint);
        return counts == null || counts.windows < HOURS_MIN
                ? new Usual.StillLearning(learnedSoFar)
                : new Usual.Known(counts.mean(), counts.variance(), counts.windows, true);
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

        void save(DataOutput out) throws IOException {
            out.writeLong(group);
            out.writeLong(endpoint);
        }

        static Pair read(DataInput in) throws IOException {
            return new Pair(in.readLong(), in.readLong());
        }
    }

    /// @param sum     of counts
    /// @param squares sum of squared counts
    record Counts(long windows, long sum, long squares) {

        double mean() {
            return (double) sum / windows;
        }

        Counts times(double share) {
            return new Counts(Math.round(windows * share), Math.round(sum * share), Math.round(squares * share));
        }

        double variance() {
            return Math.max(mean(), (double) squares / windows - mean() * mean());
        }

        Counts plus(Counts other) {
            return new Counts(windows + other.windows, sum + other.sum, squares + other.squares);
        }

        void save(DataOutput out) throws IOException {
            out.writeLong(windows);
            out.writeLong(sum);
            out.writeLong(squares);
        }

        static Counts read(DataInput in) throws IOException {
            return new Counts(in.readLong(), in.readLong(), in.readLong());
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
        out.writeInt(hours.size());
        for (Map.Entry<Long, Counts> entry : hours.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().save(out);
        }
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
        Map<Long, Counts> hours = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            hours.put(in.readLong(), Counts.read(in));
        }
        return new Population(users, hours, readAccesses(in), readAccesses(in), PeerModel.read(in));
    }

    private static Map<Pair, Accesses> readAccesses(DataInput in) throws IOException {
        Map<Pair, Accesses> counts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(Pair.read(in), new Accesses(in.readLong(), in.readLong()));
        }
        return counts;
    }
}
