// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

/// What is tried at every endpoint.
public enum Kind {
    SURGE("surge", "a regular caller makes fifteen times its busiest hour within 40 minutes"),
    WALK("walk", "a caller reads 60 things of others in their order within 15 minutes"),
    TRICKLE("trickle", "a caller reads 4 things of others a day"),
    STRANGER("stranger", "somebody whose peers never use the endpoint calls it 5 times within an hour"),
    STOLEN("stolen", "a caller's credential is used from a far country and another device beside its owner");

    private final String label;
    private final String story;

    Kind(String label, String story) {
        this.label = label;
        this.story = story;
    }

    public String label() {
        return label;
    }

    /// What happens, without a full stop.
    public String story() {
        return story;
    }
}
