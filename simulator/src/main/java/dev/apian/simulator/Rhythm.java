// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// When a person sits down to use the API, in local time, with weekends, days off and holidays.
final class Rhythm {

    /// The kinds of days people have.
    enum Kind {
        WORKING_HOURS,
        EVENINGS,
        SHIFT
    }

    private static final int SESSIONS_PER_DAY_MAX = 12;

    private final Kind kind;
    private final ZoneId zone;
    private final Calendar calendar;
    private final Chance chance;
    private final double level;
    private final double startOfShift;
    private final LocalDate holidayFrom;
    private final LocalDate holidayTo;
    private final Deque<Long> planned = new ArrayDeque<>();
    private LocalDate nextDay;

    /// @param level how active the person is: 1 is usual
    Rhythm(Kind kind, ZoneId zone, double level, long firstDay, Calendar calendar, Chance chance) {
        this.kind = kind;
        this.zone = zone;
        this.level = level;
        this.calendar = calendar;
        this.chance = chance;
        startOfShift = 8.3 + chance.gaussian() * 0.6;
        nextDay = LocalDate.ofInstant(Micros.toInstant(firstDay), zone);
        int days = (int) ((calendar.end() - calendar.start()) / Micros.DAY);
        LocalDate first = LocalDate.ofInstant(Micros.toInstant(calendar.start()), ZoneOffset.UTC);
        holidayFrom = first.plusDays(chance.below(days * 3 + 1));
        holidayTo = holidayFrom.plusDays(chance.between(3, 10));
    }

    ZoneId zone() {
        return zone;
    }

    /// Whether the person uses the API for work, and so from an office if there is one.
    boolean kindOfDayIsWork() {
        return kind != Kind.EVENINGS;
    }

    /// How active the person is: 1 is usual.
    double level() {
        return level;
    }

    /// Whether the person has holidays on this day or in the week that follows.
    boolean onHolidaySoon(long at) {
        LocalDate day = LocalDate.ofInstant(Micros.toInstant(at), zone);
        return day.plusDays(7).isAfter(holidayFrom) && day.isBefore(holidayTo);
    }

    /// When the next session begins, after the given time.
    long next(long after) {
        while (true) {
            Long soonest = planned.poll();
            if (soonest == null) {
                Instant midnight = nextDay.atStartOfDay(zone).toInstant();
                if (Micros.of(midnight) >= calendar.end()) {
                    return Micros.NEVER;
                }
                plan(Micros.of(midnight));
                nextDay = nextDay.plusDays(1);
            } else if (soonest > after) {
                return soonest;
            }
        }
    }

    private void plan(long midnight) {
        boolean sale = kind != Kind.SHIFT && calendar.onSale(midnight + 12 * Micros.HOUR);
        boolean weekend = nextDay.getDayOfWeek() == DayOfWeek.SATURDAY || nextDay.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean away = !nextDay.isBefore(holidayFrom) && nextDay.isBefore(holidayTo);
        if (away || !chance.happens(sale ? 0.95 : shareOfDays(weekend))) {
            return;
        }
        double usual = kind == Kind.SHIFT ? 4 : level * (sale ? 5 : 2.3);
        int count = Math.clamp(Math.round(chance.logNormal(usual, 0.45)), 1, SESSIONS_PER_DAY_MAX);
        long[] starts = new long[count];
        for (int i = 0; i < count; i++) {
            starts[i] = midnight + (long) (Math.clamp(hour(i, weekend), 0.1, 23.9) * Micros.HOUR);
        }
        Arrays.sort(starts);
        for (long start : starts) {
            planned.add(start);
        }
    }

    private double shareOfDays(boolean weekend) {
        return switch (kind) {
            case WORKING_HOURS -> weekend ? 0.25 : 0.88;
            case EVENINGS -> weekend ? 0.85 : 0.75;
            case SHIFT -> weekend ? 0.06 : 0.93;
        };
    }

    private double hour(int session, boolean weekend) {
        return switch (kind) {
            case WORKING_HOURS -> (chance.happens(0.55) ? 10.2 : 14.8) + chance.gaussian() * 1.5;
            case EVENINGS -> (weekend && chance.happens(0.5) ? 14.0 : 20.2) + chance.gaussian() * 1.7;
            case SHIFT -> startOfShift + session % 4 * 2.15 + Math.abs(chance.gaussian()) * 0.3;
        };
    }
}
