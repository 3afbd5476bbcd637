// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The weights of the [Evidence], fitted by logistic regression on traffic simulated for one half of the vendors of the
/// OpenAPI corpus; `bench/endpoints` reports on the other half.
final class Weights {

    /// No single name outweighs its siblings by more than this.
    static final double CLIP = 6;

    private static final double[] ALONE = {
        0.68, 1.31, 0.47, 1.39, 0.94, -2.16, 0.37, 2.75, 1.41, -0.24, -1.43, 1.07,
        -1.73, -0.32, 0.24, -0.98, -1.20, 0.57, 1.45, -0.47, 0.02, 0.41, -0.28, -2.74,
        1.56, 3.02, 1.74, 0.51, 0.24, -2.74, -0.98, 1.78, 0.15, -1.00, -0.58, -2.66,
        -0.51, 0.65, 0.38, 1.50, 2.32
    };

    private static final double[] AMONG = {
        0.34, 0.78, 0.48, -0.67, -0.15, 0.23, 0.34, -0.03, 0.00
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
