// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sums over the windows of one endpoint, kind and scale. Those of today are whole numbers, so that the order in
/// which they come does not matter.
final class LevelSums {

    /// Fractions of a call are kept in such parts.
    private static final double PARTS = 256;

    /// One window teaches at most so many times what is expected, or so many calls.
    private static final double WINSOR_TIMES = 12;

    private static final double WINSOR_CALLS = 20;
    private static final double DISPERSION_MIN = 0.05;

    /// Windows that the prior of the dispersion counts like.
    private static final double DISPERSION_WINDOWS = 50;

    /// With a half-life of three weeks.
    private static final double FADE_A_DAY = StrictMath.pow(0.5, 1 / 21.0);

    private final int tiers = Maturity.ALL.size();
    private double windows;
    private double further;
    private final double[] excess = new double[tiers];
    private final double[] squares = new double[tiers];
    private long windowsToday;
    private long furtherToday;
    private final long[] excessToday = new long[tiers];
    private final long[] squaresToday = new long[tiers];

    void add(int count, int weight, @Nullable Expected expected, Maturity maturity) {
        double more = count - 1.0;
        windowsToday += weight;
        if (expected == null) {
            furtherToday += weight * (long) Math.min(more, WINSOR_CALLS);
            return;
        }
        double taken = Math.min(more, WINSOR_TIMES * expected.further() + WINSOR_CALLS);
        furtherToday += weight * (long) taken;
        double off = taken - expected.further();
        excessToday[maturity.place()] += weight * Math.round(PARTS * (off * off - expected.further()));
        squaresToday[maturity.place()] += weight * Math.round(PARTS * expected.further() * expected.further());
    }

    /// Day by day, so that it does not matter how often somebody asked in between.
    void fadeADay() {
        windows = FADE_A_DAY * (windows + windowsToday);
        further = FADE_A_DAY * (further + furtherToday);
        windowsToday = 0;
        furtherToday = 0;
        for (int i = 0; i < tiers; i++) {
            excess[i] = FADE_A_DAY * (excess[i] + excessToday[i] / PARTS);
            squares[i] = FADE_A_DAY * (squares[i] + squaresToday[i] / PARTS);
            excessToday[i] = 0;
            squaresToday[i] = 0;
        }
    }

    boolean isOver() {
        return windows + windowsToday < 1;
    }

    @Nullable
    Level level() {
        double all = windows + windowsToday;
        if (all < Level.WINDOWS_MIN) {
            return null;
        }
        double mean = (further + furtherToday) / all;
        double prior = DISPERSION_WINDOWS * Math.max(mean * mean, 1 / PARTS);
        List<Double> dispersion = new ArrayList<>(tiers);
        for (int i = 0; i < tiers; i++) {
            double over = excess[i] + excessToday[i] / PARTS + prior * Expected.DISPERSION_UNTOLD;
            dispersion.add(Math.max(DISPERSION_MIN, over / (squares[i] + squaresToday[i] / PARTS + prior)));
        }
        return new Level(all, mean, dispersion);
    }

    LevelSums plus(LevelSums other) {
        LevelSums sum = new LevelSums();
        sum.windows = windows + other.windows;
        sum.further = further + other.further;
        sum.windowsToday = windowsToday + other.windowsToday;
        sum.furtherToday = furtherToday + other.furtherToday;
        for (int i = 0; i < tiers; i++) {
            sum.excess[i] = excess[i] + other.excess[i];
            sum.squares[i] = squares[i] + other.squares[i];
            sum.excessToday[i] = excessToday[i] + other.excessToday[i];
            sum.squaresToday[i] = squaresToday[i] + other.squaresToday[i];
        }
        return sum;
    }

    LevelSums times(double share) {
        LevelSums part = new LevelSums();
        part.windows = share * (windows + windowsToday);
        part.further = share * (further + furtherToday);
        for (int i = 0; i < tiers; i++) {
            part.excess[i] = share * (excess[i] + excessToday[i] / PARTS);
            part.squares[i] = share * (squares[i] + squaresToday[i] / PARTS);
        }
        return part;
    }

    void save(DataOutput out) throws IOException {
        out.writeDouble(windows);
        out.writeDouble(further);
        out.writeLong(windowsToday);
        out.writeLong(furtherToday);
        for (int i = 0; i < tiers; i++) {
            out.writeDouble(excess[i]);
            out.writeDouble(squares[i]);
            out.writeLong(excessToday[i]);
            out.writeLong(squaresToday[i]);
        }
    }

    static LevelSums read(DataInput in) throws IOException {
        LevelSums sums = new LevelSums();
        sums.windows = in.readDouble();
        sums.further = in.readDouble();
        sums.windowsToday = in.readLong();
        sums.furtherToday = in.readLong();
        for (int i = 0; i < sums.tiers; i++) {
            sums.excess[i] = in.readDouble();
            sums.squares[i] = in.readDouble();
            sums.excessToday[i] = in.readLong();
            sums.squaresToday[i] = in.readLong();
        }
        return sums;
    }
}
