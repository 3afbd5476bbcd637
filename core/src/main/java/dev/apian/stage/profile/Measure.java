// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.sketch.Hash;
import java.util.List;

/// What is counted of an actor over all endpoints.
public enum Measure {
    CALLS("calls"),
    /// Bodies of answers, in KiB begun.
    KIBIBYTES("KiB received"),
    /// Entities that the actor had not touched before.
    ENTITIES("new entities"),
    /// Answers of 400 and above.
    REFUSALS("refused calls"),
    /// Entities touched at endpoints of high sensitivity, and calls there that touch none.
    SENSITIVE("sensitive records");

    static final List<Measure> ALL = List.of(values());

    private final String label;
    private final long key;

    Measure(String label) {
        this.label = label;
        this.key = Hash.of("measure", label);
    }

    /// In words, the plural of its unit.
    public String label() {
        return label;
    }

    /// Stands for it where an endpoint's id stands otherwise.
    long key() {
        return key;
    }

    @SuppressWarnings("EnumOrdinal") // of arrays in memory and between machines of one release, never stored
    int place() {
        return ordinal();
    }
}
