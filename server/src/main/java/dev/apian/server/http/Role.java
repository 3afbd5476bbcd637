// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import java.util.Locale;

/// What somebody may do. Sending calls in and reading what they tell are apart: a gateway's token opens nothing else,
/// and nobody who reads can send.
public enum Role {
    /// Sends calls in, and nothing else.
    INGEST,
    /// Sees everything, changes nothing.
    VIEWER,
    /// Judges alerts, hunts, corrects what was learned.
    ANALYST,
    /// Says who may do what, and how the server is set up.
    ADMIN;

    /// Whether who has this role may do what needs another one.
    public boolean covers(Role needed) {
        return this == INGEST || needed == INGEST ? this == needed : compareTo(needed) >= 0;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
