// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How far from expected a series usually is, at each hour of the day, and how probable it is to be as far as this.
///
/// The scale is a mean absolute deviation, an hour's own as much as the hour was visited: what jumps every night at two
/// may jump at two. Deviations are learned up to [#CLIP] scales.
final class Deviation {

    /// Windows before anything is called odd.
    static final int LEARNING_WINDOWS = 20;

    /// Scales up to which a deviation is learned, so that an episode does not widen the band for the next one.
    static final double CLIP = 5;

    /// Two days of the same hour weigh as much as all hours together.
    private static final double PRIOR_VISITS = 2;

    private static final double HALF_LIFE_VISITS = 7;

    /// A quiet hour is not believed to be more than twice as quiet.
    private static final double HOUR_SHARE_MIN = 0.5;

    private final FadingMean all = new FadingMean();
    private final float[] sums = new float[HourProfile.DAY];
    private final float[] visits = new float[HourProfile.DAY];
    private final EpisodeTail tail = new EpisodeTail();
    private int windows;

    /// @param least a smaller scale than this is not believed, above 0
    double probability(double off, long hour, double least) {
        return windows < LEARNING_WINDOWS ? 1 : tail.probability(Math.abs(off) / scale(hour, least));
    }

    /// The deviation that has this probability; 0 while nothing is known.
    double width(double probability, long hour, double least) {
        return windows < LEARNING_WINDOWS ? 0 : tail.far(probability) * scale(hour, least);
    }

    void learn(double off, long hour, double least, Lesson lesson) {
        double size = Math.abs(off);
        if (windows < LEARNING_WINDOWS) {
            windows++;
            all.add(size, lesson.weight(), lesson.fade());
        } else {
            double scale = scale(hour, least);
            double scaleOfAll = Math.max(least, all.or(0));
            tail.learn(size / scale, lesson.weight(), lesson.fade());
            size = Math.min(size, 2 * CLIP * scale);
            all.add(Math.min(size, CLIP * scaleOfAll), lesson.weight(), lesson.fade());
        }
        int place = Math.floorMod(hour, HourProfile.DAY);
        double visit = lesson.weight() * lesson.visit();
        double fade = StrictMath.pow(0.5, visit / HALF_LIFE_VISITS);
        sums[place] = (float) (fade * sums[place] + visit * size);
        visits[place] = (float) (fade * visits[place] + visit);
    }

    private double scale(long hour, double least) {
        int place = Math.floorMod(hour, HourProfile.DAY);
        double scale = Math.max(least, all.or(0));
        return Math.max(HOUR_SHARE_MIN * scale, (sums[place] + PRIOR_VISITS * scale) / (visits[place] + PRIOR_VISITS));
    }

    /// How much a window teaches.
    ///
    /// @param weight less than 1 while the series is odd
    /// @param visit  share of an hour that the window is
    /// @param fade   what remains of what was learned before
    record Lesson(double weight, double visit, double fade) {}

    void save(DataOutput out) throws IOException {
        all.save(out);
        for (int i = 0; i < sums.length; i++) {
            out.writeFloat(sums[i]);
            out.writeFloat(visits[i]);
        }
        tail.save(out);
        out.writeInt(windows);
    }

    void load(DataInput in) throws IOException {
        all.load(in);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.readFloat();
            visits[i] = in.readFloat();
        }
        tail.load(in);
        windows = in.readInt();
    }
}
