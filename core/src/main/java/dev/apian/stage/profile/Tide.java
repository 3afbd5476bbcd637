// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What one group did at one endpoint beside what was expected of its members: in these ten minutes, in the last half
/// hour, in the last hours and in the last weeks.
///
/// Where few are active, at night, the last hours say what the last half hour cannot.
final class Tide {

    static final long SLOTS_PER_DAY = Scale.DAY.micros() / Scale.TEN_MINUTES.micros();

    static final long SLOTS_PER_HOUR = Scale.HOUR.micros() / Scale.TEN_MINUTES.micros();

    private static final long SLOT_MICROS = Scale.TEN_MINUTES.micros();

    /// What is left of a memory after ten minutes: of half an hour, of six hours and of two weeks.
    private static final double FAST_FADE = Fading.after(SLOT_MICROS, Scale.HOUR.micros() / 2);

    private static final double HOURS_FADE = Fading.after(SLOT_MICROS, 6 * Scale.HOUR.micros());
    private static final double SLOW_FADE = Fading.after(SLOT_MICROS, 14 * Scale.DAY.micros());

    /// Actors that the factor's prior counts like: one or two busy ones are no tide.
    private static final double PRIOR_ACTORS = 8;

    /// Calls that it takes to know what the counting misses.
    private static final double SLOW_PRIOR_CALLS = 300;

    /// A ratio above this is a shift and not what is usual.
    private static final double SLOW_CAP = 1.5;

    /// Less than this is nothing.
    private static final double OVER = 0.01;

    /// Expectations are added up in such parts of a call, since whole numbers add up the same in any order.
    private static final double PARTS = 1_024;

    private long seenParts;
    private long expectedParts;
    private int actors;
    private int slots;
    private int risen;

    private double fastSeen;
    private double fastExpected;
    private double hoursSeen;
    private double hoursExpected;
    private double hoursActors;
    private int actorsBefore;
    private double fastSlots;
    private double fastRisen;
    private double slowSeen;
    private double slowExpected;

    /// @param newly    an actor that had not called in this hour
    /// @param slot     an actor that had not called in these ten minutes
    /// @param hasRisen it did more than twice what is usual for it
    void add(double seen, double expected, boolean newly, boolean slot, boolean hasRisen) {
        seenParts += Math.round(seen * PARTS);
        expectedParts += Math.round(expected * PARTS);
        actors += newly ? 1 : 0;
        slots += slot ? 1 : 0;
        risen += hasRisen ? 1 : 0;
    }

    /// The ten minutes are over.
    ///
    /// @param hourEnds a full hour ends with them
    void close(boolean hourEnds) {
        double seen = seenParts / PARTS;
        double expected = expectedParts / PARTS;
        slowSeen = SLOW_FADE * (slowSeen + Math.min(seen, SLOW_CAP * base() * expected));
        slowExpected = SLOW_FADE * (slowExpected + expected);
        fastSeen = FAST_FADE * (fastSeen + seen);
        fastExpected = FAST_FADE * (fastExpected + expected);
        hoursSeen = HOURS_FADE * (hoursSeen + seen);
        hoursExpected = HOURS_FADE * (hoursExpected + expected);
        hoursActors = HOURS_FADE * hoursActors;
        fastSlots = FAST_FADE * (fastSlots + slots);
        fastRisen = FAST_FADE * (fastRisen + risen);
        seenParts = 0;
        expectedParts = 0;
        if (hourEnds) {
            hoursActors += actors;
            actorsBefore = actors;
            actors = 0;
        }
        slots = 0;
        risen = 0;
    }

    boolean isOver() {
        return slowExpected < OVER && expectedParts == 0;
    }

    /// @param prior the factor that holds where too little was seen
    double factor(double prior) {
        double base = base();
        double hours = shrunk(hoursSeen / base, hoursExpected, hoursActors, prior);
        return shrunk(fastSeen / base, fastExpected, actors(), hours);
    }

    private static double shrunk(double seen, double expected, double actors, double prior) {
        return expected < OVER ? prior : (seen / expected * actors + PRIOR_ACTORS * prior) / (actors + PRIOR_ACTORS);
    }

    /// Seen beside expected in ordinary weeks: not quite one, since calls are told in steps.
    private double base() {
        return (slowSeen + SLOW_PRIOR_CALLS) / (slowExpected + SLOW_PRIOR_CALLS);
    }

    /// Actors of this hour or the one before, whichever had more.
    int actors() {
        return Math.max(actors, actorsBefore);
    }

    /// The share of them that did more than twice what is usual.
    double breadth() {
        return fastSlots > 0 ? fastRisen / fastSlots : 0;
    }

    Tide plus(Tide other) {
        Tide sum = new Tide();
        sum.seenParts = seenParts + other.seenParts;
        sum.expectedParts = expectedParts + other.expectedParts;
        sum.actors = actors + other.actors;
        sum.slots = slots + other.slots;
        sum.risen = risen + other.risen;
        sum.fastSeen = fastSeen + other.fastSeen;
        sum.fastExpected = fastExpected + other.fastExpected;
        sum.hoursSeen = hoursSeen + other.hoursSeen;
        sum.hoursExpected = hoursExpected + other.hoursExpected;
        sum.hoursActors = hoursActors + other.hoursActors;
        sum.actorsBefore = actorsBefore + other.actorsBefore;
        sum.fastSlots = fastSlots + other.fastSlots;
        sum.fastRisen = fastRisen + other.fastRisen;
        sum.slowSeen = slowSeen + other.slowSeen;
        sum.slowExpected = slowExpected + other.slowExpected;
        return sum;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(seenParts);
        out.writeLong(expectedParts);
        out.writeInt(actors);
        out.writeInt(slots);
        out.writeInt(risen);
        out.writeDouble(fastSeen);
        out.writeDouble(fastExpected);
        out.writeDouble(hoursSeen);
        out.writeDouble(hoursExpected);
        out.writeDouble(hoursActors);
        out.writeInt(actorsBefore);
        out.writeDouble(fastSlots);
        out.writeDouble(fastRisen);
        out.writeDouble(slowSeen);
        out.writeDouble(slowExpected);
    }

    static Tide read(DataInput in) throws IOException {
        Tide tide = new Tide();
        tide.seenParts = in.readLong();
        tide.expectedParts = in.readLong();
        tide.actors = in.readInt();
        tide.slots = in.readInt();
        tide.risen = in.readInt();
        tide.fastSeen = in.readDouble();
        tide.fastExpected = in.readDouble();
        tide.hoursSeen = in.readDouble();
        tide.hoursExpected = in.readDouble();
        tide.hoursActors = in.readDouble();
        tide.actorsBefore = in.readInt();
        tide.fastSlots = in.readDouble();
        tide.fastRisen = in.readDouble();
        tide.slowSeen = in.readDouble();
        tide.slowExpected = in.readDouble();
        return tide;
    }
}
