// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.sketch.Hash;
import java.util.Arrays;

/// The calls of a batch by key: those of one key together, in the order of the batch.
///
/// With a hundred thousand actors, each call would find what is remembered of its actor far away in memory; the calls
/// that one makes in the same minute find it in the processor's cache.
final class Grouping {

    /// Enough for every place in a batch.
    private static final int PLACE_BITS = 20;

    private static final long PLACE_MASK = (1L << PLACE_BITS) - 1;

    /// Each the upper bits of a key's hash, with the place in the batch below.
    private long[] entries = new long[Engine.BATCH_MAX];

    private int size;

    /// @param keys   by the place in the batch
    /// @param calls  how many there are
    /// @param shard  whose keys matter
    /// @param shards how many share the keys
    void fill(long[] keys, int calls, int shard, int shards) {
        if (calls > entries.length) {
            entries = new long[calls];
        }
        size = 0;
        for (int i = 0; i < calls; i++) {
            if (shards == 1 || Shard.of(keys[i], shards) == shard) {
                entries[size++] = Hash.mix(keys[i]) & ~PLACE_MASK | i;
            }
        }
        Arrays.sort(entries, 0, size);
    }

    int size() {
        return size;
    }

    /// The place in the batch of the call that comes so many after the first.
    int place(int index) {
        return (int) (entries[index] & PLACE_MASK);
    }
}
