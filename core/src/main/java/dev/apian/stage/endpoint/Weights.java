// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The weights of the [Evidence], fitted by logistic regression on traffic simulated for one half of the vendors of the
/// OpenAPI corpus; `bench/endpoints` reports on the other half.
final class Weights {

    /// No single name outweighs its siblings by more than this.
    static final double CLIP = 6;

    private static final double[] ALONE = {
        0.27, 1.60, 0.20, 1.86, 0.97, -2.38, 0.41, 3.03, 2.11, -0.44, 0.04, 1.40,
        -1.77, -0.44, 0.25, -1.04, -1.25, 1.18, 1.19, 0.03, -0.44, 0.34, -0.24, -2.44,
        1.67, 1.48, 1.58, 0.60, 0.23, -2.59, -0.68, 1.84, -0.15, -0.39, -0.80, -4.13
    };

    private static final double[] AMONG = {
        0.34, 0.70, 0.65, -0.86, -0.46, 0.42, 0.29, -0.16, 0.00
    };

    private Weights() {}

    static double alone(double[] features) {
        return dot(ALONE, features);
    }

    static double among(double[] features) {
        return dot(AMONG, features);
    }

    private static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
