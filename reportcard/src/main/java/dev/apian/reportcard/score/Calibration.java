// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a risk of 0.7 is true seven times in ten. Over all alerts, whatever the cut.
///
/// @param buckets of width 0.1, ascending, without the empty ones
/// @param expectedError the distance of risk from share true, averaged over the alerts
public record Calibration(List<Bucket> buckets, double expectedError) {

    private static final int BUCKETS = 10;

    /// @param from included
    /// @param to not included, except for 1
    public record Bucket(double from, double to, long alerts, double meanRisk, double shareTrue) {}

    public Calibration {
        buckets = List.copyOf(buckets);
    }

    /// Null if there are no alerts or a score is outside of 0..1 and so cannot be a risk.
    static @Nullable Calibration of(List<Ruling> rulings) {
        if (rulings.isEmpty()
                || rulings.stream().anyMatch(ruling -> !isRisk(ruling.alert().score()))) {
            return null;
        }
        List<List<Ruling>> sorted = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            sorted.add(new ArrayList<>());
        }
        for (Ruling ruling : rulings) {
            sorted.get(Math.min(BUCKETS - 1, (int) (ruling.alert().score() * BUCKETS)))
                    .add(ruling);
        }
        List<Bucket> buckets = new ArrayList<>();
        double error = 0;
        for (int i = 0; i < BUCKETS; i++) {
            if (!sorted.get(i).isEmpty()) {
                Bucket bucket = bucket(i, sorted.get(i));
                buckets.add(bucket);
                error += bucket.alerts() * Math.abs(bucket.meanRisk() - bucket.shareTrue()) / rulings.size();
            }
        }
        return new Calibration(buckets, error);
    }

    private static Bucket bucket(int place, List<Ruling> rulings) {
        double risk =
                rulings.stream().mapToDouble(ruling -> ruling.alert().score()).sum();
        double right = rulings.stream().filter(Ruling::isTrue).count();
        int count = rulings.size();
        return new Bucket(place / (double) BUCKETS, (place + 1) / (double) BUCKETS, count, risk / count, right / count);
    }

    private static boolean isRisk(double score) {
        return score >= 0 && score <= 1;
    }
}
