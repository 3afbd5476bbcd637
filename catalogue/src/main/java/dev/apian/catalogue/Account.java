// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who may sign in.
///
/// @param name     as they sign in, and as others see them
/// @param role     a word of the server's
/// @param password its hash in the PHC string format; null for those whom an identity provider vouches for
/// @param subject  who they are to the identity provider, whatever their name is; null for those with a password
/// @param active   whether they may sign in at present
/// @param lastSeen when they last signed in
public record Account(
        String name,
        String role,
        @Nullable String password,
        @Nullable String subject,
        boolean active,
        Instant created,
        @Nullable Instant lastSeen) {

    public Account withRole(String other) {
        return new Account(name, other, password, subject, active, created, lastSeen);
    }

    public Account withPassword(@Nullable String other) {
        return new Account(name, role, other, subject, active, created, lastSeen);
    }

    public Account withSubject(String other) {
        return new Account(name, role, password, other, active, created, lastSeen);
    }

    public Account withActive(boolean other) {
        return new Account(name, role, password, subject, other, created, lastSeen);
    }

    public Account seen(Instant at) {
        return new Account(name, role, password, subject, active, created, at);
    }
}
