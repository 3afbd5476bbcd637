// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Base64.Decoder;
import java.util.Base64.Encoder;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords as Argon2id hashes (RFC 9106) in the PHC string format, so that who changes the cost later can still
/// check the old ones.
public final class Passwords {

    public static final int CHARS_MIN = 12;
    public static final int CHARS_MAX = 200;

    /// OWASP's least for Argon2id: 19 MiB, two passes, one lane.
    private static final Cost COST = new Cost(19_456, 2, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /// Each takes 19 MiB for a moment.
    private static final int AT_ONCE_MAX = 4;

    private static final Semaphore TURNS = new Semaphore(AT_ONCE_MAX);
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Decoder DECODER = Base64.getDecoder();

    /// Compared with where there is no such user, so that the time an answer takes does not tell.
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /// @param memory in KiB
    private record Cost(int memory, int passes, int lanes) {}

    /// What is wrong with a new password, empty if nothing. Length is what counts (NIST SP 800-63B, 5.1.1.2).
    static String complaint(String name, String password) {
        if (password.length() < CHARS_MIN || password.length() > CHARS_MAX) {
            return "the password has %d characters, expected %d to %d; a few words are easy to keep in mind"
                    .formatted(password.length(), CHARS_MIN, CHARS_MAX);
        }
        if (password.equalsIgnoreCase(name) || password.chars().distinct().count() < 5) {
            return "the password is easy to guess; take a few words that do not belong together";
        }
        return "";
    }

    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        CHANCE.nextBytes(salt);
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        COST.memory(),
                        COST.passes(),
                        COST.lanes(),
                        ENCODER.encodeToString(salt),
                        ENCODER.encodeToString(derive(password, salt, COST, HASH_BYTES)));
    }

    /// Takes as long for nobody as for somebody.
    static void pretend(String password) {
        matches(password, NOBODY);
    }

    static boolean matches(String password, String hash) {
        String[] parts = hash.split("\\$");
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalArgumentException("a stored password is no Argon2id hash; set it anew with apian users");
        }
        String[] costs = parts[3].split(",");
        Cost cost = new Cost(number(costs[0], "m="), number(costs[1], "t="), number(costs[2], "p="));
        byte[] expected = DECODER.decode(parts[5]);
        byte[] found = derive(password, DECODER.decode(parts[4]), cost, expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    private static int number(String part, String name) {
        return Integer.parseInt(part.substring(name.length()));
    }

    private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] derived = new byte[length];
        TURNS.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), derived);
        } finally {
            TURNS.release();
        }
        return derived;
    }
}
