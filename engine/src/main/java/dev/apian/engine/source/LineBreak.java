// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds line breaks eight bytes at a time.
final class LineBreak {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BREAKS = '\n' * ONES;

    private LineBreak() {}

    /// Index of the first line break in a range, or the end of the range.
    static int next(byte[] bytes, int from, int to) {
        int at = from;
        for (; at <= to - Long.BYTES; at += Long.BYTES) {
            long zeroWhereBreak = (long) LONG.get(bytes, at) ^ BREAKS;
            long found = (zeroWhereBreak - ONES) & ~zeroWhereBreak & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (at < to && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /// How many there are before an index.
    static int count(byte[] bytes, int to) {
        int count = 0;
        for (int at = next(bytes, 0, to); at < to; at = next(bytes, at + 1, to)) {
            count++;
        }
        return count;
    }
}
