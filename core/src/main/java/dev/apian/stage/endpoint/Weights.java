// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The weights of the [Evidence], fitted by logistic regression on traffic simulated for one half of the vendors of the
/// OpenAPI corpus; `bench/endpoints` reports on the other half.
final class Weights {

    /// No single name outweighs its siblings by more than this.
    static final double CLIP = 6;

    private static final double[] ALONE = {
        0.53, 1.22, 0.70, 1.47, 0.93, -2.29, 0.36, 3.06, 1.21, -0.10, -2.17, 1.16,
        -1.39, -0.31, 0.26, -1.06, -1.29, 0.56, 1.49, -0.48, 0.07, 0.42, -0.24, -2.56,
        1.84, 1.79, 1.54, 0.57, 0.19, -2.54, -0.84, 1.84, 0.16, -0.85, -0.37, -2.74,
        -0.26, 0.97, 0.35, 1.32, 2.11, 0.37
    };

    private static final double[] AMONG = {
        0.47, 0.76, 0.44, -0.63, -0.19, 0.21, 0.36, -0.08, 0.00
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
