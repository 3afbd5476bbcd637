// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import java.util.Arrays;

/// A set of 64-bit hashes that takes no more than so many, for counting distinct things in little memory.
final class LongSet {

    private static final int SLOTS_FIRST = 8;

    private final int sizeMax;
    private long[] slots = new long[SLOTS_FIRST];
    private int size;

    LongSet(int sizeMax) {
        this.sizeMax = sizeMax;
    }

    /// Whether it is new. A full set takes nothing and knows nothing new.
    boolean add(String value) {
        var hash = hash(value);
        var slot = slotOf(slots, hash);
        if (slots[slot] == hash || size >= sizeMax) {
            return false;
        }
        slots[slot] = hash;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        Arrays.stream(slots).filter(hash -> hash != 0).forEach(hash -> larger[slotOf(larger, hash)] = hash);
        slots = larger;
    }

    /// Where the hash is or would be; 0 is an empty slot.
    private static int slotOf(long[] slots, long hash) {
        var slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /// FNV-1a over the characters, with the mixing steps of MurmurHash3; never 0.
    private static long hash(String value) {
        var hash = 0xcbf29ce484222325L;
        for (var i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
