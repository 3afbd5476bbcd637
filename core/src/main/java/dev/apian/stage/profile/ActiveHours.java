// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// In which hours of the week an actor is active: one byte an hour.
final class ActiveHours {

    /// What the actor's peers do counts like so many of its own active hours.
    private static final float PEER_HOURS = 30;

    /// What everybody does counts like so many of the peers'.
    private static final float EVEN_HOURS = 10;

    private static final int COUNT_MAX = 255;
    private static final double WEIGHT_MIN = 0.05;
    private static final long NEVER = Long.MIN_VALUE;

    private final byte[] counts = new byte[WeekHour.COUNT];

    /// Sum of the counts, so that asking at every call need not add them up.
    private int all;

    private long lastHour = NEVER;

    /// True if the hour is one in which the actor had not been active yet. An hour that comes late was most likely
    /// counted.
    boolean see(long micros) {
        long hour = Math.floorDiv(micros, Scale.HOUR.micros());
        if (hour <= lastHour) {
            return false;
        }
        lastHour = hour;
        int now = WeekHour.of(micros);
        if ((counts[now] & 0xFF) == COUNT_MAX) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (byte) ((counts[i] & 0xFF) >> 1);
            }
            all = sum();
        }
        counts[now]++;
        all++;
        return true;
    }

    /// The actor's activity in the hour of the week that `micros` lies in, beside all of it.
    Share share(long micros) {
        // The hour that goes on was counted already; it must not speak for itself.
        return new Share(Math.max(0, (counts[WeekHour.of(micros)] & 0xFF) - 1), Math.max(0, all - 1));
    }

    /// @param own active hours at this hour of the week
    /// @param all active hours
    record Share(int own, int all) {

        /// How often the actor is active in this hour of the week, beside an average one: 1 in any usual hour, 0.05 at
        /// night for who never works then. The same count is that much less probable.
        ///
        /// @param peers shares of the group's activity, null if unknown
        double weight(int weekHour, float @Nullable [] peers) {
            double even = WeekHour.share(weekHour);
            double ofPeers = peers == null ? even : peers[weekHour];
            double share = (own + PEER_HOURS * ofPeers + EVEN_HOURS * even) / (all + PEER_HOURS + EVEN_HOURS);
            return Math.clamp(share / even, WEIGHT_MIN, 1);
        }

        void save(DataOutput out) throws IOException {
            out.writeInt(own);
            out.writeInt(all);
        }

        static Share read(DataInput in) throws IOException {
            return new Share(in.readInt(), in.readInt());
        }
    }

    void addAll(ActiveHours other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) Math.min(COUNT_MAX, (counts[i] & 0xFF) + (other.counts[i] & 0xFF));
        }
        all = sum();
        lastHour = Math.max(lastHour, other.lastHour);
    }

    private int sum() {
        int sum = 0;
        for (byte count : counts) {
            sum += count & 0xFF;
        }
        return sum;
    }

    void save(DataOutput out) throws IOException {
        out.write(counts);
        out.writeLong(lastHour);
    }

    void load(DataInput in) throws IOException {
        in.readFully(counts);
        all = sum();
        lastHour = in.readLong();
    }
}
