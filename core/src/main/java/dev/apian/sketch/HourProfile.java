// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How far a series lies from its level at each hour of the week, UTC.
///
/// An hour of the week is believed as much as it was visited, and else its hour of the day, and else nothing: after a
/// day there is a profile of the day, after some weeks one of the week. Hours are not smoothed, because schedules
/// switch at full hours.
final class HourProfile {

    static final int DAY = 24;
    private static final int WEEK = 7 * DAY;

    /// A quarter of an hour of evidence for "no different from the others", so that one window shows little.
    private static final double PRIOR_VISITS = 0.25;

    /// A week of memory for a day's hours, and three weeks for a week's: what changed is unlearned as fast as the
    /// level.
    private static final double DAY_HALF_LIFE_VISITS = 5;

    private static final double WEEK_HALF_LIFE_VISITS = 3;

    private final float[] sums = new float[DAY + WEEK];
    private final float[] visits = new float[DAY + WEEK];

    /// @param hour since the epoch
    double at(long hour) {
        int day = dayOf(hour);
        int week = weekOf(hour);
        double usual = sums[day] / (visits[day] + PRIOR_VISITS);
        return (sums[week] + PRIOR_VISITS * usual) / (visits[week] + PRIOR_VISITS);
    }

    /// @param off   from the level
    /// @param visit share of the hour that this is known of
    void learn(long hour, double off, double visit) {
        learn(dayOf(hour), off, visit, DAY_HALF_LIFE_VISITS);
        learn(weekOf(hour), off, visit, WEEK_HALF_LIFE_VISITS);
    }

    private void learn(int place, double off, double visit, double halfLife) {
        double fade = StrictMath.pow(0.5, visit / halfLife);
        sums[place] = (float) (fade * sums[place] + visit * off);
        visits[place] = (float) (fade * visits[place] + visit);
    }

    private static int dayOf(long hour) {
        return Math.floorMod(hour, DAY);
    }

    private static int weekOf(long hour) {
        return DAY + Math.floorMod(hour, WEEK);
    }

    void save(DataOutput out) throws IOException {
        for (int i = 0; i < sums.length; i++) {
            out.writeFloat(sums[i]);
            out.writeFloat(visits[i]);
        }
    }

    void load(DataInput in) throws IOException {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.readFloat();
            visits[i] = in.readFloat();
        }
    }
}
