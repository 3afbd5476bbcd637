// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// What is measured, and what it is measured against.
enum Algorithm {
    APIAN("Apian"),
    TYPED_ONLY("typed only"),
    TEN_SIBLINGS("ten siblings"),
    TENTH_OF_TRACES("tenth of traces");

    private final String label;

    Algorithm(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    Discovery begin() {
        return switch (this) {
            case APIAN -> new Apian();
            case TYPED_ONLY -> new TypedOnly();
            case TEN_SIBLINGS -> new TenSiblings();
            case TENTH_OF_TRACES -> new TenthOfTraces();
        };
    }
}
