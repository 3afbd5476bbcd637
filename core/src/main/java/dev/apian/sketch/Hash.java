// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/// Stable 64-bit hashes (XXH3) for keys and ids. The same input gives the same hash on every machine and
/// release.
///
/// Not for secrets: those get a keyed fingerprint as they are read.
public final class Hash {

    private static final Hasher64 XXH3 = Hashing.xxh3_64();

    private Hash() {}

    public static long of(String text) {
        return XXH3.hashCharsToLong(text);
    }

    public static long of(byte[] bytes) {
        return XXH3.hashBytesToLong(bytes);
    }

    public static long of(String first, String second) {
        return of(of(first), of(second));
    }

    public static long of(long first, long second) {
        return mix(mix(first) * 31 + second);
    }

    /// Spreads the bits of a key (the finaliser of MurmurHash3).
    public static long mix(long key) {
        long h = key;
        h ^= h >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 33;
        return h;
    }

    /// Thirteen characters of base 32 that hold the 64 bits, for ids that people copy.
    public static String text(long hash) {
        char[] out = new char[13];
        long rest = hash;
        for (int i = out.length - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(out);
    }

    /// The hash that [#text] wrote.
    ///
    /// @throws NumberFormatException if it wrote no such text
    public static long parse(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0 || text.length() != 13) {
                throw new NumberFormatException("found " + text + ", expected 13 characters of " + ALPHABET);
            }
            hash = hash << 5 | digit;
        }
        return hash;
    }

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
}
