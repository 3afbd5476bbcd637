// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

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

    /// By its label; an [IllegalArgumentException] names those there are.
    public static Role of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the role is '%s', expected one of %s"
                        .formatted(
                                label, Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", ")))));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
