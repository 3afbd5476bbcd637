// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// A sketch of a set: its `k` smallest hashes (Bar-Yossef et al. 2002; containment as in Beyer et al. 2007). Tells how
/// large the set is and how much of it lies in another.
public final class BottomK {

    private final long[] smallest;
    private int size;

    public BottomK(int k) {
        smallest = new long[k];
    }

    /// @param hash of the value, well mixed
    public void add(long hash) {
        if (size == smallest.length && Long.compareUnsigned(hash, smallest[size - 1]) >= 0) {
            return;
        }
        int at = find(hash);
        if (at < size && smallest[at] == hash) {
            return;
        }
        int kept = Math.min(size, smallest.length - 1);
        System.arraycopy(smallest, at, smallest, at + 1, kept - at);
        smallest[at] = hash;
        size = kept + 1;
    }

    /// How many values the set has, about.
    public double distinct() {
        return size < smallest.length ? size : (size - 1) / share(smallest[size - 1]);
    }

    /// How many of the hashes that both sketches would hold are in both.
    public int shared(BottomK other) {
        return common(other)[0];
    }

    /// The share of this set that lies in the other, in 0..1.
    public double containedIn(BottomK other) {
        int[] common = common(other);
        return common[1] == 0 ? 0 : (double) common[0] / common[1];
    }

    /// Of the hashes below what both sketches reach, those in both, and those in this one.
    private int[] common(BottomK other) {
        int shared = 0;
        int mine = 0;
        for (int i = 0; i < size && other.reaches(smallest[i]); i++) {
            mine++;
            int at = other.find(smallest[i]);
            shared += at < other.size && other.smallest[at] == smallest[i] ? 1 : 0;
        }
        return new int[] {shared, mine};
    }

    /// Whether a hash of the set would be held.
    private boolean reaches(long hash) {
        return size < smallest.length || Long.compareUnsigned(hash, smallest[size - 1]) <= 0;
    }

    /// The first place whose hash is not smaller.
    private int find(long hash) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Long.compareUnsigned(smallest[middle], hash) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// A hash as a share of all hashes.
    private static double share(long hash) {
        return ((hash >>> 11) + 1) * 0x1.0p-53;
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(smallest[i]);
        }
    }

    public void load(DataInput in) throws IOException {
        size = in.readInt();
        Arrays.fill(smallest, 0);
        for (int i = 0; i < size; i++) {
            smallest[i] = in.readLong();
        }
    }
}
