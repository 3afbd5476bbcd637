// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The results as Markdown.
final class Tables {

    private static final int MISTAKES_SHOWN_MAX = 8;
    private static final int CHARACTERS_SHOWN_MAX = 600;

    private final Options options;
    private final List<Result> results;

    Tables(Options options, List<Result> results) {
        this.options = options;
        this.results = List.copyOf(results);
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        for (Variant variant : options.variants()) {
            scores(out, variant);
        }
        if (options.variants().size() > 1) {
            noise(out);
        }
        return out.toString();
    }

    private void scores(StringBuilder out, Variant variant) {
        out.append("### ")
                .append(options.half().label())
                .append(", ")
                .append(variant.label())
                .append("\n\n");
        out.append("| regime | requests | algorithm | F1 (seeds) | strict | precision | recall | GA | ratio | final |");
        out.append(" F1 by operations | vendors p10 / p50 / p90 |\n|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Regime regime : options.regimes()) {
            for (int requests : options.requests()) {
                for (Algorithm algorithm : options.algorithms()) {
                    Summary summary = summary(variant, regime, requests, algorithm);
                    row(
                            out,
                            regime.label(),
                            Integer.toString(requests),
                            algorithm.label(),
                            summary.range(),
                            Summary.text(summary.mean(Score::strict)),
                            Summary.text(summary.mean(Score::precision)),
                            Summary.text(summary.mean(Score::recall)),
                            Summary.text(summary.mean(Score::accuracy)),
                            String.format(Locale.ROOT, "%.2f", summary.mean(Score::ratio)),
                            Summary.text(summary.mean(Score::finality)),
                            Summary.text(summary.weighted()),
                            summary.spread());
                }
            }
        }
        out.append('\n');
    }

    private void noise(StringBuilder out) {
        out.append("### ").append(options.half().label()).append(", what noise costs\n\n");
        out.append("| regime | requests | algorithm | F1 with noise | F1 without | points lost |\n");
        out.append("|---|---|---|---|---|---|\n");
        Variant with = options.variants().get(0);
        Variant without = options.variants().get(1);
        for (Regime regime : options.regimes()) {
            for (int requests : options.requests()) {
                for (Algorithm algorithm : options.algorithms()) {
                    double noisy = summary(with, regime, requests, algorithm).mean(Score::f1);
                    double clean = summary(without, regime, requests, algorithm).mean(Score::f1);
                    row(
                            out,
                            regime.label(),
                            Integer.toString(requests),
                            algorithm.label(),
                            Summary.text(noisy),
                            Summary.text(clean),
                            String.format(Locale.ROOT, "%.1f", 100 * (clean - noisy)));
                }
            }
        }
        out.append('\n');
    }

    private Summary summary(Variant variant, Regime regime, int requests, Algorithm algorithm) {
        return new Summary(results.stream()
                .filter(result -> result.variant().equals(variant)
                        && result.regime() == regime
                        && result.requests() == requests
                        && result.algorithm() == algorithm)
                .toList());
    }

    private static void row(StringBuilder out, String... cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /// Those with the lowest F1, with what went wrong.
    String worst() {
        StringBuilder out = new StringBuilder();
        List<Result> sorted = new ArrayList<>(results);
        sorted.removeIf(result ->
                result.algorithm() != Algorithm.APIAN || result.score().f1() == 1);
        sorted.sort(Comparator.comparingDouble(result -> result.score().f1()));
        for (Result result : sorted.subList(0, Math.min(options.worst(), sorted.size()))) {
            Score score = result.score();
            out.append(String.format(
                    Locale.ROOT,
                    "%n%s, %s, %d requests, seed %d, %s: F1 %.3f, %d groups, ratio %.2f%n",
                    result.vendor(),
                    result.regime().label(),
                    result.requests(),
                    result.seed(),
                    result.variant().label(),
                    score.f1(),
                    score.groups(),
                    score.ratio()));
            result.verdict().mistakes().stream().limit(MISTAKES_SHOWN_MAX).forEach(mistake -> line(out, mistake));
            List<String> inVain = result.verdict().inVain();
            if (!inVain.isEmpty()) {
                line(out, inVain.size() + " of noise alone: " + String.join(", ", inVain));
            }
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String text) {
        boolean all = text.length() <= CHARACTERS_SHOWN_MAX;
        out.append("  ")
                .append(all ? text : text.substring(0, CHARACTERS_SHOWN_MAX) + "...")
                .append('\n');
    }
}
