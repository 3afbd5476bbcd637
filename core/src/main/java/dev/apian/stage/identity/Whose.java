// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import java.util.Locale;

/// Whose a business entity is, seen from the actor that touches it, as far as calls until then tell.
public enum Whose {
    /// The actor created it, or is the first that came to know it.
    OWN,
    /// Somebody else of the actor's tenant did.
    TENANT,
    /// Another tenant's, and nobody else's.
    OTHER,
    /// Several tenants know it.
    SHARED,
    /// Of a type that is for everybody.
    PUBLIC,
    UNKNOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /// The word in tables.
    public String label() {
        return label;
    }
}
