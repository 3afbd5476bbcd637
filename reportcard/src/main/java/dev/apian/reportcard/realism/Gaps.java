// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.Arrays;

/// The times between one actor's acts, in seconds.
///
/// What happens within the same second is one act: a commit changes many files and a page loads many pictures.
@SuppressWarnings("ArrayRecordComponent")
record Gaps(long[] seconds) {

    private static final long SECOND_MICROS = 1_000_000;
    private static final double DAY_SECONDS = 86_400;

    static Gaps of(History.Acts acts) {
        var instants = instants(acts);
        var gaps = new long[Math.max(0, instants.length - 1)];
        for (var i = 0; i < gaps.length; i++) {
            gaps[i] = instants[i + 1] - instants[i];
        }
        return new Gaps(gaps);
    }

    /// (s - m) / (s + m) of mean m and deviation s: -1 for a clock, 0 for chance, towards 1 for bursts.
    /// Goh and Barabási, "Burstiness and memory in complex systems", EPL 81 (2008).
    double burstiness() {
        var mean = Fit.mean(seconds, 0, seconds.length);
        var deviation = Fit.deviation(seconds, 0, seconds.length);
        return (deviation - mean) / (deviation + mean);
    }

    /// The correlation of a gap with the next one, from the same paper; 0 if all gaps are the same.
    double memory() {
        var pairs = seconds.length - 1;
        var deviations = Fit.deviation(seconds, 0, pairs) * Fit.deviation(seconds, 1, pairs + 1);
        if (deviations == 0) {
            return 0;
        }
        var before = Fit.mean(seconds, 0, pairs);
        var after = Fit.mean(seconds, 1, pairs + 1);
        var sum = 0.0;
        for (var i = 0; i < pairs; i++) {
            sum += (seconds[i] - before) * (seconds[i + 1] - after);
        }
        return sum / pairs / deviations;
    }

    /// The length of the mean of the acts as points on the clock's face: 0 around the clock, 1 always at one time.
    /// The time zone does not matter, since a turn does not change a length.
    static double hourConcentration(History.Acts acts) {
        var instants = instants(acts);
        var sine = 0.0;
        var cosine = 0.0;
        for (var instant : instants) {
            var angle = 2 * Math.PI * instant / DAY_SECONDS;
            sine += Math.sin(angle);
            cosine += Math.cos(angle);
        }
        return Math.hypot(sine, cosine) / instants.length;
    }

    private static long[] instants(History.Acts acts) {
        return Arrays.stream(acts.micros())
                .map(micros -> Math.floorDiv(micros, SECOND_MICROS))
                .distinct()
                .toArray();
    }
}
