// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of the Numenta Anomaly Benchmark, restated.
///
/// Only the earliest alarm in a window counts, and more the earlier it is; an alarm outside counts as false, a little
/// less right behind a window. Nothing counts in the probation at the beginning. One threshold holds for the whole
/// corpus: the one with the highest score. 0 is the score of a detector that never alarms, 100 of one that alarms at
/// the first record of each window and nowhere else. See Lavin and Ahmad, Evaluating Real-time Anomaly Detection
/// Algorithms, ICMLA 2015, and its `sweeper.py`.
final class Scorer {

    private static final double STEEPNESS = 5;

    /// Widths of a window behind it from which on a false alarm counts in full.
    private static final double BEHIND_MAX = 3;

    private Scorer() {}

    /// @param threshold scores as high as this are alarms
    /// @param points    what the alarms at this threshold count for
    record Best(double threshold, double points) {}

    /// The threshold with the most points over all series; infinite if it is best not to alarm at all.
    ///
    /// @param scores by series as in `corpus`: how odd each record is, higher is odder
    static Best optimise(List<Series> corpus, List<double[]> scores, Weights weights) {
        List<Point> points = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < corpus.size(); i++) {
            points.addAll(points(corpus.get(i), scores.get(i), weights));
            sum -= weights.miss * judged(corpus.get(i)).size();
        }
        points.sort(Comparator.comparingDouble(Point::score).reversed());
        Map<Place, Double> found = new HashMap<>();
        Best best = new Best(Double.POSITIVE_INFINITY, sum);
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            sum += gain(point, found, weights);
            boolean last = i + 1 == points.size() || points.get(i + 1).score != point.score;
            if (last && sum > best.points) {
                best = new Best(point.score, sum);
            }
        }
        return best;
    }

    /// What the alarms of one series at a threshold count for.
    static double points(Series series, double[] scores, double threshold, Weights weights) {
        Map<Place, Double> found = new HashMap<>();
        double sum = -weights.miss * judged(series).size();
        for (Point point : points(series, scores, weights)) {
            sum += point.score >= threshold ? gain(point, found, weights) : 0;
        }
        return sum;
    }

    /// Points on the scale from the detector that never alarms, 0, to the perfect one, 100.
    static double normalised(double points, List<Series> corpus, Weights weights) {
        double none = 0;
        double perfect = 0;
        for (Series series : corpus) {
            none -= weights.miss * judged(series).size();
            perfect += weights.find * series.windows().size();
        }
        return 100 * (points - none) / (perfect - none);
    }

    /// Windows that can be missed: those not all in the probation.
    private static List<Series.Window> judged(Series series) {
        return series.windows().stream()
                .filter(window -> window.to() >= series.probation())
                .toList();
    }

    private static double gain(Point point, Map<Place, Double> found, Weights weights) {
        if (point.place.window < 0) {
            return point.worth;
        }
        double before = found.getOrDefault(point.place, -weights.miss);
        double now = Math.max(before, point.worth);
        found.put(point.place, now);
        return now - before;
    }

    private static List<Point> points(Series series, double[] scores, Weights weights) {
        List<Point> points = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < series.size(); i++) {
            if (next < series.windows().size() && series.windows().get(next).to() < i) {
                next++;
            }
            boolean within =
                    next < series.windows().size() && series.windows().get(next).from() <= i;
            double worth = within
                    ? weights.find * within(series.windows().get(next), i)
                    : weights.falseAlarm
                            * behind(next == 0 ? null : series.windows().get(next - 1), i);
            if (i >= series.probation()) {
                points.add(new Point(new Place(series.name(), within ? next : -1), scores[i], worth));
            }
        }
        return points;
    }

    private static double within(Series.Window window, int i) {
        return sigmoid(-(window.to() - i + 1) / (double) window.width()) / sigmoid(-1);
    }

    private static double behind(Series.@Nullable Window window, int i) {
        if (window == null) {
            return -1;
        }
        double widths = (i - window.to()) / (double) (window.width() - 1);
        return widths > BEHIND_MAX ? -1 : sigmoid(widths);
    }

    private static double sigmoid(double position) {
        return 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }

    /// @param window its number in the series, -1 outside of all
    private record Place(String series, int window) {}

    /// One record as the rules see it.
    ///
    /// @param score what the detector gave it
    /// @param worth what an alarm there counts for
    private record Point(Place place, double score, double worth) {}
}
