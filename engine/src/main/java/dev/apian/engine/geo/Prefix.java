// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first bits of an address, the others zero. No name server is ever asked.
///
/// @param six  whether of IPv6; addresses of IPv4 lie in the first 32 bits
/// @param bits how many count
record Prefix(boolean six, long high, long low, int bits) {

    static final int IPV4_BITS = 32;
    static final int IPV6_BITS = 128;

    /// So that neither `10.1` nor an address in brackets, with a zone or a port is taken for one.
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /// All bits of an address, null for any other text.
    static @Nullable Prefix ofAddress(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(text).getAddress();
            boolean six = bytes.length == IPV6_BITS / Byte.SIZE;
            return six
                    ? new Prefix(true, bits(bytes, 0, Long.BYTES), bits(bytes, Long.BYTES, Long.BYTES), IPV6_BITS)
                    : new Prefix(false, bits(bytes, 0, Integer.BYTES) << Integer.SIZE, 0, IPV4_BITS);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static long bits(byte[] bytes, int from, int count) {
        long bits = 0;
        for (int i = from; i < from + count; i++) {
            bits = bits << Byte.SIZE | bytes[i] & 0xff;
        }
        return bits;
    }

    /// The first of its bits.
    Prefix first(int count) {
        long keepHigh = count == 0 ? 0 : -1L << Math.max(0, Long.SIZE - count);
        long keepLow = count <= Long.SIZE ? 0 : -1L << (IPV6_BITS - count);
        return new Prefix(six, high & keepHigh, low & keepLow, count);
    }

    /// Whether all bits behind the first are zero.
    boolean isZeroAfter(int count) {
        Prefix head = first(count);
        return head.high == high && head.low == low;
    }
}
