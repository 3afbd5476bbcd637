// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Runs the baseline and the benchmark's windowed Gaussian over the corpus, and prints their scores.
public final class Nab {

    private Nab() {}

    /// @param args the folder with `data` and `labels`
    public static void main(String[] args) throws IOException {
        List<Series> corpus = Corpus.read(Path.of(args[0]));
        System.out.printf(
                "%d series, %d windows%n%n",
                corpus.size(),
                corpus.stream().mapToInt(series -> series.windows().size()).sum());
        print("windowed Gaussian", new WindowedGaussian(), corpus);
        print("SeriesBaseline", new Baseline(), corpus);
    }

    private static void print(String name, Detector detector, List<Series> corpus) {
        List<double[]> scores = corpus.stream().map(detector::scores).toList();
        System.out.printf("### %s%n%n| | %s |%n|---|%s%n", name, names(), "---|".repeat(Weights.values().length));
        row("all", corpus, scores);
        row("half that was tuned on", half(corpus, 0), half(scores, 0));
        row("half that was not", half(corpus, 1), half(scores, 1));
        System.out.println();
        folders(corpus, scores);
    }

    private static String names() {
        return Arrays.stream(Weights.values())
                .map(weights -> weights.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" | "));
    }

    /// Every other one, so that each folder is in both halves.
    private static <T> List<T> half(List<T> all, int first) {
        return IntStream.range(0, all.size())
                .filter(i -> i % 2 == first)
                .mapToObj(all::get)
                .toList();
    }

    private static void row(String name, List<Series> corpus, List<double[]> scores) {
        List<String> cells = new ArrayList<>();
        for (Weights weights : Weights.values()) {
            double points = Scorer.optimise(corpus, scores, weights).points();
            cells.add(decimal(Scorer.normalised(points, corpus, weights)));
        }
        System.out.printf("| %s | %s |%n", name, String.join(" | ", cells));
    }

    /// Folder by folder at the threshold of the whole corpus, standard weights; points where there is nothing to find.
    private static void folders(List<Series> corpus, List<double[]> scores) {
        double threshold = Scorer.optimise(corpus, scores, Weights.STANDARD).threshold();
        System.out.printf("At the threshold %s, standard:%n%n| folder | score | points |%n|---|---|---|%n", threshold);
        for (String folder :
                corpus.stream().map(Series::folder).distinct().sorted().toList()) {
            double points = 0;
            List<Series> within = new ArrayList<>();
            for (int i = 0; i < corpus.size(); i++) {
                if (corpus.get(i).folder().equals(folder)) {
                    within.add(corpus.get(i));
                    points += Scorer.points(corpus.get(i), scores.get(i), threshold, Weights.STANDARD);
                }
            }
            double score = Scorer.normalised(points, within, Weights.STANDARD);
            System.out.printf("| %s | %s | %s |%n", folder, decimal(score), decimal(points));
        }
        System.out.println();
    }

    private static String decimal(double value) {
        return !Double.isFinite(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }
}
