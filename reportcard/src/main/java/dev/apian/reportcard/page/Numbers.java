// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.page;

import dev.apian.reportcard.score.Estimate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them. What is not known is a dash, never a made-up number.
final class Numbers {

    static final String UNKNOWN = "–";
    static final String NOT_FOUND = "not found";

    private static final double HOURS_PER_DAY = 24;

    private Numbers() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(@Nullable Double share) {
        return share == null || !Double.isFinite(share) ? UNKNOWN : percentSign(share);
    }

    /// Three digits that matter, or the whole number if it has more.
    static String number(@Nullable Double number) {
        if (number == null || !Double.isFinite(number)) {
            return UNKNOWN;
        }
        double size = Math.abs(number);
        if (size == 0 || size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", number);
        }
        int places = Math.min(6, 2 - (int) Math.floor(StrictMath.log10(size)));
        return trimmed(String.format(Locale.ROOT, "%." + places + "f", number));
    }

    static String hours(@Nullable Double hours) {
        if (hours == null || !Double.isFinite(hours)) {
            return NOT_FOUND;
        }
        if (hours < 1) {
            return String.format(Locale.ROOT, "%.0f min", hours * 60);
        }
        return hours < 2 * HOURS_PER_DAY
                ? trimmed(String.format(Locale.ROOT, "%.1f", hours)) + " h"
                : trimmed(String.format(Locale.ROOT, "%.1f", hours / HOURS_PER_DAY)) + " days";
    }

    static String percentInterval(@Nullable Estimate estimate) {
        return estimate == null
                ? ""
                : String.format(Locale.ROOT, "%.0f–%.0f", 100 * estimate.low(), 100 * estimate.high());
    }

    static String interval(@Nullable Estimate estimate) {
        return estimate == null ? "" : number(estimate.low()) + "–" + number(estimate.high());
    }

    static @Nullable Double value(@Nullable Estimate estimate) {
        return estimate == null ? null : estimate.value();
    }

    /// A place in a picture.
    static String place(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a place in a picture is " + value + "; expected a finite number");
        }
        return trimmed(String.format(Locale.ROOT, "%.1f", value));
    }

    /// Never rounds to none or all what is not none or all.
    private static String percentSign(double share) {
        double percent = 100 * share;
        if (percent > 0 && percent < 0.05) {
            return "<0.1 %";
        }
        if (percent >= 99.5 && percent < 100) {
            return String.format(Locale.ROOT, "%.1f %%", Math.min(percent, 99.9));
        }
        return trimmed(String.format(Locale.ROOT, percent >= 10 ? "%.0f" : "%.1f", percent)) + " %";
    }

    private static String trimmed(String decimals) {
        return decimals.contains(".") ? decimals.replaceAll("\\.?0+$", "") : decimals;
    }
}
