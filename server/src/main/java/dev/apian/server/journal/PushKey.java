// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What a push that is sent again has in common with the first: the sender's key and the body, as 128 bits of SHA-256.
///
/// The body is part of it, so that a sender that uses a key twice for different calls loses none.
public record PushKey(long high, long low) {

    public static PushKey of(String key, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.getBytes(UTF_8));
            digest.update((byte) 0);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(body));
            return new PushKey(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
