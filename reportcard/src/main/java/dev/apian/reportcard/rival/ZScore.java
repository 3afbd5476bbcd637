// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// Alerts when an actor's calls in an hour lie five standard deviations above the mean of its hours so far.
///
/// Textbooks take three, which on hourly counts alerts all day; five is what such rules end up with. Silent hours
/// count. A deviation below one call is taken as one, so that the first call of a regular job is no infinity.
public final class ZScore extends HourlyRule {

    private static final double PUBLISHED = 5;
    private static final double LENIENT = 4;
    private static final double DEVIATION_MIN = 1;
    private static final int HISTORY_HOURS_MIN = 3 * Clock.HOURS_PER_DAY;
    private static final int ACTORS_MAX = 200_000;

    private final Memory<Past> pasts = new Memory<>(ACTORS_MAX);

    public ZScore() {
        super(LENIENT);
    }

    @Override
    public String name() {
        return "z-score";
    }

    @Override
    public double published() {
        return PUBLISHED;
    }

    @Override
    void judge(String actor, long hour, int count, Consumer<Finding> findings) {
        var past = pasts.of(actor, () -> new Past(hour));
        if (hour - past.first >= HISTORY_HOURS_MIN) {
            var z = past.z(count, hour - past.first);
            claim(actor, hour, z, "calls", findings);
        }
        past.sum += count;
        past.squares += (double) count * count;
    }

    private static final class Past {
        private final long first;
        private double sum;
        private double squares;

        Past(long first) {
            this.first = first;
        }

        double z(int count, long hours) {
            var mean = sum / hours;
            var variance = Math.max(0, squares / hours - mean * mean);
            return (count - mean) / Math.max(DEVIATION_MIN, Math.sqrt(variance));
        }
    }
}
