// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// What happens to everybody on certain days: releases, flash sales, outages, the end of the month.
final class Calendar {

    private static final int DAYS_BETWEEN_OUTAGES = 9;

    private static final long RELEASE_MENDED_AFTER = 2 * Micros.DAY;

    /// In a longer world there is a release and a sale in each such time.
    private static final long SEASON = 28 * Micros.DAY;

    private final long start;
    private final long end;
    private final long season;
    private final long release;
    private final long sale;
    private final NavigableMap<Long, Long> outages = new TreeMap<>();

    Calendar(WorldSettings settings, Chance chance) {
        start = Micros.of(settings.start());
        end = Micros.of(settings.end());
        season = Math.min(end - start, SEASON);
        release = season * 45 / 100 / Micros.DAY * Micros.DAY + 9 * Micros.HOUR;
        sale = nextWeekday(start + season * 62 / 100 / Micros.DAY * Micros.DAY) - start;
        for (int i = 0; i <= settings.days() / DAYS_BETWEEN_OUTAGES; i++) {
            long from = start + chance.between((end - start) / 20, end - start);
            outages.put(from, from + chance.between(4 * Micros.MINUTE, 14 * Micros.MINUTE));
        }
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /// How many releases there were until then, each with something new in it.
    int releases(long at) {
        return (int) Math.max(0, Math.floorDiv(at - start - release, season) + 1);
    }

    /// The first release at or after this time.
    long nextRelease(long at) {
        return start + release + releases(at - 1) * season;
    }

    /// The two days after a release, until what is wrong with it is mended.
    boolean afterRelease(long at) {
        return releases(at) > releases(at - RELEASE_MENDED_AFTER);
    }

    boolean onSale(long at) {
        long inSeason = Math.floorMod(at - start, season);
        return inSeason >= sale && inSeason < sale + Micros.DAY;
    }

    boolean inOutage(long at) {
        Map.Entry<Long, Long> outage = outages.floorEntry(at);
        return outage != null && at < outage.getValue();
    }

    /// The last day of a month and the first two of the next, when the books are closed.
    static boolean atMonthEnd(long at) {
        LocalDate day = LocalDate.ofInstant(Micros.toInstant(at), ZoneOffset.UTC);
        return day.getDayOfMonth() <= 2 || day.getDayOfMonth() == day.lengthOfMonth();
    }

    /// Notes what happens to everybody.
    void tell(Diary diary) {
        for (long at = nextRelease(start); at < end; at += season) {
            diary.note(Occasion.Kind.RELEASE, "", at, at + RELEASE_MENDED_AFTER);
        }
        for (long at = start + sale; at < end; at += season) {
            diary.note(Occasion.Kind.SALE, "", at, at + Micros.DAY);
        }
        outages.forEach((from, to) -> diary.note(Occasion.Kind.OUTAGE, "", from, to + 10 * Micros.MINUTE));
        for (long at = start; at < end; at += Micros.DAY) {
            if (atMonthEnd(at)) {
                diary.note(Occasion.Kind.MONTH_END, "", at, at + Micros.DAY);
            }
        }
    }

    /// The first time at or after this one that is within office hours of the zone.
    static long officeHours(long at, ZoneId zone, Chance chance) {
        ZonedDateTime local = ZonedDateTime.ofInstant(Micros.toInstant(nextWeekday(at)), zone);
        while (local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY) {
            local = local.plusDays(1);
        }
        Instant ten = local.toLocalDate().atTime(10, 0).atZone(zone).toInstant();
        long within = Micros.of(ten) + chance.between(0, 5 * Micros.HOUR);
        return within >= at ? within : within + Micros.DAY > at ? nextOfficeDay(within, zone) : at;
    }

    private static long nextOfficeDay(long at, ZoneId zone) {
        ZonedDateTime local =
                ZonedDateTime.ofInstant(Micros.toInstant(at), zone).plusDays(1);
        while (local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY) {
            local = local.plusDays(1);
        }
        return Micros.of(local.toInstant());
    }

    private static long nextWeekday(long at) {
        long day = at;
        while (Math.floorMod(Math.floorDiv(day, Micros.DAY) + 3, 7L) >= 5) { // 1970 began on a Thursday
            day += Micros.DAY;
        }
        return day;
    }
}
