// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a program shows instead of signing in.
///
/// @param id       for people and addresses; not secret
/// @param name     what it is for
/// @param role     a word of the server's
/// @param hash     of the token itself, which is nowhere
/// @param expires  null if never
/// @param lastUsed to within some minutes, null if never
public record StoredToken(
        String id,
        String name,
        String role,
        String hash,
        String author,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed) {

    public StoredToken used(Instant at) {
        return new StoredToken(id, name, role, hash, author, created, expires, at);
    }
}
