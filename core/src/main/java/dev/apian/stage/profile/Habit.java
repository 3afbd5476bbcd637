// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// How one actor calls one endpoint: since when, until when, and how much at each scale.
final class Habit {

    static final long NEVER = Long.MAX_VALUE;

    /// Of a habit without a use.
    static final long NO_DAY = Long.MIN_VALUE;

    private final EnumMap<Scale, Rate> rates = new EnumMap<>(Scale.class);

    /// Event time of the first call that was served, microseconds; none yet if only refused.
    long first = NEVER;

    long last;

    /// The day on which the population was last told of this use.
    long day = NO_DAY;

    /// On how many days this was used.
    int days;

    /// The epochs in which the population was last told that entities of known owners were used, and foreign ones.
    long ownedEpoch = Long.MIN_VALUE;

    long foreignEpoch = Long.MIN_VALUE;

    Habit() {
        for (Scale scale : Scale.values()) {
            rates.put(scale, new Rate());
        }
    }

    Rate rate(Scale scale) {
        Rate rate = rates.get(scale);
        if (rate == null) {
            throw new IllegalStateException("no rate for " + scale);
        }
        return rate;
    }

    /// Counts and history at each scale, as they are now, in the order of the scales.
    List<Rate.Frozen> frozen() {
        List<Rate.Frozen> frozen = new ArrayList<>(rates.size());
        for (Rate rate : rates.values()) {
            frozen.add(rate.frozen());
        }
        return frozen;
    }

    /// The two histories as one; for endpoints that merged.
    Habit plus(Habit merged) {
        first = Math.min(first, merged.first);
        last = Math.max(last, merged.last);
        day = Math.max(day, merged.day);
        days = Math.max(days, merged.days);
        ownedEpoch = Math.max(ownedEpoch, merged.ownedEpoch);
        foreignEpoch = Math.max(foreignEpoch, merged.foreignEpoch);
        rates.forEach((scale, rate) -> rate.add(merged.rate(scale), scale));
        return this;
    }

    /// What an endpoint that was split off this one begins with: the same history, weighing less.
    Habit heir() {
        Habit heir = new Habit();
        heir.first = first;
        heir.last = last;
        heir.day = day;
        heir.days = days;
        heir.ownedEpoch = ownedEpoch;
        heir.foreignEpoch = foreignEpoch;
        heir.rates.forEach((scale, rate) -> rate.inherit(rate(scale)));
        return heir;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(first);
        out.writeLong(last);
        out.writeLong(day);
        out.writeInt(days);
        out.writeLong(ownedEpoch);
        out.writeLong(foreignEpoch);
        for (Rate rate : rates.values()) {
            rate.save(out);
        }
    }

    void load(DataInput in) throws IOException {
        first = in.readLong();
        last = in.readLong();
        day = in.readLong();
        days = in.readInt();
        ownedEpoch = in.readLong();
        foreignEpoch = in.readLong();
        for (Rate rate : rates.values()) {
            rate.load(in);
        }
    }
}
