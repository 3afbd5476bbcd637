// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The weights of the [Evidence], fitted by logistic regression on traffic simulated for one half of the vendors of the
/// OpenAPI corpus; `bench/endpoints` reports on the other half.
final class Weights {

    /// No single name outweighs its siblings by more than this.
    static final double CLIP = 6;

    private static final double[] ALONE = {
        0.57, 1.25, 0.78, 1.43, 0.97, -2.33, 0.38, 2.95, 1.25, -0.28, -2.58, 1.14,
        -1.51, -0.40, 0.21, -1.06, -1.27, 0.55, 1.50, -0.45, 0.07, 0.41, -0.27, -2.62,
        1.99, 1.81, 1.69, 0.70, -0.26, -2.63, -0.91, 1.97, 0.08, -0.85, -0.42, -2.64,
        0.19, 0.90, 0.51, 2.39, 2.12, 0.17, 0.36, -0.30, -0.90
    };

    private static final double[] AMONG = {
        0.63, 0.76, 0.34, -0.54, -0.34, 0.10, 0.37, -0.09, 0.00
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
