// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first bits of an address, the others zero: `203.0.113.0/24`, or a single one. No name server is ever asked.
///
/// @param six  whether of IPv6; addresses of IPv4 lie in the first 32 bits
/// @param bits how many count
public record Prefix(boolean six, long high, long low, int bits) {

    static final int IPV4_BITS = 32;
    static final int IPV6_BITS = 128;

    private static final int SITE_BITS_IPV4 = 24;
    private static final int SITE_BITS_IPV6 = 48;

    /// So that neither `10.1` nor an address in brackets, with a zone or a port is taken for one.
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /// What a text such as `203.0.113.0/24` or `203.0.113.7` says, whatever stands behind the bits that count.
    ///
    /// @return null if it is neither
    public static @Nullable Prefix parse(String text) {
        int slash = text.indexOf('/');
        Prefix address = ofLiteral(slash < 0 ? text : text.substring(0, slash));
        if (address == null || slash < 0) {
            return address;
        }
        try {
            int count = Integer.parseInt(text.substring(slash + 1));
            return count < 0 || count > address.bits ? null : address.first(count);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /// All bits of an address, null for any other text.
    static @Nullable Prefix ofAddress(String text) {
        return ADDRESS.matcher(text).matches() ? ofLiteral(text) : null;
    }

    private static @Nullable Prefix ofLiteral(String text) {
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

    /// Whether an address begins with it; no other text does.
    public boolean contains(String address) {
        Prefix all = ofLiteral(address);
        return all != null && all.six == six && all.first(bits).equals(this);
    }

    /// The network of one site, as providers hand them out, in which an address lies.
    public Prefix site() {
        return first(six ? SITE_BITS_IPV6 : SITE_BITS_IPV4);
    }

    /// The address in full, a slash, and how many bits count.
    public String text() {
        ByteBuffer bytes = six
                ? ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low)
                : ByteBuffer.allocate(Integer.BYTES).putInt((int) (high >>> Integer.SIZE));
        try {
            return InetAddress.getByAddress(bytes.array()).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four and sixteen bytes are addresses", e);
        }
    }

    /// Whether all bits behind the first are zero.
    boolean isZeroAfter(int count) {
        Prefix head = first(count);
        return head.high == high && head.low == low;
    }
}
