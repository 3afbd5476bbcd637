// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.time.Duration;
import java.util.Locale;

/// Numbers and spans of time as people say them, the same in every sentence.
public final class Wording {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Wording() {}

    /// `3,000`.
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// `1 call`, `3,000 calls`, `2 entities`.
    public static String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : plural(noun));
    }

    /// `2.5`, `25`: one decimal below ten, none above.
    public static String number(double number) {
        return number < 9.95 ? String.format(Locale.ROOT, "%.1f", number) : number(Math.round(number));
    }

    /// `2.5 %`.
    public static String percent(double share) {
        return number(share * 100) + " %";
    }

    /// `40 seconds`, `1 hour`, `90 minutes`, `12 days`: the largest unit that fits, or gives two or more.
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (fits(seconds, DAY)) {
            return count(seconds / DAY, "day");
        }
        if (fits(seconds, HOUR)) {
            return count(seconds / HOUR, "hour");
        }
        return fits(seconds, MINUTE) ? count(seconds / MINUTE, "minute") : count(seconds, "second");
    }

    private static boolean fits(long seconds, long unit) {
        return seconds >= 2 * unit || seconds == unit;
    }

    private static String plural(String noun) {
        boolean vowelBeforeY = noun.endsWith("ay") || noun.endsWith("ey") || noun.endsWith("oy");
        return noun.endsWith("y") && !vowelBeforeY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
