// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How one actor calls one endpoint: since when, until when, and how much at each scale.
final class Habit {

    static final long NEVER = Long.MAX_VALUE;

    final Rates rates = new Rates();

    /// Event time of the first call that was served, microseconds; none yet if only refused.
    long first = NEVER;

    long last;

    /// The epoch in which the population was last told of this use.
    long epoch = Long.MIN_VALUE;

    /// The epochs in which the population was last told that entities of known owners were used, and foreign ones.
    long ownedEpoch = Long.MIN_VALUE;

    long foreignEpoch = Long.MIN_VALUE;

    /// The two histories as one; for endpoints that merged.
    Habit plus(Habit merged) {
        first = Math.min(first, merged.first);
        last = Math.max(last, merged.last);
        epoch = Math.max(epoch, merged.epoch);
        ownedEpoch = Math.max(ownedEpoch, merged.ownedEpoch);
        foreignEpoch = Math.max(foreignEpoch, merged.foreignEpoch);
        rates.add(merged.rates);
        return this;
    }

    /// What an endpoint that was split off this one begins with: the same history, weighing less.
    Habit heir() {
        Habit heir = new Habit();
        heir.first = first;
        heir.last = last;
        heir.epoch = epoch;
        heir.ownedEpoch = ownedEpoch;
        heir.foreignEpoch = foreignEpoch;
        heir.rates.inherit(rates);
        return heir;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(first);
        out.writeLong(last);
        out.writeLong(epoch);
        out.writeLong(ownedEpoch);
        out.writeLong(foreignEpoch);
        rates.save(out);
    }

    void load(DataInput in) throws IOException {
        first = in.readLong();
        last = in.readLong();
        epoch = in.readLong();
        ownedEpoch = in.readLong();
        foreignEpoch = in.readLong();
        rates.load(in);
    }
}
