// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Locale;

/// What a credential really is, as only the simulator knows.
public enum CredentialClass {
    /// The call has none.
    NONE,
    /// One person's.
    PERSONAL,
    /// One key that several people of a team use.
    SHARED,
    /// A program's.
    SERVICE,
    /// A portal's, through which many people come, each named on the call.
    GATEWAY;

    private final String label = name().toLowerCase(Locale.ROOT);

    public String label() {
        return label;
    }
}
