// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// What happens to everybody on certain days: a release, a flash sale, outages.
final class Calendar {

    private static final int DAYS_BETWEEN_OUTAGES = 9;

    private final long start;
    private final long end;
    private final long releaseAt;
    private final long saleFrom;
    private final List<Outage> outages = new ArrayList<>();

    Calendar(WorldSettings settings, Chance chance) {
        start = Micros.of(settings.start());
        end = Micros.of(settings.end());
        long length = end - start;
        releaseAt = start + length * 45 / 100 / Micros.DAY * Micros.DAY + 9 * Micros.HOUR;
        saleFrom = nextWeekday(start + length * 62 / 100 / Micros.DAY * Micros.DAY);
        for (int i = 0; i <= settings.days() / DAYS_BETWEEN_OUTAGES; i++) {
            long from = start + chance.between(length / 20, length);
            outages.add(new Outage(from, from + chance.between(4 * Micros.MINUTE, 14 * Micros.MINUTE)));
        }
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /// From here on there is a new endpoint, for clients that have been upgraded.
    long releaseAt() {
        return releaseAt;
    }

    boolean onSale(long at) {
        return at >= saleFrom && at < saleFrom + Micros.DAY;
    }

    boolean inOutage(long at) {
        for (Outage outage : outages) {
            if (at >= outage.from && at < outage.to) {
                return true;
            }
        }
        return false;
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

    private record Outage(long from, long to) {}
}
