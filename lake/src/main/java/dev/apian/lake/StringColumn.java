// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The texts of one column of a [DayBuffer]: distinct values once, and a code a row.
///
/// Values are kept as UTF-8 in Parquet's PLAIN layout (length, bytes) from the moment they arrive, so a
/// dictionary page is a copy of this buffer. A column whose values rarely repeat is told so and is not
/// searched for repeats.
final class StringColumn {

    static final int NULL = -1;

    private static final int LENGTH_BYTES = 4;
    private static final int ROWS_MIN = 1024;

    private final boolean repeats;
    private int[] codes = new int[ROWS_MIN];
    private int size;

    private byte[] bytes = new byte[16 * ROWS_MIN];
    private int[] ends = new int[ROWS_MIN];
    private int distinct;

    private @Nullable String[] keys = new String[ROWS_MIN];
    private int[] slots = new int[4 * ROWS_MIN];
    private @Nullable String lastKey;
    private int lastCode;

    StringColumn(boolean repeats) {
        this.repeats = repeats;
        Arrays.fill(slots, NULL);
    }

    void add(@Nullable String value) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
        }
        codes[size++] = value == null ? NULL : repeats ? codeOf(value) : store(value);
    }

    int size() {
        return size;
    }

    int distinct() {
        return distinct;
    }

    int code(int row) {
        return codes[row];
    }

    /// A dictionary pays when a value comes twice on average.
    boolean worthADictionary() {
        return repeats && 2L * distinct <= size;
    }

    /// All distinct values in PLAIN layout; valid up to [#bytesUsed].
    byte[] bytes() {
        return bytes;
    }

    int bytesUsed() {
        return distinct == 0 ? 0 : ends[distinct - 1];
    }

    /// Where the PLAIN layout of a value starts and ends in [#bytes].
    int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    int end(int code) {
        return ends[code];
    }

    byte[] utf8(int code) {
        return Arrays.copyOfRange(bytes, start(code) + LENGTH_BYTES, end(code));
    }

    int compare(int code, int other) {
        return Arrays.compareUnsigned(
                bytes, start(code) + LENGTH_BYTES, end(code), bytes, start(other) + LENGTH_BYTES, end(other));
    }

    /// The code of the first value in the order of [#compare], or [#NULL] where there is none.
    int min() {
        int min = distinct == 0 ? NULL : 0;
        for (int code = 1; code < distinct; code++) {
            min = compare(code, min) < 0 ? code : min;
        }
        return min;
    }

    /// The code of the last one.
    int max() {
        int max = distinct == 0 ? NULL : 0;
        for (int code = 1; code < distinct; code++) {
            max = compare(code, max) > 0 ? code : max;
        }
        return max;
    }

    /// The place of every code in the order of the values' UTF-8 bytes, which is how DuckDB and Parquet order
    /// texts.
    int[] ranks() {
        long[] order = prefixes();
        Arrays.sort(order);
        int[] ranks = new int[distinct];
        for (int from = 0; from < distinct; ) {
            int to = from + 1;
            while (to < distinct && order[to] >>> INDEX_BITS == order[from] >>> INDEX_BITS) {
                to++;
            }
            rank(order, from, to, ranks);
            from = to;
        }
        return ranks;
    }

    private static final int INDEX_BITS = 17;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    /// A value's first bytes after what all values begin with, over its code: sorting these longs sorts
    /// nearly all.
    private long[] prefixes() {
        int common = commonPrefix();
        long[] prefixes = new long[distinct];
        for (int code = 0; code < distinct; code++) {
            int from = start(code) + LENGTH_BYTES + common;
            long prefix = 0;
            for (int i = 0; i < 6; i++) {
                prefix = (prefix << 8) | (from + i < ends[code] ? bytes[from + i] & 0xFF : 0);
            }
            prefixes[code] = ((prefix >>> 2) << INDEX_BITS) | code;
        }
        return prefixes;
    }

    private int commonPrefix() {
        int common = distinct == 0 ? 0 : ends[0] - LENGTH_BYTES;
        for (int code = 1; code < distinct; code++) {
            int from = start(code) + LENGTH_BYTES;
            int limit = Math.min(common, ends[code] - from);
            int mismatch = Arrays.mismatch(bytes, LENGTH_BYTES, LENGTH_BYTES + limit, bytes, from, from + limit);
            common = mismatch < 0 ? limit : mismatch;
        }
        return common;
    }

    private void rank(long[] order, int from, int to, int[] ranks) {
        if (to - from == 1) {
            ranks[(int) order[from] & INDEX_MASK] = from;
            return;
        }
        int[] codesInOrder = IntStream.range(from, to)
                .mapToObj(i -> (int) order[i] & INDEX_MASK)
                .sorted(this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < codesInOrder.length; i++) {
            ranks[codesInOrder[i]] = from + i;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the same object twice in a row is the common case, and cheap to see
    private int codeOf(String value) {
        if (value == lastKey) {
            return lastCode;
        }
        int slot = slotOf(value, slots);
        int code = slots[slot];
        if (code == NULL) {
            code = store(value);
            keys[code] = value;
            slots[slot] = code;
            if (4 * distinct > 3 * slots.length) {
                grow();
            }
        }
        lastKey = value;
        lastCode = code;
        return code;
    }

    private int slotOf(String value, int[] table) {
        int hash = value.hashCode();
        int slot = (((hash ^ (hash >>> 16)) * 0x9E3779B9) >>> 7) & (table.length - 1);
        while (table[slot] != NULL && !value.equals(keys[table[slot]])) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] larger = new int[2 * slots.length];
        Arrays.fill(larger, NULL);
        for (int code = 0; code < distinct; code++) {
            String key = keys[code];
            if (key != null) {
                larger[slotOf(key, larger)] = code;
            }
        }
        slots = larger;
    }

    private int store(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int from = bytesUsed();
        int to = from + LENGTH_BYTES + utf8.length;
        if (to > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(to, 2 * bytes.length));
        }
        if (distinct == ends.length) {
            ends = Arrays.copyOf(ends, 2 * distinct);
            keys = repeats ? Arrays.copyOf(keys, 2 * distinct) : keys;
        }
        LittleEndian.putInt(bytes, from, utf8.length);
        System.arraycopy(utf8, 0, bytes, from + LENGTH_BYTES, utf8.length);
        ends[distinct] = to;
        return distinct++;
    }
}
