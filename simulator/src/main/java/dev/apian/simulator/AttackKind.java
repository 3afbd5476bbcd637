// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Locale;

/// The kinds of attack that a world contains, each once.
public enum AttackKind {
    PERMISSION_VIOLATION,
    VOLUME_SURGE,
    IMPOSSIBLE_TRAVEL,
    TOKEN_SHARING,
    SLOW_ENUMERATION,
    ID_WALK,
    SENSITIVE_FIRST_USE,
    CREDENTIAL_STUFFING,
    MANY_REFUSED;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in `truth.ndjson`, for example `id-walk`.
    public String label() {
        return label;
    }

    /// Whether it can be seen within 90 seconds, so that it happens live too.
    public boolean isLoud() {
        return switch (this) {
            case VOLUME_SURGE, IMPOSSIBLE_TRAVEL, TOKEN_SHARING, ID_WALK, CREDENTIAL_STUFFING, MANY_REFUSED -> true;
            case PERMISSION_VIOLATION, SLOW_ENUMERATION, SENSITIVE_FIRST_USE -> false;
        };
    }
}
