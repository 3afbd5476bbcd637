// SPDX-License-Identifier: Apache-2.0
package dev.apian.catalogue;

import java.time.Instant;

/// A browser in which somebody has signed in.
///
/// @param hash    of what the browser holds; who reads this table cannot sign in with it
/// @param used    when it was last used, to within some minutes
/// @param address from where it was begun
/// @param agent   the browser's own words
public record StoredSession(String hash, String account, Instant created, Instant used, String address, String agent) {

    public StoredSession usedAt(Instant at) {
        return new StoredSession(hash, account, created, at, address, agent);
    }
}
