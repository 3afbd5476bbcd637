// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of peers by the ids of endpoints and groups: an immutable snapshot that tells how odd a first use is.
public final class PeerModel {

    public static final PeerModel UNKNOWN = new PeerModel(new long[0], new long[0], null, new Calibration(), Set.of());

    private final long[] endpoints;
    private final long[] groups;
    private final @Nullable Likeness likeness;
    private final Calibration calibration;
    private final Set<RollOut> rollOuts;

    /// @param endpoints   ids, rising; their order is that of the places in `likeness`
    /// @param groups      keys, rising; likewise
    /// @param likeness    null until something was learned
    /// @param calibration never changed from now on
    PeerModel(
            long[] endpoints,
            long[] groups,
            @Nullable Likeness likeness,
            Calibration calibration,
            Set<RollOut> rollOuts) {
        this.endpoints = endpoints;
        this.groups = groups;
        this.likeness = likeness;
        this.calibration = calibration;
        this.rollOuts = Set.copyOf(rollOuts);
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
        return calibration.shareAsOdd(score(used, group, place));
    }

    /// An endpoint that many of a group began to use within a day: opened to them, by all appearance.
    record RollOut(long group, long endpoint) {}

    @Nullable
    Likeness likeness() {
        return likeness;
    }

    double score(long[] used, long group, int place) {
        int[] places = Arrays.stream(used)
                .mapToInt(this::place)
                .filter(known -> known >= 0 && known != place)
                .sorted()
                .toArray();
        int groupPlace = Arrays.binarySearch(groups, group);
        return Objects.requireNonNull(likeness)
                .of(places, groupPlace < 0 ? Likeness.NO_GROUP : groupPlace)
                .score(place);
    }

    /// Negative if the model does not know it.
    int place(long endpoint) {
        return Arrays.binarySearch(endpoints, endpoint);
    }

    PeerModel with(Set<RollOut> others) {
        return rollOuts.equals(others) ? this : new PeerModel(endpoints, groups, likeness, calibration, others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeerModel model
                && Arrays.equals(endpoints, model.endpoints)
                && Arrays.equals(groups, model.groups)
                && Objects.equals(likeness, model.likeness)
                && calibration.equals(model.calibration)
                && rollOuts.equals(model.rollOuts);
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
    }

    public static PeerModel read(DataInput in) throws IOException {
        long[] endpoints = readLongs(in);
        long[] groups = readLongs(in);
        Likeness likeness = in.readBoolean() ? Likeness.read(in) : null;
        Calibration calibration = Calibration.read(in);
        Set<RollOut> rollOuts = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            rollOuts.add(new RollOut(in.readLong(), in.readLong()));
        }
        return new PeerModel(endpoints, groups, likeness, calibration, rollOuts);
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
