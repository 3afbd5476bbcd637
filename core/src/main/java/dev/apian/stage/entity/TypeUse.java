// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.sketch.BottomK;
import dev.apian.sketch.Hash;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/// The ids that came under one name.
final class TypeUse implements State {

    private static final int SKETCH = 256;

    /// Fewer shared ids are chance.
    private static final int SHARED_MIN = 30;

    private static final double CONTAINED_MIN = 0.5;

    /// Names with a word in common need less.
    private static final double CONTAINED_MIN_ALIKE = 0.3;

    /// How many times as many must be shared as two ranges of numbers share by accident.
    private static final double LIFT_MIN = 3;

    final String name;
    private final BottomK ids = new BottomK(SKETCH);
    private long met;
    private long seen;
    private boolean inPath;
    private long numbers;
    private long least = Long.MAX_VALUE;
    private long most = Long.MIN_VALUE;

    TypeUse(String name) {
        this.name = name;
    }

    /// Counts one more id, and tells whether it should be looked at: of many, one in `sample` is enough.
    boolean isDue(long closely, int sample) {
        met++;
        return met <= closely || met % sample == 0;
    }

    /// @param isInPath the API names such things in its paths
    void take(EntityRef entity, boolean isInPath) {
        seen++;
        inPath |= isInPath;
        ids.add(Hash.mix(Hash.of(entity.id())));
        OptionalLong number = entity.number();
        if (number.isPresent()) {
            numbers++;
            least = Math.min(least, number.getAsLong());
            most = Math.max(most, number.getAsLong());
        }
    }

    /// Whether this name is the better word for a type that has both: one that paths use.
    boolean isBetterWordThan(TypeUse other) {
        return inPath && !other.inPath;
    }

    double distinct() {
        return ids.distinct();
    }

    /// Whether these are ids of the other's things, beyond what chance and names explain.
    boolean isPartOf(TypeUse other) {
        if (ids.shared(other.ids) < SHARED_MIN) {
            return false;
        }
        boolean alike = isAlike(other);
        double contained = ids.containedIn(other.ids);
        return contained >= (alike ? CONTAINED_MIN_ALIKE : CONTAINED_MIN)
                && (alike || contained >= LIFT_MIN * byChance(other));
    }

    /// The share of these ids that the other has by accident: small numbers overlap whatever they count.
    private double byChance(TypeUse other) {
        if (2 * numbers < seen || 2 * other.numbers < other.seen) {
            return 0;
        }
        double range = (double) other.most - other.least + 1;
        double density = Math.min(1, other.distinct() / range);
        double mine = (double) most - least + 1;
        double overlap = (double) Math.min(most, other.most) - Math.max(least, other.least) + 1;
        return density * Math.max(0, Math.min(1, overlap / mine));
    }

    private boolean isAlike(TypeUse other) {
        Set<String> words = Set.of(other.name.split("_"));
        for (String word : name.split("_")) {
            if (word.length() > 2 && words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        ids.save(out);
        out.writeBoolean(inPath);
        for (long part : new long[] {met, seen, numbers, least, most}) {
            out.writeLong(part);
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        ids.load(in);
        inPath = in.readBoolean();
        met = in.readLong();
        seen = in.readLong();
        numbers = in.readLong();
        least = in.readLong();
        most = in.readLong();
    }
}
