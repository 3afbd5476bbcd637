// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// How many false alerts came with one kind of harmless occasion. An alert that coincides with several kinds counts
/// once
/// for each, so the numbers can add up to more than there are false alerts.
///
/// @param occasion its kind, or `none`
public record Coincidence(String occasion, long falseAlerts) {

    /// Of alerts that coincide with nothing.
    public static final String NONE = "none";
}
