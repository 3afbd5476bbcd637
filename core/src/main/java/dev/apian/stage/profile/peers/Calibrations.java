// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How odd ordinary first uses are, in each group of which enough were seen, and of everybody.
///
/// Some groups do new things every day and others never: what is odd for the one is not for the other.
final class Calibrations {

    /// Groups with a history of their own, of 2.5 KB each; those who come later are judged by everybody's.
    static final int GROUPS_MAX = 64;

    /// A history of less weight cannot tell one in a hundred.
    private static final double WEIGHT_MIN = 100;

    /// So many votes of everybody come to a group's own, so that its few odd ones do not rule its odd end alone.
    private static final double EVERYBODY = 50;

    /// Less than one vote is forgotten.
    private static final double VOTE = 1;

    private final Calibration everybody;
    private final Map<Long, Calibration> byGroup;

    private Calibrations(Calibration everybody, Map<Long, Calibration> byGroup) {
        this.everybody = everybody;
        this.byGroup = byGroup;
    }

    Calibrations() {
        this(new Calibration(), new HashMap<>());
    }

    void add(long group, double score, double weight) {
        everybody.add(score, weight);
        if (byGroup.size() < GROUPS_MAX || byGroup.containsKey(group)) {
            byGroup.computeIfAbsent(group, key -> new Calibration()).add(score, weight);
        }
    }

    /// A day has gone by.
    void age() {
        everybody.age();
        byGroup.values().forEach(Calibration::age);
        byGroup.values().removeIf(own -> own.weight() < VOTE);
    }

    /// What to judge by from now on, which does not change any more.
    Calibrations toJudgeBy() {
        Map<Long, Calibration> enough = new HashMap<>();
        byGroup.forEach((group, own) -> {
            if (own.weight() >= WEIGHT_MIN) {
                enough.put(group, own.plus(everybody, EVERYBODY / everybody.weight()));
            }
        });
        return new Calibrations(everybody.copy(), Map.copyOf(enough));
    }

    double shareAsOdd(long group, double score) {
        return byGroup.getOrDefault(group, everybody).shareAsOdd(score);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Calibrations all && everybody.equals(all.everybody) && byGroup.equals(all.byGroup);
    }

    @Override
    public int hashCode() {
        return everybody.hashCode();
    }

    void save(DataOutput out) throws IOException {
        everybody.save(out);
        out.writeInt(byGroup.size());
        for (Map.Entry<Long, Calibration> entry : byGroup.entrySet()) {
            out.writeLong(entry.getKey());
            entry.getValue().save(out);
        }
    }

    static Calibrations read(DataInput in) throws IOException {
        Calibration everybody = Calibration.read(in);
        Map<Long, Calibration> byGroup = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            byGroup.put(in.readLong(), Calibration.read(in));
        }
        return new Calibrations(everybody, byGroup);
    }
}
