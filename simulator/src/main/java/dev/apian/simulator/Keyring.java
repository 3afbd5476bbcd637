// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.HashMap;
import java.util.Map;

/// Knows of the credentials that are not their consumer's alone: those of gateways and of teams.
final class Keyring {

    private final Map<String, Held> held = new HashMap<>();

    /// @param fields of every call with it, see [Login#fields]
    void add(String fields, Held credential) {
        held.put(fields, credential);
    }

    Held of(String fields, Consumer consumer) {
        if (fields.isEmpty()) {
            return Held.NOTHING;
        }
        Held known = held.get(fields);
        if (known != null) {
            return known;
        }
        boolean program = consumer.kind() != Consumer.Kind.PERSON;
        return new Held(consumer.id(), program ? CredentialClass.SERVICE : CredentialClass.PERSONAL);
    }
}
