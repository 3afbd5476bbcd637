// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of peers by the ids of endpoints and groups: an immutable snapshot that tells how odd a first use is.
public final class PeerModel {

    public static final PeerModel UNKNOWN =
            new PeerModel(new long[0], new long[0], null, new Calibrations().toJudgeBy(), Set.of(), PeerGroups.NONE);

    private final long[] endpoints;
    private final long[] groups;
    private final @Nullable Likeness likeness;
    private final Calibrations calibration;
    private final Set<RollOut> rollOuts;
    private final PeerGroups readable;

    /// @param endpoints   ids, rising; their order is that of the places in `likeness`
    /// @param groups      keys, rising; likewise
    /// @param likeness    null until something was learned
    /// @param calibration never changed from now on
    /// @param readable    groups to explain by, which judge nobody
    PeerModel(
            long[] endpoints,
            long[] groups,
            @Nullable Likeness likeness,
            Calibrations calibration,
            Set<RollOut> rollOuts,
            PeerGroups readable) {
        this.endpoints = endpoints;
        this.groups = groups;
        this.likeness = likeness;
        this.calibration = calibration;
        this.rollOuts = Set.copyOf(rollOuts);
        this.readable = readable;
    }

    /// The share of ordinary first uses that are at least as odd as that of an endpoint by an actor, in (0, 1]; NaN if
    /// nothing can be said, as of an endpoint that nobody uses regularly.
    ///
    /// @param used     ids of the endpoints that the actor uses
    /// @param group    the actor's
    /// @param endpoint its id
    public double shareAsOdd(long[] used, long group, long endpoint) {
        int place = place(endpoint);
        if (likeness == null || place < 0) {
            return Double.NaN;
        }
        if (rollOuts.contains(new RollOut(group, endpoint))) {
            return 1;
        }
        return shareAsOdd(group, score(used, group, place));
    }

    double shareAsOdd(long group, double score) {
        return calibration.shareAsOdd(group, score);
    }

    /// Those like an actor, and what they have to do with an endpoint; [Like#NOBODY] if nothing can be said.
    ///
    /// @param used     ids of the endpoints that the actor uses
    /// @param endpoint its id
    public Like like(long[] used, long endpoint) {
        int place = place(endpoint);
        if (likeness == null || place < 0) {
            return Like.NOBODY;
        }
        int[] places = places(used, place);
        return places.length < Grouping.ENDPOINTS_MIN
                ? Like.NOBODY
                : readable.like(likeness.factors().foldIn(places), place);
    }

    /// The readable groups, the largest first: how many they are, what they have in common and what they use.
    public List<Like> groups() {
        return readable.all().stream()
                .map(PeerGroups.One::of)
                .sorted(Comparator.comparingInt(Like::members).reversed())
                .toList();
    }

    /// Endpoints that many of a group began to use within two days, of whose first uses nothing is said.
    public Set<RollOut> rollOuts() {
        return rollOuts;
    }

    /// An endpoint that many of a group began to use within a day: opened to them, by all appearance.
    ///
    /// @param group    key of the permissions
    /// @param endpoint its id
    public record RollOut(long group, long endpoint) {}

    @Nullable
    Likeness likeness() {
        return likeness;
    }

    double score(long[] used, long group, int place) {
        int[] places = places(used, place);
        int groupPlace = Arrays.binarySearch(groups, group);
        return Objects.requireNonNull(likeness)
                .of(places, groupPlace < 0 ? Likeness.NO_GROUP : groupPlace)
                .score(place);
    }

    private int[] places(long[] used, int without) {
        return Arrays.stream(used)
                .mapToInt(this::place)
                .filter(known -> known >= 0 && known != without)
                .sorted()
                .toArray();
    }

    /// Negative if the model does not know it.
    int place(long endpoint) {
        return Arrays.binarySearch(endpoints, endpoint);
    }

    PeerModel with(Set<RollOut> others) {
        return rollOuts.equals(others)
                ? this
                : new PeerModel(endpoints, groups, likeness, calibration, others, readable);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerModel model
                && Arrays.equals(endpoints, model.endpoints)
                && Arrays.equals(groups, model.groups)
                && Objects.equals(likeness, model.likeness)
                && calibration.equals(model.calibration)
                && rollOuts.equals(model.rollOuts)
                && readable.equals(model.readable);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(endpoints);
    }

    public void save(DataOutput out) throws IOException {
        writeLongs(out, endpoints);
        writeLongs(out, groups);
        out.writeBoolean(likeness != null);
        if (likeness != null) {
            likeness.save(out);
        }
        calibration.save(out);
        out.writeInt(rollOuts.size());
        for (RollOut one : rollOuts) {
            out.writeLong(one.group());
            out.writeLong(one.endpoint());
        }
        readable.save(out);
    }

    public static PeerModel read(DataInput in) throws IOException {
        long[] endpoints = readLongs(in);
        long[] groups = readLongs(in);
        Likeness likeness = in.readBoolean() ? Likeness.read(in) : null;
        Calibrations calibration = Calibrations.read(in);
        Set<RollOut> rollOuts = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            rollOuts.add(new RollOut(in.readLong(), in.readLong()));
        }
        return new PeerModel(endpoints, groups, likeness, calibration, rollOuts, PeerGroups.read(in));
    }

    static void writeLongs(DataOutput out, long[] values) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    static long[] readLongs(DataInput in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int n = 0; n < values.length; n++) {
            values[n] = in.readLong();
        }
        return values;
    }
}
