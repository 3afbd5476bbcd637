// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// Alerts when an actor makes ten times as many calls in an hour as it does on average, in all or to one endpoint.
///
/// The mean is over all hours since the first call, silent ones too. Ten is the factor of countless hand-written
/// spike rules; this one asks for three days of history and twenty calls first, as such rules come to do.
public final class TenTimesTheMean extends HourlyRule {

    private static final double PUBLISHED = 10;
    private static final double LENIENT = 5;
    private static final int CALLS_MIN = 20;
    private static final int HISTORY_HOURS_MIN = 3 * Clock.HOURS_PER_DAY;
    private static final int KEYS_MAX = 500_000;
    private static final char SEPARATOR = '\n';

    private final Memory<Past> pasts = new Memory<>(KEYS_MAX);

    public TenTimesTheMean() {
        super(LENIENT);
    }

    @Override
    public String name() {
        return "ten times the mean";
    }

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        super.see(call, findings);
        count(call.actor() + SEPARATOR + call.endpoint(), call, findings);
    }

    @Override
    public double published() {
        return PUBLISHED;
    }

    @Override
    void judge(String key, long hour, int count, Consumer<Finding> findings) {
        var past = pasts.of(key, () -> new Past(hour));
        var hours = hour - past.first;
        if (hours >= HISTORY_HOURS_MIN && count >= CALLS_MIN) {
            var end = key.indexOf(SEPARATOR);
            var actor = end < 0 ? key : key.substring(0, end);
            var because = end < 0 ? "calls" : key.substring(end + 1);
            var ratio = (double) count * hours / past.calls;
            claim(actor, hour, ratio, because, findings);
        }
        past.calls += count;
    }

    private static final class Past {
        private final long first;
        private long calls;

        Past(long first) {
            this.first = first;
        }
    }
}
