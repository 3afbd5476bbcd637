// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.engine.CoveredHour;
import dev.apian.engine.Gap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What could not be seen, in words: no alert about it is no proof of calm.
final class Blindness {

    private static final int GAPS_MAX = 3;

    /// Below this share of the calls it is worth a word.
    private static final double FEW = 0.5;

    private Blindness() {}

    /// @param eventMicros of the latest call
    static List<String> warnings(List<CoveredHour> hours, long eventMicros) {
        List<String> warnings = new ArrayList<>();
        long calls = hours.stream().mapToLong(CoveredHour::calls).sum();
        if (calls == 0) {
            return warnings;
        }
        double named = hours.stream().mapToLong(CoveredHour::named).sum() / (double) calls;
        double read = hours.stream().mapToLong(CoveredHour::read).sum() / (double) calls;
        if (named < FEW) {
            warnings.add(
                    ("%s of the calls are of somebody known; the rest is judged by network and device only. Log the"
                                    + " Authorization header, a session or a user id; see docs/how-to/monitor.md")
                            .formatted(percent(named)));
        }
        if (read < FEW) {
            warnings.add(("%s of the answers could be read; whether somebody was shown what they ask for cannot be told"
                            + " of the rest; see docs/how-to/monitor.md")
                    .formatted(percent(read)));
        }
        List<Gap> gaps = Gap.among(hours, eventMicros);
        for (Gap gap : gaps.reversed().subList(0, Math.min(GAPS_MAX, gaps.size()))) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "from %s to %s only %,d calls came where about %,d are usual: did a sender fall silent?",
                    time(gap.fromMicros()),
                    time(gap.untilMicros()),
                    gap.calls(),
                    gap.usual()));
        }
        if (gaps.size() > GAPS_MAX) {
            warnings.add("and " + (gaps.size() - GAPS_MAX) + " gaps before");
        }
        return warnings;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "only %.0f %%", 100 * share);
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
