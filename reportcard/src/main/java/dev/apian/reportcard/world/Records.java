// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

/// What the records of a world tell Apian.
public enum Records {
    FULL("with bodies"),
    WITHOUT_BODIES("without bodies");

    private final String label;

    Records(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
