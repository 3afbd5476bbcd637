// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import java.util.List;

/// The kinds of states that are kept by key, each with a name in the store that never changes.
enum Kind {
    IDENTITY("identity", 'i'),
    PROFILE("profile", 'p'),
    SIGNALS("signals", 's'),
    NETWORKS("networks", 'n'),
    TRIAGE("triage", 't');

    static final List<Kind> ALL = List.of(values());

    private final String label;
    private final byte code;

    Kind(String label, char code) {
        this.label = label;
        this.code = (byte) code;
    }

    String label() {
        return label;
    }

    /// The label in one byte.
    byte code() {
        return code;
    }
}
