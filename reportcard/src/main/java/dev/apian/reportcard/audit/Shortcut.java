// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

/// The one number that gives a kind of attack away best.
///
/// @param label kind and tactics, for example `id-walk stealthy`
/// @param feature which number, and whether the attack's days are `high` or `low` in it
/// @param averagePrecision of ranking actor-days by it alone, 0..1; 1 means that no detector is needed
/// @param positives actor-days with at least one call of such an attack
/// @param negatives actor-days of actors without any attack on that day
public record Shortcut(String label, String feature, double averagePrecision, int positives, int negatives) {

    /// What a ranking by chance would have. The best of many features lies above it by luck, most where positives are
    /// few.
    public double byChance() {
        return positives / (double) (positives + negatives);
    }
}
