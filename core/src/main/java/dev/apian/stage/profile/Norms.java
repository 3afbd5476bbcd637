// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.identity.Actor;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is usual across actors, for counts: levels of endpoints, tails by bucket, hours of the week by group.
///
/// @param levels by endpoint, kind of actor and scale
/// @param tails  calibrated on the windows of the last weeks
/// @param hours  by group: the share of its windows in each [WeekHour]
public record Norms(Map<LevelKey, Level> levels, Map<Bucket, Tail> tails, Map<Long, float[]> hours) {

    public static final Norms UNKNOWN = new Norms(Map.of(), Map.of(), Map.of());

    record LevelKey(long endpoint, Actor.Kind kind, Scale scale) {

        static final Comparator<LevelKey> ORDER = Comparator.comparingLong(LevelKey::endpoint)
                .thenComparing(LevelKey::kind)
                .thenComparing(LevelKey::scale);

        void save(DataOutput out) throws IOException {
            out.writeLong(endpoint);
            out.writeUTF(kind.name());
            out.writeUTF(scale.name());
        }

        static LevelKey read(DataInput in) throws IOException {
            return new LevelKey(in.readLong(), Actor.Kind.valueOf(in.readUTF()), Scale.valueOf(in.readUTF()));
        }
    }

    /// Null if too little is known.
    @Nullable
    Level level(long endpoint, Actor.Kind kind, Scale scale) {
        return levels.get(new LevelKey(endpoint, kind, scale));
    }

    Tail tail(Bucket bucket) {
        Tail own = tails.get(bucket);
        if (own != null) {
            return own;
        }
        Tail wider = tails.get(bucket.parent());
        return wider == null ? tails.getOrDefault(bucket.parent().parent(), Tail.UNTOLD) : wider;
    }

    float @Nullable [] hours(long group) {
        return hours.get(group);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(levels.size());
        for (Map.Entry<LevelKey, Level> entry : levels.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().save(out);
        }
        out.writeInt(tails.size());
        for (Map.Entry<Bucket, Tail> entry : tails.entrySet()) {
            entry.getKey().save(out);
            entry.getValue().save(out);
        }
        out.writeInt(hours.size());
        for (Map.Entry<Long, float[]> entry : hours.entrySet()) {
            out.writeLong(entry.getKey());
            for (float share : entry.getValue()) {
                out.writeFloat(share);
            }
        }
    }

    static Norms read(DataInput in) throws IOException {
        Map<LevelKey, Level> levels = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            levels.put(LevelKey.read(in), Level.read(in));
        }
        Map<Bucket, Tail> tails = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            tails.put(Bucket.read(in), Tail.read(in));
        }
        Map<Long, float[]> hours = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            long group = in.readLong();
            float[] shares = new float[WeekHour.COUNT];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = in.readFloat();
            }
            hours.put(group, shares);
        }
        return new Norms(levels, tails, hours);
    }
}
