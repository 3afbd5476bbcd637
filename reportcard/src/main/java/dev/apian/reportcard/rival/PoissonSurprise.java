// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// Alerts when an actor's calls in an hour are too many for its rate at that hour of the week, p < 0.00001.
///
/// The rate has a gamma prior worth two weeks at the actor's mean rate over all hours, so that an hour of the week
/// seen once or twice leans on the others; it is quiet until every hour of the week came by once. No one limit is
/// published for this; the one here would give an actor one
/// false alert in eleven years of hours, if counts were truly Poisson.
public final class PoissonSurprise extends HourlyRule {

    private static final double PUBLISHED = 5;
    private static final double LENIENT = 4;
    private static final double PRIOR_WEEKS = 2;
    private static final double CALLS_PRIOR = 0.5;
    private static final int HISTORY_HOURS_MIN = Clock.HOURS_PER_WEEK;
    private static final int ACTORS_MAX = 100_000;

    private final Memory<Past> pasts = new Memory<>(ACTORS_MAX);

    public PoissonSurprise() {
        super(LENIENT);
    }

    @Override
    public String name() {
        return "Poisson surprise";
    }

    @Override
    public double published() {
        return PUBLISHED;
    }

    @Override
    void judge(String actor, long hour, int count, Consumer<Finding> findings) {
        var past = pasts.of(actor, () -> new Past(hour));
        if (hour - past.first >= HISTORY_HOURS_MIN) {
            var surprise = Poisson.surprise(count, past.rate(hour));
            claim(actor, hour, surprise, "calls", findings);
        }
        past.learn(hour, count);
    }

    private static int hourOfWeek(long hour) {
        return Math.floorMod(hour, Clock.HOURS_PER_WEEK);
    }

    private static final class Past {
        private final long first;
        private final int[] byHourOfWeek = new int[Clock.HOURS_PER_WEEK];
        private long calls;

        Past(long first) {
            this.first = first;
        }

        void learn(long hour, int count) {
            byHourOfWeek[hourOfWeek(hour)] += count;
            calls += count;
        }

        /// Calls per hour expected in this hour: the mean of the gamma distribution.
        double rate(long hour) {
            var mean = (calls + CALLS_PRIOR) / (hour - first);
            // The same hour of the week came by this often since the first hour.
            var weeks = (hour - first) / Clock.HOURS_PER_WEEK;
            return (byHourOfWeek[hourOfWeek(hour)] + PRIOR_WEEKS * mean) / (weeks + PRIOR_WEEKS);
        }
    }
}
