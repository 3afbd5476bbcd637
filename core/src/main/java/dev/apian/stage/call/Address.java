// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import org.jspecify.annotations.Nullable;

/// An IP address as 128 bits; IPv4 is `::ffff:a.b.c.d`. Parsed by hand, since the JDK would ask a name server.
record Address(long high, long low) {

    private static final long MAPPED = 0xffff00000000L;

    /// Reads an address, also with a port, in brackets or with a zone. Null for anything else.
    static @Nullable Address parse(Text raw) {
        Text text = raw.trim();
        if (text.length() < 2 || text.length() > 64) {
            return null;
        }
        if (text.at(0) == '[') {
            int end = text.indexOf(']');
            return end < 0 ? null : ipv6(text.sub(1, end));
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return ipv4(text);
        }
        return text.lastIndexOf(':') == colon ? ipv4(text.sub(0, colon)) : ipv6(text);
    }

    /// Whether a text is an IPv4 address exactly as it would be written.
    static boolean isIpv4(Text text) {
        return ipv4Bits(text) >= 0;
    }

    boolean isIpv4() {
        return high == 0 && (low & 0xffffffff00000000L) == MAPPED;
    }

    /// RFC 5952 for IPv6, dotted for IPv4.
    String text() {
        if (isIpv4()) {
            return ((low >> 24) & 255) + "." + ((low >> 16) & 255) + "." + ((low >> 8) & 255) + "." + (low & 255);
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int j = i;
            while (j < 8 && group(j) == 0) {
                j++;
            }
            if (j - i > gapLength) {
                gapStart = i;
                gapLength = j - i;
            }
        }
        StringBuilder out = new StringBuilder(40);
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                out.append("::");
                i += gapLength - 1;
            } else {
                boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
                out.append(first ? "" : ":").append(Integer.toHexString(group(i)));
            }
        }
        return out.toString();
    }

    /// The first bits of the address, the others zero.
    Address prefix(int bits) {
        long keepHigh = bits == 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
        long keepLow = bits <= 64 ? 0 : bits >= 128 ? -1L : -1L << (128 - bits);
        return new Address(high & keepHigh, low & keepLow);
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
    }

    private static @Nullable Address ipv4(Text text) {
        long value = ipv4Bits(text);
        return value < 0 ? null : new Address(0, MAPPED | value);
    }

    private static long ipv4Bits(Text text) {
        long value = 0;
        int part = -1;
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            byte c = text.at(i);
            if (Text.isDigit(c)) {
                if (part == 0) {
                    return -1;
                }
                part = Math.max(part, 0) * 10 + c - '0';
                if (part > 255) {
                    return -1;
                }
            } else if (c == '.' && part >= 0 && dots < 3) {
                value = (value << 8) | part;
                part = -1;
                dots++;
            } else {
                return -1;
            }
        }
        return dots == 3 && part >= 0 ? (value << 8) | part : -1;
    }

    private static @Nullable Address ipv6(Text raw) {
        int zone = raw.indexOf('%');
        Text text = zone < 0 ? raw : raw.sub(0, zone);
        long[] words = new long[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        while (at < text.length()) {
            if (text.hasAt(at, "::")) {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at += 2;
                continue;
            }
            if (at > 0 && text.at(at) == ':') {
                at++;
            }
            int end = at;
            int value = 0;
            while (end < text.length() && Character.digit(text.at(end), 16) >= 0 && end - at < 5) {
                value = (value << 4) | Character.digit(text.at(end++), 16);
            }
            if (end < text.length() && text.at(end) == '.' && count <= 6) {
                long tail = ipv4Bits(text.sub(at));
                if (tail < 0) {
                    return null;
                }
                words[count++] = tail >>> 16;
                words[count++] = tail & 0xffff;
                at = text.length();
                continue;
            }
            if (end == at || end - at > 4 || count == 8 || (end < text.length() && text.at(end) != ':')) {
                return null;
            }
            words[count++] = value;
            at = end;
        }
        return count == 8 && gap < 0 ? pack(words) : gap >= 0 && count < 8 ? pack(spread(words, gap, count)) : null;
    }

    private static long[] spread(long[] words, int gap, int count) {
        long[] out = new long[8];
        System.arraycopy(words, 0, out, 0, gap);
        System.arraycopy(words, gap, out, 8 - (count - gap), count - gap);
        return out;
    }

    private static Address pack(long[] w) {
        return new Address(
                (w[0] << 48) | (w[1] << 32) | (w[2] << 16) | w[3], (w[4] << 48) | (w[5] << 32) | (w[6] << 16) | w[7]);
    }
}
