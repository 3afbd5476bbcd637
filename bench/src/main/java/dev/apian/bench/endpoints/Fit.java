// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.endpoint.Weighing;
import dev.apian.stream.Tick;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Fits the weights of the evidence on traffic for the half of the vendors that is there to tune on, with seeds that
/// are
/// not reported on. Prints them as they stand in `Weights`: first those of a name alone; once these are in force, a
/// second
/// run gives those of a name among its siblings.
public final class Fit {

    private static final int[] SEEDS = {101, 102};
    private static final int[] REQUESTS = {8, 20, 100};

    /// Shares of the traffic after which the evidence is taken down.
    private static final double[] MOMENTS = {0.1, 0.3, 1};

    private static final double RIDGE = 2;

    private final List<double[]> alone = new ArrayList<>();
    private final List<double[]> among = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private Fit() {}

    /// @param args the folder of the corpus, and `no-bodies` if half of the vendors log none
    public static void main(String[] args) throws IOException {
        Fit fit = new Fit();
        int done = 0;
        for (Vendor vendor : Corpus.read(Path.of(args[0]), name -> Half.of(name) == Half.TUNE)) {
            for (Regime regime : Regime.values()) {
                for (int seed : SEEDS) {
                    for (int requests : REQUESTS) {
                        boolean bodies = seed == SEEDS[0] || requests == 100;
                        fit.collect(vendor, new Setting(regime, requests, seed, 0.1, bodies, bodies || done % 2 == 0));
                    }
                }
            }
            done++;
        }
        System.err.printf("%,d names weighed%n", fit.labels.size());
        fit.print("ALONE", fit.alone);
        fit.print("AMONG", fit.among);
    }

    private void collect(Vendor vendor, Setting setting) {
        Truth truth = Truth.of(vendor);
        TemplateLearner learner = new TemplateLearner();
        Templates templates = Templates.NONE;
        List<Call> calls = new Trial(vendor, setting).recorded();
        long tick = Long.MIN_VALUE;
        int moment = 0;
        for (int i = 0; i < calls.size(); i++) {
            long now = Tick.of(calls.get(i).micros());
            if (now != tick) {
                tick = now;
                templates = learner.publish(now);
            }
            learner.learn(templates.route(calls.get(i)));
            if (i + 1 >= MOMENTS[moment] * calls.size()) {
                take(learner.weighings(), truth);
                moment = Math.min(moment + 1, MOMENTS.length - 1);
            }
        }
    }

    private void take(List<Weighing> weighings, Truth truth) {
        Map<String, Long> places = new TreeMap<>();
        weighings.forEach(weighing -> places.merge(weighing.above(), 1L, Long::sum));
        for (Weighing weighing : weighings) {
            Boolean isValue = truth.isValue(weighing.above(), weighing.text());
            if (isValue != null && !weighing.isValue()) {
                alone.add(weighing.alone());
                among.add(weighing.among());
                labels.add(isValue ? 1.0 : 0.0);
                weights.add(1 / Math.sqrt(places.getOrDefault(weighing.above(), 1L)));
            }
        }
    }

    private void print(String name, List<double[]> features) {
        double[] fitted = fit(features);
        double wrong = 0;
        double all = 0;
        for (int i = 0; i < features.size(); i++) {
            double odds = dot(fitted, features.get(i));
            all += weights.get(i);
            wrong += odds > 0 == labels.get(i) > 0.5 ? 0 : weights.get(i);
        }
        System.err.printf(Locale.ROOT, "%s: %.2f %% wrong on the names fitted%n", name, 100 * wrong / all);
        StringBuilder out = new StringBuilder("    private static final double[] " + name + " = {");
        for (int i = 0; i < fitted.length; i++) {
            out.append(i % 12 == 0 ? "\n        " : " ").append("%.2f,".formatted(fitted[i]));
        }
        System.out.println(out + "\n    };");
    }

    /// Logistic regression by Newton's method, with a ridge.
    private double[] fit(List<double[]> features) {
        int size = features.getFirst().length;
        double[] fitted = new double[size];
        for (int step = 0; step < 25; step++) {
            double[][] curvature = new double[size][size];
            double[] slope = new double[size];
            for (int j = 0; j < size; j++) {
                curvature[j][j] = RIDGE;
                slope[j] = -RIDGE * fitted[j];
            }
            for (int i = 0; i < features.size(); i++) {
                double[] x = features.get(i);
                double chance = 1 / (1 + Math.exp(-dot(fitted, x)));
                double off = weights.get(i) * (labels.get(i) - chance);
                double bend = weights.get(i) * Math.max(1e-6, chance * (1 - chance));
                for (int j = 0; j < size; j++) {
                    if (x[j] != 0) {
                        slope[j] += off * x[j];
                        for (int k = 0; k < size; k++) {
                            curvature[j][k] += bend * x[j] * x[k];
                        }
                    }
                }
            }
            double[] change = solved(curvature, slope);
            for (int j = 0; j < size; j++) {
                fitted[j] += Math.clamp(change[j], -2, 2);
            }
        }
        return fitted;
    }

    /// Gaussian elimination; both arguments are used up.
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        for (int i = 0; i < size; i++) {
            for (int row = i + 1; row < size; row++) {
                double factor = matrix[row][i] / matrix[i][i];
                for (int k = i; k < size; k++) {
                    matrix[row][k] -= factor * matrix[i][k];
                }
                right[row] -= factor * right[i];
            }
        }
        double[] solution = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double sum = right[i];
            for (int k = i + 1; k < size; k++) {
                sum -= matrix[i][k] * solution[k];
            }
            solution[i] = sum / matrix[i][i];
        }
        return solution;
    }

    private static double dot(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
