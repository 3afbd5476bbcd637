// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.nab;

import dev.apian.sketch.SeriesBaseline;
import java.util.stream.IntStream;

/// The product's baseline of aggregate series as a detector.
final class Baseline implements Detector {

    /// Records by which the length of a window is known; fewer than any probation.
    private static final int GAPS = 100;

    @Override
    public double[] scores(Series series) {
        SeriesBaseline baseline = new SeriesBaseline(windowMicros(series), 0);
        return IntStream.range(0, series.size())
                .mapToDouble(i -> baseline.observe(
                                series.micros().get(i), series.values().get(i))
                        .score())
                .toArray();
    }

    private static long windowMicros(Series series) {
        long[] gaps = IntStream.rangeClosed(1, GAPS)
                .mapToLong(i -> series.micros().get(i) - series.micros().get(i - 1))
                .sorted()
                .toArray();
        return Math.max(1, gaps[GAPS / 2]);
    }
}
