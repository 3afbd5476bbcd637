// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// What sessions and tokens are known by: 256 random bits, of which only a hash is kept. There is nothing to guess,
/// so a fast hash is enough. What signs is kept itself.
public final class Secrets {

    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Secrets() {}

    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A short name for something, not secret.
    public static String freshId() {
        byte[] bytes = new byte[ID_BYTES];
        CHANCE.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /// What a page must show besides its cookie: only a page of this server can have read it.
    static String proofOfPage(String session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("page:" + session));
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
