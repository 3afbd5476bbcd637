// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

/// Right, wrong and missed, and the shares they make. Used for the ids of entities.
///
/// @param right found and true
/// @param wrong found and not true
/// @param missed true and not found
public record Hits(long right, long wrong, long missed, double precision, double recall, double f1) {

    public static Hits of(long right, long wrong, long missed) {
        if (right < 0 || wrong < 0 || missed < 0) {
            throw new IllegalArgumentException(
                    "right=" + right + " wrong=" + wrong + " missed=" + missed + "; a count is not negative");
        }
        double precision = share(right, right + wrong);
        double recall = share(right, right + missed);
        return new Hits(right, wrong, missed, precision, recall, f1(precision, recall));
    }

    /// A share of nothing is 1: who claims nothing makes no mistake, who has nothing to find misses nothing.
    static double share(double part, long whole) {
        return whole == 0 ? 1 : part / (double) whole;
    }

    static double share(long part, long whole) {
        return share((double) part, whole);
    }

    static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
