// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// The weights of the [Evidence], fitted by logistic regression on traffic simulated for one half of the vendors of the
/// OpenAPI corpus; `bench/endpoints` reports on the other half.
final class Weights {

    /// No single name outweighs its siblings by more than this.
    static final double CLIP = 6;

    private static final double[] ALONE = {
        -2.0, 1.5, 0.8, 0.3, 0.2, -1.0, 0.0, 1.5, 0.8, -1.0, 0.2, 1.5, -1.5, -1.0, 0.8, -0.8, -0.2, 0.5, 0.5, 0.0, -0.3,
        0.2, -1.5, -1.0, 0.8, 1.0, 0.6, 0.5, -0.6, -0.6, 0.0, 0.8, -1.5, -1.0, -1.0, -0.8
    };

    private static final double[] AMONG = {0, 0.6, 0.4, 0.1, 0, 0.2, 0.2, 0, 0};

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
