// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Locale;

/// The kinds of attack that can happen in a world, each a goal with a script that adapts to its [Tactics].
public enum AttackKind {
    PERMISSION_VIOLATION,
    VOLUME_SURGE,
    VOLUME_CREEP,
    IMPOSSIBLE_TRAVEL,
    TOKEN_SHARING,
    TOKEN_THEFT,
    REFRESH_REPLAY,
    KEY_LEAK,
    CROSS_TENANT_READ,
    SLOW_ENUMERATION,
    ID_WALK,
    DISTRIBUTED_SCRAPING,
    EXFILTRATION,
    FLOW_SKIP,
    AUTOMATION,
    SENSITIVE_FIRST_USE,
    CREDENTIAL_STUFFING,
    MANY_REFUSED;

    private static final Tactics SLOW = new Tactics(0.2, false);

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in `truth.ndjson`, for example `id-walk`.
    public String label() {
        return label;
    }

    /// How it is usually done.
    public Tactics usual() {
        return isSlow() ? SLOW : Tactics.LOUD;
    }

    /// Whether it can be seen within 90 seconds, so that it happens live too.
    public boolean isLoud() {
        return switch (this) {
            case VOLUME_SURGE, IMPOSSIBLE_TRAVEL, TOKEN_SHARING, ID_WALK, CREDENTIAL_STUFFING, MANY_REFUSED -> true;
            case PERMISSION_VIOLATION,
                    VOLUME_CREEP,
                    TOKEN_THEFT,
                    REFRESH_REPLAY,
                    KEY_LEAK,
                    CROSS_TENANT_READ,
                    SLOW_ENUMERATION,
                    DISTRIBUTED_SCRAPING,
                    EXFILTRATION,
                    FLOW_SKIP,
                    AUTOMATION,
                    SENSITIVE_FIRST_USE -> false;
        };
    }

    /// Whether it goes on for days, so that it begins as early as it may.
    public boolean isSlow() {
        return switch (this) {
            case VOLUME_CREEP, SLOW_ENUMERATION, DISTRIBUTED_SCRAPING, EXFILTRATION -> true;
            case PERMISSION_VIOLATION,
                    VOLUME_SURGE,
                    IMPOSSIBLE_TRAVEL,
                    TOKEN_SHARING,
                    TOKEN_THEFT,
                    REFRESH_REPLAY,
                    KEY_LEAK,
                    CROSS_TENANT_READ,
                    ID_WALK,
                    FLOW_SKIP,
                    AUTOMATION,
                    SENSITIVE_FIRST_USE,
                    CREDENTIAL_STUFFING,
                    MANY_REFUSED -> false;
        };
    }

    /// Whether somebody uses what belongs to others from a network of their own, so that a VPN changes what is seen.
    public boolean comesFromElsewhere() {
        return switch (this) {
            case IMPOSSIBLE_TRAVEL, TOKEN_THEFT, REFRESH_REPLAY, KEY_LEAK, CREDENTIAL_STUFFING -> true;
            case PERMISSION_VIOLATION,
                    VOLUME_SURGE,
                    VOLUME_CREEP,
                    TOKEN_SHARING,
                    CROSS_TENANT_READ,
                    SLOW_ENUMERATION,
                    ID_WALK,
                    DISTRIBUTED_SCRAPING,
                    EXFILTRATION,
                    FLOW_SKIP,
                    AUTOMATION,
                    SENSITIVE_FIRST_USE,
                    MANY_REFUSED -> false;
        };
    }
}
