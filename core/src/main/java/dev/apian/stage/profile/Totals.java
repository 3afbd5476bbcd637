// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.identity.Identified;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How much an actor does, takes and is refused over all endpoints.
///
/// Most actors never see a sensitive record or an error, so rates begin with the first one.
final class Totals {

    private static final int KIBIBYTE = 1_024;
    private static final int REFUSED = 400;

    private final @Nullable Rates[] rates = new Rates[Measure.ALL.size()];

    /// @param newEntities that the call touched and the actor had not touched before
    void take(Identified call, int newEntities, Telling telling) {
        count(Measure.CALLS, 1, call.micros(), telling);
        boolean refused = call.call().status() >= REFUSED;
        if (refused) {
            count(Measure.REFUSALS, 1, call.micros(), telling);
            return;
        }
        long bytes = call.call().responseBytes();
        count(Measure.KIBIBYTES, (int) Math.min(Integer.MAX_VALUE, ceilDiv(bytes)), call.micros(), telling);
        count(Measure.ENTITIES, newEntities, call.micros(), telling);
        if (call.endpoint().sensitivity() == Sensitivity.HIGH) {
            count(Measure.SENSITIVE, Math.max(1, call.touched().size()), call.micros(), telling);
        }
    }

    private static long ceilDiv(long bytes) {
        return Math.ceilDiv(Math.max(0, bytes), (long) KIBIBYTE);
    }

    private void count(Measure measure, int amount, long micros, Telling telling) {
        if (amount > 0) {
            rates(measure).count(micros, amount, telling.of(measure.key()));
        }
    }

    private Rates rates(Measure measure) {
        Rates known = rates[measure.place()];
        if (known == null) {
            known = new Rates();
            rates[measure.place()] = known;
        }
        return known;
    }

    /// By the place of a measure; null where no scale is elevated, as at most calls, which are spared the copies.
    Rates.@Nullable Frozen[] frozen() {
        Rates.Frozen[] frozen = new Rates.Frozen[rates.length];
        for (int i = 0; i < rates.length; i++) {
            Rates known = rates[i];
            frozen[i] = known != null && known.isElevated() ? known.frozen() : null;
        }
        return frozen;
    }

    void addAll(Totals other) {
        for (Measure measure : Measure.ALL) {
            Rates theirs = other.rates[measure.place()];
            if (theirs != null) {
                rates(measure).add(theirs);
            }
        }
    }

    void save(DataOutput out) throws IOException {
        for (Rates known : rates) {
            out.writeBoolean(known != null);
            if (known != null) {
                known.save(out);
            }
        }
    }

    void load(DataInput in) throws IOException {
        for (Measure measure : Measure.ALL) {
            rates[measure.place()] = null;
            if (in.readBoolean()) {
                rates(measure).load(in);
            }
        }
    }
}
