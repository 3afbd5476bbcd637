// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what a receiver knows that a message is from here, and is not an old one sent again: HMAC with SHA-256 (RFC 2104)
/// of the time, a point and the body.
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom CHANCE = new SecureRandom();

    /// So that a secret is recognised where it should not be, by people and by scanners for secrets.
    private static final String PREFIX = "apian_webhook_";

    private Signature() {}

    static String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        CHANCE.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @param seconds since 1970
    static String of(String secret, long seconds, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
