// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

/// The ratio of two gamma-distributed rates: whether one is that much higher than the other, given both counts.
///
/// X/(X+Y) of gamma variables with one rate is beta-distributed, so the probability is a regularised incomplete beta
/// function.
public final class GammaRatio {

    private GammaRatio() {}

    /// Probability that X is at least `times` Y, for X ~ Gamma(shapeX, rateX) and Y ~ Gamma(shapeY, rateY).
    public static double exceeds(double shapeX, double rateX, double shapeY, double rateY, double times) {
        if (!(shapeX > 0 && rateX > 0 && shapeY > 0 && rateY > 0 && times > 0)) {
            throw new IllegalArgumentException("shapeX=%s rateX=%s shapeY=%s rateY=%s times=%s; give positive numbers"
                    .formatted(shapeX, rateX, shapeY, rateY, times));
        }
        double share = times * rateX / (times * rateX + rateY);
        return 1 - NegativeBinomial.incompleteBeta(shapeX, shapeY, share);
    }
}
