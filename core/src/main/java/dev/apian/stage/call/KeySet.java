// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import dev.apian.sketch.Hash;
import java.util.Arrays;

/// The distinct keys of one body while it is read, in the order they are met. Used again for the next body, since
/// a call should not cost a table.
@SuppressWarnings("EnumOrdinal") // types in an array, never kept
final class KeySet {

    /// Bodies with more distinct keys all have one shape.
    static final int PATHS_MAX = 2_048;

    /// Longer paths count for the shape but are not listed.
    static final int PATH_CHARS_MAX = 160;

    private static final int SLOTS = 2 * PATHS_MAX;
    /// Nobody gets here by chance: someone wrote keys that fall on one slot.
    private static final int PROBES_MAX = 128;

    private static final long TOO_MANY = Hash.of("too many keys");
    private static final Body.Type[] TYPES = Body.Type.values();

    /// Place in the lists below plus one, 0 for none.
    private final short[] slots = new short[SLOTS];

    private KeyPath[] paths = new KeyPath[64];
    private byte[] types = new byte[64];
    private short[] taken = new short[64];
    private int size;
    private long sum;
    private boolean seen;
    private boolean tooMany;

    void clear() {
        for (int i = 0; i < size; i++) {
            slots[taken[i]] = 0;
        }
        size = 0;
        sum = KeyPath.ROOT.hash;
        seen = false;
        tooMany = false;
    }

    /// There is a body, even if it has no keys.
    void see() {
        seen = true;
    }

    void add(KeyPath path, Body.Type type) {
        int slot = (int) path.hash & (SLOTS - 1);
        for (int probe = 0; probe < PROBES_MAX; probe++) {
            int index = slots[slot] - 1;
            if (index < 0) {
                put(slot, path, type);
                return;
            }
            if (paths[index].hash == path.hash) {
                if (types[index] != type.ordinal()) {
                    types[index] = (byte) both(TYPES[types[index]], type).ordinal();
                }
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        tooMany = true;
    }

    private void put(int slot, KeyPath path, Body.Type type) {
        if (size == PATHS_MAX) {
            tooMany = true;
            return;
        }
        if (size == paths.length) {
            paths = Arrays.copyOf(paths, 2 * size);
            types = Arrays.copyOf(types, 2 * size);
            taken = Arrays.copyOf(taken, 2 * size);
        }
        paths[size] = path;
        types[size] = (byte) type.ordinal();
        taken[size] = (short) slot;
        slots[slot] = (short) ++size;
        sum += path.hash;
    }

    /// The type of a key that has two in one body: what is null elsewhere has the other, 1 and 1.5 are numbers, and
    /// otherwise the first counts.
    private static Body.Type both(Body.Type one, Body.Type other) {
        if (one == Body.Type.NULL) {
            return other;
        }
        return one == Body.Type.INTEGER && other == Body.Type.NUMBER ? Body.Type.NUMBER : one;
    }

    boolean isEmpty() {
        return !seen;
    }

    long shape() {
        return !seen ? 0 : tooMany ? TOO_MANY : sum;
    }

    int size() {
        return size;
    }

    KeyPath path(int index) {
        return paths[index];
    }

    Body.Type type(int index) {
        return TYPES[types[index]];
    }
}
