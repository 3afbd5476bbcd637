// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// When a person sits down to use the API, in local time, with weekends, days off, shifts and holidays.
///
/// Two processes that no detector assumes: a Markov chain makes days busy, usual or quiet, and busy days come in
/// runs (a Markov-modulated process); and each session excites others some time after it (Hawkes 1971, as clusters:
/// Hawkes and Oakes 1974). So counts are bursty at every scale.
final class Rhythm {

    /// The kinds of days people have.
    enum Kind {
        WORKING_HOURS,
        EVENINGS,
        SHIFT,
        ROTATING_SHIFT
    }

    private static final int SESSIONS_PER_DAY_MAX = 30;

    /// Of the states quiet, usual, busy.
    private static final double[] MOOD = {0.45, 1.0, 2.1};

    private static final double MOOD_CHANGES = 0.22;

    /// Sessions that one session excites, in the mean. The total is 1/(1 - this) times the spontaneous ones.
    private static final double EXCITED = 0.35;

    private static final double HOLIDAYS_A_YEAR = 3;

    /// Of those who are not staff, so many come on few days only.
    private static final double OCCASIONAL = 0.4;

    private final Kind kind;
    private final ZoneId zone;
    private final Calendar calendar;
    private final Chance chance;
    private final double level;
    private final double startOfShift;
    private final double presence;
    private final Deque<Long> planned = new ArrayDeque<>();
    private LocalDate holidayFrom;
    private LocalDate holidayTo;
    private LocalDate nextDay;
    private int mood = 1;

    /// @param level how active the person is: 1 is usual
    Rhythm(Kind kind, ZoneId zone, double level, long firstDay, Calendar calendar, Chance chance) {
        this.kind = kind;
        this.zone = zone;
        this.level = level;
        this.calendar = calendar;
        this.chance = chance;
        startOfShift = 8.3 + chance.gaussian() * 0.6;
        presence = isShift() || !chance.happens(OCCASIONAL) ? 1 : 0.1 + 0.5 * chance.unit();
        nextDay = LocalDate.ofInstant(Micros.toInstant(firstDay), zone);
        holidayFrom = nextDay.plusDays(chance.below(84));
        holidayTo = holidayFrom.plusDays(chance.between(3, 14));
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
        return level * presence;
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
        boolean sale = !isShift() && calendar.onSale(midnight + 12 * Micros.HOUR);
        boolean weekend = nextDay.getDayOfWeek() == DayOfWeek.SATURDAY || nextDay.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (chance.happens(MOOD_CHANGES)) {
            mood = Math.clamp(mood + (chance.happens(0.5) ? 1 : -1), 0, MOOD.length - 1);
        }
        if (isAway() || !chance.happens(presence * (sale ? 0.95 : shareOfDays(weekend)))) {
            return;
        }
        double usual = isShift() ? 2.7 : level * (sale ? 3.4 : 1.6) * MOOD[mood];
        int spontaneous = Math.clamp(Math.round(chance.logNormal(usual, 0.45)), 1, SESSIONS_PER_DAY_MAX);
        long[] starts = new long[SESSIONS_PER_DAY_MAX];
        int count = 0;
        for (int i = 0; i < spontaneous && count < starts.length; i++) {
            starts[count++] = midnight + (long) (Math.clamp(hour(i, weekend), 0.1, 23.9) * Micros.HOUR);
        }
        for (int i = 0; i < count && count < starts.length; i++) {
            while (chance.happens(EXCITED / (1 + EXCITED)) && count < starts.length) {
                starts[count++] = starts[i] + chance.span(35 * Micros.MINUTE, 1.1);
            }
        }
        Arrays.sort(starts, 0, count);
        for (int i = 0; i < count; i++) {
            if (starts[i] < midnight + Micros.DAY) {
                planned.add(starts[i]);
            }
        }
    }

    private boolean isShift() {
        return kind == Kind.SHIFT || kind == Kind.ROTATING_SHIFT;
    }

    /// Whether the day is within holidays; when they are over, the next ones are planned.
    private boolean isAway() {
        if (!nextDay.isBefore(holidayTo)) {
            holidayFrom = nextDay.plusDays(1 + (long) chance.logNormal(365 / HOLIDAYS_A_YEAR, 0.5));
            holidayTo = holidayFrom.plusDays(chance.between(3, 14));
        }
        return !nextDay.isBefore(holidayFrom);
    }

    private double shareOfDays(boolean weekend) {
        return switch (kind) {
            case WORKING_HOURS -> weekend ? 0.25 : 0.88;
            case EVENINGS -> weekend ? 0.85 : 0.75;
            case SHIFT -> weekend ? 0.06 : 0.93;
            case ROTATING_SHIFT -> weekend ? 0.4 : 0.8;
        };
    }

    private double hour(int session, boolean weekend) {
        return switch (kind) {
            case WORKING_HOURS -> (chance.happens(0.55) ? 10.2 : 14.8) + chance.gaussian() * 1.5;
            case EVENINGS -> (weekend && chance.happens(0.5) ? 14.0 : 20.2) + chance.gaussian() * 1.7;
            case SHIFT -> startOfShift + session % 4 * 2.15 + Math.abs(chance.gaussian()) * 0.3;
            case ROTATING_SHIFT -> shiftOfWeek() + session % 4 * 2.0 + Math.abs(chance.gaussian()) * 0.3;
        };
    }

    /// Early, day and late shifts in turn, a week each.
    private double shiftOfWeek() {
        long week = Math.floorDiv(nextDay.toEpochDay() + 3, 7L) + (long) (startOfShift * 100);
        return startOfShift - 3 + 5 * Math.floorMod(week, 3L);
    }
}
