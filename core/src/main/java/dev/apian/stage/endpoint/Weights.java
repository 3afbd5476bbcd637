// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The weights of the [Evidence], fitted by logistic regression on traffic simulated for one half of the vendors of the
/// OpenAPI corpus; `bench/endpoints` reports on the other half.
final class Weights {

    /// No single name outweighs its siblings by more than this.
    static final double CLIP = 6;

    private static final double[] ALONE = {
        0.56, 1.18, 0.81, 1.29, 0.99, -2.49, 0.36, 2.96, 1.21, -0.23, -2.71, 1.12, -1.43, -0.40, 0.23, -1.05, -1.28,
        0.58, 1.52, -0.47, 0.03, 0.39, -0.28, -2.64, 1.98, 1.82, 1.67, 0.77, -0.26, -2.62, -0.91, 2.00, 0.08, -0.80,
        -0.41, -2.63, 0.22, 0.97, 0.52, 2.38, 2.07, 0.18, 0.39, -0.24, -0.96
    };

    private static final double[] AMONG = {0.61, 0.76, 0.42, -0.60, -0.37, 0.13, 0.37, -0.08, 0.00};

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
