// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// The results of one algorithm on one kind of traffic, of all vendors and seeds.
record Summary(List<Result> results) {

    Summary {
        results = List.copyOf(results);
        if (results.isEmpty()) {
            throw new IllegalArgumentException("found no results");
        }
    }

    /// The mean over vendors, then over seeds. What a vendor has no figure for does not count.
    double mean(ToDoubleFunction<Score> figure) {
        return seeds(figure).average().orElse(Double.NaN);
    }

    private DoubleStream seeds(ToDoubleFunction<Score> figure) {
        return Arrays.stream(results.stream()
                .filter(result -> !Double.isNaN(figure.applyAsDouble(result.score())))
                .collect(Collectors.groupingBy(
                        Result::seed,
                        TreeMap::new,
                        Collectors.averagingDouble(result -> figure.applyAsDouble(result.score()))))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    /// F1 of the average operation: large vendors count more.
    double weighted() {
        double groups =
                results.stream().mapToDouble(result -> result.score().groups()).sum();
        return results.stream()
                        .mapToDouble(
                                result -> result.score().f1() * result.score().groups())
                        .sum()
                / groups;
    }

    /// `.950 (.941–.957)`: the mean over seeds, the worst and the best seed.
    String range() {
        double[] seeds = seeds(Score::f1).sorted().toArray();
        return text(mean(Score::f1)) + " (" + text(seeds[0]) + "–" + text(seeds[seeds.length - 1]) + ")";
    }

    /// F1 at the 10th, 50th and 90th percentile of the vendors.
    String spread() {
        List<Double> vendors = results.stream()
                .collect(Collectors.groupingBy(
                        Result::vendor,
                        Collectors.averagingDouble(result -> result.score().f1())))
                .values()
                .stream()
                .sorted(Comparator.naturalOrder())
                .toList();
        return DoubleStream.of(0.1, 0.5, 0.9)
                .mapToObj(share -> text(vendors.get((int) Math.round(share * (vendors.size() - 1)))))
                .collect(Collectors.joining(" / "));
    }

    static String text(double figure) {
        if (Double.isNaN(figure)) {
            return "–";
        }
        String text = String.format(Locale.ROOT, "%.3f", figure);
        return text.startsWith("0.") ? text.substring(1) : text;
    }
}
