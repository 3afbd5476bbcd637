// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.push;

import dev.apian.server.live.Refused;
import dev.apian.server.live.Skipped;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Outcome;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Rejected;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What one message of a protocol held: calls, records that should be calls and cannot be read, and all else. Taken in
/// whole or not at all.
public final class Batch {

    private record Bad(Rejected rejected, int number) {}

    private final String source;
    private final List<Call> calls = new ArrayList<>();
    private final List<Bad> bad = new ArrayList<>();
    private final Map<Skipped.Reason, Integer> skipped = new EnumMap<>(Skipped.Reason.class);
    private int size;

    /// @param source what people read as the place where a bad record came from
    public Batch(String source) {
        this.source = source;
    }

    public void add(Outcome outcome) {
        size++;
        switch (outcome) {
            case Accepted accepted -> calls.add(accepted.call());
            case Rejected rejected -> bad.add(new Bad(rejected, size));
        }
    }

    public void skip(Skipped.Reason reason) {
        skip(reason, 1);
    }

    public void skip(Skipped.Reason reason, int count) {
        size += count;
        skipped.merge(reason, count, Integer::sum);
    }

    String source() {
        return source;
    }

    public List<Call> calls() {
        return calls;
    }

    /// Records of any kind.
    public int size() {
        return size;
    }

    public int rejected() {
        return bad.size();
    }

    /// What was wrong with the first that could not be read, values masked; empty if all could.
    public String firstError() {
        return bad.isEmpty()
                ? ""
                : "record %d of %d: %s: %s"
                        .formatted(
                                bad.getFirst().number,
                                size,
                                bad.getFirst().rejected.reason().label(),
                                bad.getFirst().rejected.found());
    }

    void countIn(Refused refused, Skipped counted) {
        bad.forEach(one -> refused.add(source, one.rejected, one.number));
        skipped.forEach(counted::add);
    }
}
