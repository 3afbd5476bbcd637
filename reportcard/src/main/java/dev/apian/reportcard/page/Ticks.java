// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/// Round numbers along an axis.
final class Ticks {

    static final List<Double> SHARES = List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0);

    private static final double[] HOURS = {1 / 60.0, 10 / 60.0, 1, 6, 24, 168, 720, 8760};
    private static final int DECADES_MAX = 8;

    private Ticks() {}

    /// The powers of ten from the one below the smallest positive number to the one above the largest.
    static List<Double> decades(DoubleStream numbers) {
        double[] positive = numbers.filter(number -> number > 0 && Double.isFinite(number))
                .sorted()
                .toArray();
        if (positive.length == 0) {
            return List.of(0.1, 1.0);
        }
        int last = (int) Math.ceil(StrictMath.log10(positive[positive.length - 1]) - 1e-9);
        int first = (int) Math.floor(StrictMath.log10(positive[0]) + 1e-9);
        first = Math.max(Math.min(first, last - 1), last - DECADES_MAX);
        List<Double> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            ticks.add(StrictMath.pow(10, power));
        }
        return ticks;
    }

    /// A minute, ten minutes, an hour, six, a day, a week, 30 days, a year: those around the numbers.
    static List<Double> hours(DoubleStream numbers) {
        double[] sorted = numbers.filter(number -> number > 0).sorted().toArray();
        double low = sorted.length == 0 ? 1 : sorted[0];
        double high = sorted.length == 0 ? 24 : sorted[sorted.length - 1];
        int first = 0;
        while (first + 2 < HOURS.length && HOURS[first + 1] <= low) {
            first++;
        }
        int last = first + 1;
        while (last + 1 < HOURS.length && HOURS[last] < high) {
            last++;
        }
        return DoubleStream.of(HOURS)
                .skip(first)
                .limit(last - first + 1L)
                .boxed()
                .toList();
    }

    static String hoursName(double hours) {
        return hours >= 8760 ? "1 year" : hours >= 24 ? Math.round(hours / 24) + " d" : Numbers.hours(hours);
    }

    /// About five steps of 1, 2 or 5 from zero to the number or beyond.
    static List<Double> upTo(double most) {
        double rough = Math.max(most, 1e-9) / 5;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; ; i++) {
            ticks.add(i * step);
            if (i * step >= most && i > 0) {
                return ticks;
            }
        }
    }
}
