// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How much each view of the peers counts: a logistic regression on the differences between a use that was hidden and
/// an endpoint that the same actor does not use.
///
/// Which view is right depends on the installation: where few bundles of permissions are granted whole, those most
/// alike; where everybody does a little of everything, popularity. So the weights are learned from its own uses. Fitted
/// by Newton's method with a ridge (Hosmer and Lemeshow); a view that would count against a use does not count.
final class Fusion {

    private static final int STEPS = 12;
    private static final double RIDGE = 1;

    private final double[] weights;

    private Fusion(double[] weights) {
        this.weights = weights;
    }

    /// Each view counts alike: for as long as there is too little to learn from.
    static Fusion even(int views) {
        double[] weights = new double[views];
        Arrays.fill(weights, 1.0 / views);
        return new Fusion(weights);
    }

    /// @param more by how much each view finds a use likelier than what is none
    static Fusion of(double[][] more) {
        int count = more[0].length;
        boolean[] out = new boolean[count];
        while (true) {
            double[] weights = fit(more, out);
            int worst = -1;
            for (int v = 0; v < count; v++) {
                if (weights[v] < 0 && (worst < 0 || weights[v] < weights[worst])) {
                    worst = v;
                }
            }
            if (worst < 0) {
                return new Fusion(weights);
            }
            out[worst] = true;
        }
    }

    /// Of two endpoints, the difference is the log-odds that the first is the use.
    double score(double[] views) {
        double sum = 0;
        for (int v = 0; v < views.length; v++) {
            sum += weights[v] * views[v];
        }
        return sum;
    }

    private static double[] fit(double[][] more, boolean[] out) {
        int size = more[0].length;
        double[] weights = new double[size];
        double[] x = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[size];
            double[][] bend = new double[size][size];
            for (int v = 0; v < size; v++) {
                slope[v] = -RIDGE * weights[v];
                bend[v][v] = RIDGE;
            }
            for (int n = 0; n < more.length; n++) {
                double sum = 0;
                for (int v = 0; v < size; v++) {
                    x[v] = out[v] ? 0 : more[n][v];
                    sum += weights[v] * x[v];
                }
                double chance = 1 / (1 + StrictMath.exp(-sum));
                double rest = 1 - chance;
                double spread = chance * (1 - chance);
                for (int v = 0; v < size; v++) {
                    slope[v] += rest * x[v];
                    for (int u = 0; u <= v; u++) {
                        bend[v][u] += spread * x[v] * x[u];
                    }
                }
            }
            double[] change = solved(bend, slope);
            for (int v = 0; v < size; v++) {
                weights[v] += change[v];
            }
        }
        return weights;
    }

    /// Solves a symmetric positive system of which the lower half is given, by Cholesky's method.
    private static double[] solved(double[][] a, double[] b) {
        int size = b.length;
        double[] x = b.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? StrictMath.sqrt(Math.max(sum, 1e-9)) : sum / a[j][j];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fusion fusion && Arrays.equals(weights, fusion.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(weights);
    }

    @Override
    public String toString() {
        return "weights " + Arrays.toString(weights);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(weights.length);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
    }

    static Fusion read(DataInput in) throws IOException {
        double[] weights = new double[in.readInt()];
        for (int v = 0; v < weights.length; v++) {
            weights[v] = in.readDouble();
        }
        return new Fusion(weights);
    }
}
