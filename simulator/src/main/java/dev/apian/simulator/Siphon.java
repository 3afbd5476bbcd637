// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// An insider who takes something on most days, so many at a time, between and beside the normal work.
final class Siphon extends Insider {

    private static final double DAY_OFF = 0.1;

    private final Plan plan;
    private int day;
    private long dayBegan = -1;
    private int leftToday;

    Siphon(World world, Brief brief, Person person, Plan plan, Chance chance) {
        super(world, brief, person, chance);
        this.plan = plan;
    }

    @Override
    Exchange strike(long at) {
        if (leftToday == 0) {
            dayBegan = dayBegan < 0 ? at : dayBegan;
            leftToday = Math.max(1, (int) Math.round(plan.perDay.of(day) * chance().logNormal(1, 0.25)));
            day++;
        }
        leftToday--;
        return plan.call.make(this, at);
    }

    @Override
    long afterStrike(long at) {
        if (leftToday > 0) {
            return at + chance().span(plan.pause, 0.8);
        }
        if (day >= plan.daysMax) {
            return Micros.NEVER;
        }
        dayBegan += (chance().happens(DAY_OFF) ? 2 : 1) * Micros.DAY;
        return Math.max(at + plan.pause, dayBegan + chance().between(0, 4 * Micros.HOUR));
    }

    @Override
    String story() {
        return plan.story.formatted(account().email(), strikes(), day);
    }

    /// What is taken.
    ///
    /// @param perDay how many on the nth day
    /// @param pause the usual time between two
    /// @param story a format of the user's name, the number of calls and the number of days
    record Plan(PerDay perDay, int daysMax, long pause, Making call, String story) {}

    /// Makes the next call.
    @FunctionalInterface
    interface Making {
        Exchange make(Siphon siphon, long at);
    }

    /// How many on a day.
    @FunctionalInterface
    interface PerDay {
        double of(int day);
    }

    /// A few private things of other companies on most days, none of which the API ever showed to the reader.
    static Plan slowEnumeration(Tactics tactics) {
        return new Plan(
                _ -> 20 * tactics.force(),
                Integer.MAX_VALUE,
                6 * Micros.MINUTE,
                (siphon, at) -> siphon.loot().foreign(siphon.account().company(), siphon.chance(), at),
                "%s read %d things of other companies on %d days that were never shown to them.");
    }

    /// More of the ordinary every day, so slowly that the usual grows with it ("boiling frog").
    static Plan volumeCreep(Tactics tactics) {
        return new Plan(
                day -> Math.min(400, 12 * tactics.force() * StrictMath.pow(1.15, day)),
                Integer.MAX_VALUE,
                20 * Micros.SECOND,
                (siphon, at) -> siphon.loot().bulk(siphon.chance(), at),
                "%s read %d records more than the work needs on %d days, a little more on each.");
    }

    /// Large files, which this role may fetch, but not so many.
    static Plan exfiltration(Tactics tactics) {
        return new Plan(
                _ -> 40 * StrictMath.pow(tactics.force(), 1.5),
                (int) Math.round(5 / StrictMath.sqrt(tactics.force())),
                90 * Micros.SECOND,
                (siphon, at) -> siphon.loot().heavy(siphon.chance(), at),
                "%s fetched %d large files on %d days.");
    }
}
