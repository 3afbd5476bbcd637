// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/// Addresses that begin with the same bits: `203.0.113.0/24`, or a single one.
///
/// @param head  the bits
/// @param bits  how many
/// @param bytes of an address: 4 or 16
record Network(BigInteger head, int bits, int bytes) {

    private static final int IPV4_BYTES = 4;
    private static final int SITE_BITS_IPV4 = 24;
    private static final int SITE_BITS_IPV6 = 48;

    /// Null if a text is none. No name is ever looked up.
    static @Nullable Network parse(String text) {
        int slash = text.indexOf('/');
        byte @Nullable [] address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int all = address.length * Byte.SIZE;
        try {
            int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
            return bits < 0 || bits > all ? null : new Network(head(address, bits), bits, address.length);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    boolean contains(String text) {
        byte @Nullable [] address = bytes(text);
        return address != null && address.length == bytes && head(address, bits).equals(head);
    }

    /// The network of one site, as providers hand them out, in which an address lies; null for what is none.
    static @Nullable String siteOf(String text) {
        byte @Nullable [] address = bytes(text);
        if (address == null) {
            return null;
        }
        int bits = address.length == IPV4_BYTES ? SITE_BITS_IPV4 : SITE_BITS_IPV6;
        for (int i = bits / Byte.SIZE; i < address.length; i++) {
            address[i] = 0;
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static BigInteger head(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
    }

    private static byte @Nullable [] bytes(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
