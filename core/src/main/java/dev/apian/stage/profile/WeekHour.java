// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

/// An hour of a working day or of a weekend, in UTC: 48 of them make a week.
///
/// Nobody's time zone needs to be known, since everybody's hours are learned.
final class WeekHour {

    private static final long HOUR_MICROS = Scale.HOUR.micros();
    private static final int HOURS = 24;
    private static final int DAYS = 7;

    /// 1970-01-01 was a Thursday, the fourth day after a Sunday.
    private static final int FIRST_DAY = 4;

    static final int COUNT = 2 * HOURS;

    private WeekHour() {}

    static int of(long micros) {
        long hour = Math.floorDiv(micros, HOUR_MICROS);
        int day = (int) Math.floorMod(Math.floorDiv(hour, HOURS) + FIRST_DAY, (long) DAYS);
        boolean weekend = day == 0 || day == DAYS - 1;
        return (weekend ? HOURS : 0) + (int) Math.floorMod(hour, (long) HOURS);
    }

    /// The share of a week that the hour is.
    static double share(int weekHour) {
        return (weekHour < HOURS ? 5.0 : 2.0) / (DAYS * HOURS);
    }
}
