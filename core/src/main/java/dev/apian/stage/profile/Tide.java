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

    private static final long SLOT_MICROS = Scale.TEN_MINUTES.micros();
    private static final long FAST_MICROS = Scale.HOUR.micros() / 2;
    private static final long HOURS_MICROS = 6 * Scale.HOUR.micros();
    private static final long SLOW_MICROS = 14 * Scale.DAY.micros();

    /// Calls that the factor's prior counts like. Sessions come in bursts, so a few calls tell little.
    private static final double PRIOR_CALLS = 8;

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
    private int risen;

    private double fastSeen;
    private double fastExpected;
    private double hoursSeen;
    private double hoursExpected;
    private double fastActors;
    private double fastRisen;
    private double slowSeen;
    private double slowExpected;

    void add(double seen, double expected, boolean newcomer, boolean hasRisen) {
        seenParts += Math.round(seen * PARTS);
        expectedParts += Math.round(expected * PARTS);
        actors += newcomer ? 1 : 0;
        risen += hasRisen ? 1 : 0;
    }

    /// The ten minutes are over, and maybe more in which nothing happened.
    void close(long slots) {
        double seen = seenParts / PARTS;
        double expected = expectedParts / PARTS;
        double slow = Fading.after(slots * SLOT_MICROS, SLOW_MICROS);
        double fast = Fading.after(slots * SLOT_MICROS, FAST_MICROS);
        slowSeen = slow * (slowSeen + Math.min(seen, SLOW_CAP * base() * expected));
        slowExpected = slow * (slowExpected + expected);
        fastSeen = fast * (fastSeen + seen);
        fastExpected = fast * (fastExpected + expected);
        double hours = Fading.after(slots * SLOT_MICROS, HOURS_MICROS);
        hoursSeen = hours * (hoursSeen + seen);
        hoursExpected = hours * (hoursExpected + expected);
        fastActors = fast * (fastActors + actors);
        fastRisen = fast * (fastRisen + risen);
        seenParts = 0;
        expectedParts = 0;
        actors = 0;
        risen = 0;
    }

    boolean isOver() {
        return slowExpected < OVER && expectedParts == 0;
    }

    /// @param prior the factor that holds where too little was seen
    double factor(double prior) {
        double base = base();
        double hours = (hoursSeen / base + PRIOR_CALLS * prior) / (hoursExpected + PRIOR_CALLS);
        return (fastSeen / base + PRIOR_CALLS * hours) / (fastExpected + PRIOR_CALLS);
    }

    /// Seen beside expected in ordinary weeks: not quite one, since calls are told in steps.
    private double base() {
        return (slowSeen + SLOW_PRIOR_CALLS) / (slowExpected + SLOW_PRIOR_CALLS);
    }

    /// Actors of about the last hour, each counted once in ten minutes.
    int actors() {
        return (int) Math.round(fastActors);
    }

    /// The share of them that did more than twice what is usual.
    double breadth() {
        return fastActors > 0 ? fastRisen / fastActors : 0;
    }

    Tide plus(Tide other) {
        Tide sum = new Tide();
        sum.seenParts = seenParts + other.seenParts;
        sum.expectedParts = expectedParts + other.expectedParts;
        sum.actors = actors + other.actors;
        sum.risen = risen + other.risen;
        sum.fastSeen = fastSeen + other.fastSeen;
        sum.fastExpected = fastExpected + other.fastExpected;
        sum.hoursSeen = hoursSeen + other.hoursSeen;
        sum.hoursExpected = hoursExpected + other.hoursExpected;
        sum.fastActors = fastActors + other.fastActors;
        sum.fastRisen = fastRisen + other.fastRisen;
        sum.slowSeen = slowSeen + other.slowSeen;
        sum.slowExpected = slowExpected + other.slowExpected;
        return sum;
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(seenParts);
        out.writeLong(expectedParts);
        out.writeInt(actors);
        out.writeInt(risen);
        out.writeDouble(fastSeen);
        out.writeDouble(fastExpected);
        out.writeDouble(hoursSeen);
        out.writeDouble(hoursExpected);
        out.writeDouble(fastActors);
        out.writeDouble(fastRisen);
        out.writeDouble(slowSeen);
        out.writeDouble(slowExpected);
    }

    static Tide read(DataInput in) throws IOException {
        Tide tide = new Tide();
        tide.seenParts = in.readLong();
        tide.expectedParts = in.readLong();
        tide.actors = in.readInt();
        tide.risen = in.readInt();
        tide.fastSeen = in.readDouble();
        tide.fastExpected = in.readDouble();
        tide.hoursSeen = in.readDouble();
        tide.hoursExpected = in.readDouble();
        tide.fastActors = in.readDouble();
        tide.fastRisen = in.readDouble();
        tide.slowSeen = in.readDouble();
        tide.slowExpected = in.readDouble();
        return tide;
    }
}
