// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/// Makes fingerprints of secrets: 64 bits of SipHash-2-4 under the key of this installation, 16 hexadecimal
/// characters.
///
/// The same secret gives the same fingerprint, so a stolen token is recognised wherever it is used, and
/// nobody without the key can test a guess.
public final class Fingerprints {

    public static final int KEY_BYTES = 16;

    private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

    private final long k0;
    private final long k1;

    /// @param key [#KEY_BYTES] random bytes, kept for the life of the installation
    public Fingerprints(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "fingerprint key has " + key.length + " bytes, expected " + KEY_BYTES + "; write a new random key");
        }
        k0 = Text.longAt(key, 0);
        k1 = Text.longAt(key, 8);
    }

    /// The fingerprint of a secret that came some other way than in a record.
    public String of(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        return hex(SipHash.of(k0, k1, bytes, 0, bytes.length));
    }

    long of(Text secret) {
        return SipHash.of(k0, k1, secret.bytes, secret.from, secret.to);
    }

    Facet facet(Facet.Kind kind, Text secret, long expires) {
        return new Facet(kind, hex(of(secret)), expires);
    }

    static String hex(long value) {
        byte[] out = new byte[16];
        long rest = value;
        for (int i = 15; i >= 0; i--) {
            out[i] = HEX[(int) (rest & 15)];
            rest >>>= 4;
        }
        return new String(out, ISO_8859_1);
    }

    @Override
    public String toString() {
        return "Fingerprints[key hidden]";
    }
}
