// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

/// How well the groups found are the true ones, of one vendor.
///
/// @param precision share of the groups found that are exactly right
/// @param recall    share of the true groups that were found exactly
/// @param strict    F1 where refused calls that were left in no group count as missed
/// @param accuracy  share of the calls that are in groups exactly right
/// @param ratio     groups found for one true group
/// @param finality  share of the large groups that did not change after their 200th call; NaN if none is large
/// @param groups    how many true groups there are
record Score(double precision, double recall, double strict, double accuracy, double ratio, double finality, int groups) {

    Score {
        if (groups < 1) {
            throw new IllegalArgumentException("groups=" + groups + ", expected at least 1");
        }
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    Score withFinality(double other) {
        return new Score(precision, recall, strict, accuracy, ratio, other, groups);
    }
}
