// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import java.util.Locale;

/// What a credential is used for, as its use tells.
public enum CredentialClass {
    /// Too little is known.
    UNKNOWN,
    /// One person's.
    PERSONAL,
    /// Several people use it as one.
    SHARED,
    /// A program's.
    SERVICE,
    /// Many people come through it, each named.
    GATEWAY;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The word in tables.
    public String label() {
        return label;
    }
}
