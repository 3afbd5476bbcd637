// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// A rule that looks at an actor's count of calls when a full hour is over.
abstract class HourlyRule implements Rival {

    private final HourlyCounts counts = new HourlyCounts();
    private final Thinning thinning;

    /// @param lenient findings with a lower score are dropped
    HourlyRule(double lenient) {
        thinning = new Thinning(lenient);
    }

    /// Judges the count of one key in the hour that is over, then learns it.
    abstract void judge(String key, long hour, int count, Consumer<Finding> findings);

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        count(call.actor(), call, findings);
    }

    final void count(String key, TrueCall call, Consumer<Finding> findings) {
        counts.see(key, call.micros(), (over, hour, count) -> judge(over, hour, count, findings));
    }

    @Override
    public final void end(Consumer<Finding> findings) {
        counts.finish((over, hour, count) -> judge(over, hour, count, findings));
    }

    /// Claims it at the end of the hour.
    final void claim(String actor, long hour, double score, String because, Consumer<Finding> findings) {
        thinning.pass(new Finding(actor, (hour + 1) * Clock.HOUR, score, because), findings);
    }
}
