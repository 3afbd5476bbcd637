// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.notify;

import dev.apian.server.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// By what a receiver knows that a message is from here, and is not an old one sent again: HMAC with SHA-256 (RFC 2104)
/// of the time, a point and the body.
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    /// So that a secret is recognised where it should not be, by people and by scanners for secrets.
    private static final String PREFIX = "apian_webhook_";

    private Signature() {}

    static String freshSecret() {
        return PREFIX + Secrets.fresh();
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
