// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Remembers which keys were seen, each with a small code, in bounded memory.
///
/// Holds 30-bit fingerprints in two generations of open-addressing tables that grow on demand. When the young
/// one is full it becomes the old one, and the old one is forgotten: at least the last `capacity` keys are
/// known. A key never seen is taken for seen with a probability of at most `2 * capacity / 2^30`.
public final class SeenSet {

    private static final int CODE_BITS = 2;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int SLOTS_MIN = 8;

    private final int capacity;
    private int[] young = new int[SLOTS_MIN];
    private int[] old = new int[0];
    private int size;

    /// @param capacity keys in one generation
    public SeenSet(int capacity) {
        this.capacity = capacity;
    }

    /// Remembers a key, for another generation if it was old already.
    ///
    /// @param code 0 to 3; the code of a key already young stays
    public void add(long key, int code) {
        int entry = entryOf(key, code);
        if (young[find(young, entry)] == 0) {
            insert(entry);
        }
    }

    /// Remembers a key with this code, whatever its code was.
    public void put(long key, int code) {
        int entry = entryOf(key, code);
        int slot = find(young, entry);
        if (young[slot] == 0) {
            insert(entry);
        } else {
            young[slot] = entry;
        }
    }

    private void insert(int entry) {
        if (size == capacity) {
            old = young;
            young = new int[SLOTS_MIN];
            size = 0;
        } else if (4 * (size + 1) > 3 * young.length) {
            grow();
        }
        young[find(young, entry)] = entry;
        size++;
    }

    /// Remembers all that another set of the same capacity knows. Of two codes of one key the smaller holds. Young keys
    /// that are too many for one generation become the old one.
    public void addAll(SeenSet other) {
        int[] youngs = union(young, other.young);
        int[] olds = union(old, other.old);
        for (int i = 0; i < youngs.length; i++) {
            if (youngs[i] != 0) {
                youngs[i] = smaller(youngs[i], olds);
            }
        }
        int count = entriesIn(youngs);
        boolean fits = count <= capacity;
        young = fits ? youngs : new int[SLOTS_MIN];
        old = fits ? olds : youngs;
        size = fits ? count : 0;
    }

    private static int[] union(int[] one, int[] other) {
        int slots = SLOTS_MIN;
        while (slots < 2 * (entriesIn(one) + entriesIn(other) + 1)) {
            slots *= 2;
        }
        int[] all = new int[slots];
        for (int[] table : List.of(one, other)) {
            for (int entry : table) {
                if (entry != 0) {
                    all[find(all, entry)] = smaller(entry, all);
                }
            }
        }
        return all;
    }

    /// The entry, with the code that its key has in the table if that is smaller.
    private static int smaller(int entry, int[] table) {
        int there = table[find(table, entry)];
        return there != 0 && (there & CODE_MASK) < (entry & CODE_MASK) ? there : entry;
    }

    private static int entriesIn(int[] table) {
        return (int) Arrays.stream(table).filter(entry -> entry != 0).count();
    }

    /// The code the key was added with, -1 if it was not seen.
    public int codeOf(long key) {
        int entry = entryOf(key, 0);
        int found = young[find(young, entry)];
        if (found == 0 && old.length > 0) {
            found = old[find(old, entry)];
        }
        return found == 0 ? -1 : found & CODE_MASK;
    }

    private static int entryOf(long key, int code) {
        int fingerprint = (int) Hash.mix(key) & ~CODE_MASK;
        return (fingerprint == 0 ? 1 << CODE_BITS : fingerprint) | code;
    }

    private static int find(int[] table, int entry) {
        int mask = table.length - 1;
        int slot = (entry >>> CODE_BITS) * 0x9E3779B9 >>> 8 & mask;
        while (table[slot] != 0 && (table[slot] & ~CODE_MASK) != (entry & ~CODE_MASK)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int[] small = young;
        young = new int[small.length * 2];
        for (int entry : small) {
            if (entry != 0) {
                young[find(young, entry)] = entry;
            }
        }
    }

    public void save(DataOutput out) throws IOException {
        out.writeInt(size);
        writeTable(young, out);
        writeTable(old, out);
    }

    public void load(DataInput in) throws IOException {
        size = in.readInt();
        young = readTable(in);
        old = readTable(in);
    }

    private static void writeTable(int[] table, DataOutput out) throws IOException {
        out.writeInt(table.length);
        out.writeInt(entriesIn(table));
        for (int entry : table) {
            if (entry != 0) {
                out.writeInt(entry);
            }
        }
    }

    private static int[] readTable(DataInput in) throws IOException {
        int[] table = new int[in.readInt()];
        for (int left = in.readInt(); left > 0; left--) {
            int entry = in.readInt();
            table[find(table, entry)] = entry;
        }
        return table;
    }
}
