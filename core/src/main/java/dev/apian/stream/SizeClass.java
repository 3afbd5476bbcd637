// SPDX-License-Identifier: Apache-2.0
package dev.apian.stream;

/// A number of bytes in seven bits, rounded up by an eighth at most, so that a table may know the size of each of its
/// states. 0 stands for a size that is not known.
final class SizeClass {

    static final int UNKNOWN = 0;

    /// Reckoned with until a state was saved once.
    static final int FRESH_BYTES = 512;

    private static final int MANTISSA_BITS = 3;
    private static final int LEAST = 1 << MANTISSA_BITS;
    private static final int MAX = 0x7F;

    private SizeClass() {}

    static int of(int bytes) {
        int size = Math.max(bytes, LEAST + 1);
        int shift = Integer.SIZE - 1 - MANTISSA_BITS - Integer.numberOfLeadingZeros(size - 1);
        int code = (shift << MANTISSA_BITS) + (size - 1 >>> shift) + 1 - LEAST;
        return Math.min(MAX, code);
    }

    /// The most bytes that have this class.
    static int bytes(int code) {
        return code == UNKNOWN ? FRESH_BYTES : (code & LEAST - 1) + LEAST << (code >>> MANTISSA_BITS);
    }
}
