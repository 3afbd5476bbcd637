// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/// What is usual for one aggregate series: the calls of an endpoint by everybody, bytes, the share of errors.
///
/// Two questions are asked of each window. Is it a jump from the last ones? Have the last ones, about two hours at ten
/// minutes a window, departed from what is usual at this hour? Usual is a level with two half-lives and a profile by
/// hour of the week, each used only as far as it explained the series so far. Each answer is a probability under a tail
/// that is learned from the series itself ([EpisodeTail]). A window is judged before it is learned, learned only up to
/// [Deviation#CLIP] times the usual deviation, and with half the weight while it is odd.
///
/// Some 4 KB, so it is meant for what many do together, not for each actor. Windows that are missing are skipped, and
/// what
/// was learned fades meanwhile; a window in which nothing happened is a value, 0. The same values give the same
/// readings
/// on any machine, and after a restart.
public final class SeriesBaseline {

    /// A quarter of an hour of odd windows is rarer than this: one in a week of ten-minute windows.
    private static final double ODD = 1e-3;

    private static final double ODD_WEIGHT = 0.5;

    /// The band of [Reading] is left as often as this.
    private static final double BAND = 1e-3;

    private static final double HOUR_MICROS = 3_600e6;
    private static final double DAY_MICROS = 24 * HOUR_MICROS;

    /// Half-lives of the level, as of rates of actors: what changed last week counts, and what was so for months.
    private static final double SHORT_MICROS = 3 * DAY_MICROS;

    private static final double LONG_MICROS = 21 * DAY_MICROS;

    /// Half-life of deviations and of what explains the series: a working week.
    private static final double SCALE_MICROS = 5 * DAY_MICROS;

    /// Half-lives of the two moving means that windows are held against.
    private static final double JUMP_WINDOWS = 1;

    private static final double DEPARTURE_WINDOWS = 12;

    /// Changes of less than 2% of the level are not worth a person's time.
    private static final double SHARE_MIN = 0.02;

    /// Keeps divisions whole where a series is zero all the time and its unit is not known.
    private static final double TINY = 1e-9;

    /// An episode is told again if it became this much odder, and after a day or so anyway.
    private static final double TOLD_AGAIN = 1.2;

    private static final double TOLD_MICROS = DAY_MICROS;

    private final long windowMicros;
    private final double unit;

    private final FadingMean shortLevel = new FadingMean();
    private final FadingMean longLevel = new FadingMean();
    private final FadingMean shortError = new FadingMean();
    private final FadingMean longError = new FadingMean();
    private final HourProfile profile = new HourProfile();
    private final FadingMean errorWithout = new FadingMean();
    private final FadingMean errorWith = new FadingMean();
    private final FadingMean size = new FadingMean();
    private final FadingMean rest = new FadingMean();
    private final FadingMean products = new FadingMean();
    private final FadingMean squares = new FadingMean();
    private final Deviation jumps = new Deviation();
    private final Deviation departures = new Deviation();
    private long last = Long.MIN_VALUE;
    private double moving;
    private double departed;
    private double told;

    /// @param windowMicros from one value to the next, if none is missing
    /// @param unit the least change that means something: 1 for counts, 0 if not known
    /// @throws IllegalArgumentException if the window is not longer than nothing or the unit is negative
    public SeriesBaseline(long windowMicros, double unit) {
        if (windowMicros <= 0 || !(unit >= 0)) {
            throw new IllegalArgumentException(
                    "windows of %d µs in units of %s; both are to be positive".formatted(windowMicros, unit));
        }
        this.windowMicros = windowMicros;
        this.unit = unit;
    }

    /// What a window's value is held against, and how odd it is.
    ///
    /// @param expected    usual at this hour
    /// @param low         level that a departure stays above, but for once in 1,000 windows
    /// @param high        level that a departure stays below
    /// @param probability that something at least so odd begins in a window, 1 while too little is known
    /// @param score       the negative decimal logarithm of the probability if there is something new to tell;
    ///                    0 while an episode goes on that was told, unless it became much odder
    public record Reading(double expected, double low, double high, double probability, double score) {}

    /// Judges the value of a window by those before it, then learns from it.
    ///
    /// @param micros when the window began, later than the last one
    /// @throws IllegalArgumentException if the value is not finite
    public Reading observe(long micros, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("found the value " + value + " of a series");
        }
        double windows = last == Long.MIN_VALUE ? 1 : Math.max(1, (micros - last) / (double) windowMicros);
        last = micros;
        long hour = Math.floorDiv(micros, (long) HOUR_MICROS);
        double level = level(value);
        double swing = profile.at(hour);
        double usual = level + explained() * swing;
        double left = value - usual;
        double jump = left - kept() * moving;
        double halfDeparted = fade(windows, DEPARTURE_WINDOWS);
        double departure = halfDeparted * departed + (1 - halfDeparted) * left;
        double least = least();

        double probability = Math.min(
                1, 2 * Math.min(jumps.probability(jump, hour, least), departures.probability(departure, hour, least)));
        double width = departures.width(BAND, hour, least);
        Reading reading = new Reading(usual, usual - width, usual + width, probability, tell(probability, windows));

        double weight = probability < ODD ? ODD_WEIGHT : 1;
        double visit = Math.min(1, windowMicros / HOUR_MICROS);
        Deviation.Lesson lesson = new Deviation.Lesson(weight, visit, fadeOver(windows, SCALE_MICROS));
        jumps.learn(jump, hour, least, lesson);
        departures.learn(departure, hour, least, lesson);
        departed = departure;
        learn(value, new Parts(level, swing, usual, jump), hour, windows, lesson);
        return reading;
    }

    /// @param level without the profile
    /// @param swing what the profile has for the hour
    /// @param usual level and profile
    /// @param jump  what the last windows leave unexplained as well
    private record Parts(double level, double swing, double usual, double jump) {}

    private void learn(double value, Parts parts, long hour, double windows, Deviation.Lesson lesson) {
        double fade = lesson.fade();
        double clip = rest.weight() < Deviation.LEARNING_WINDOWS / 2.0
                ? Double.MAX_VALUE
                : Deviation.CLIP * Math.max(least(), rest.or(0));
        double left = clipped(value - parts.usual, clip);
        double taken = parts.usual + left;
        rest.add(Math.abs(left), 1, fade);
        products.add(left * moving, 1, fade);
        squares.add(moving * moving, 1, fade);
        double half = fade(windows, JUMP_WINDOWS);
        moving = half * moving + (1 - half) * (kept() * moving + clipped(parts.jump, clip));

        errorWithout.add(Math.abs(taken - parts.level), 1, fade);
        errorWith.add(Math.abs(taken - parts.level - parts.swing), 1, fade);
        profile.learn(hour, taken - parts.level, lesson.weight() * lesson.visit());
        double flat = taken - (parts.usual - parts.level);
        shortError.add(Math.abs(flat - shortLevel.or(flat)), 1, fade);
        longError.add(Math.abs(flat - longLevel.or(flat)), 1, fade);
        shortLevel.add(taken, lesson.weight(), fadeOver(windows, SHORT_MICROS));
        longLevel.add(taken, lesson.weight(), fadeOver(windows, LONG_MICROS));
        size.add(Math.abs(value), 1, fade);
    }

    /// The level by the half-life that has been right more often, or between the two.
    private double level(double first) {
        double ofShort = longError.or(0) + TINY;
        double ofLong = shortError.or(0) + TINY;
        double share = ofShort * ofShort / (ofShort * ofShort + ofLong * ofLong);
        return share * shortLevel.or(first) + (1 - share) * longLevel.or(first);
    }

    /// As how much of the profile is believed: all of it if it takes away half of the error.
    private double explained() {
        double without = errorWithout.or(0);
        return without > 0 ? Math.clamp(2 * (1 - errorWith.or(0) / without), 0, 1) : 0;
    }

    /// Which part of the last windows' difference is found again in the next one.
    private double kept() {
        double square = squares.or(0);
        return square > 0 ? Math.clamp(products.or(0) / square, 0, 1) : 0;
    }

    private double least() {
        return Math.max(unit, SHARE_MIN * size.or(0)) + TINY;
    }

    private double tell(double probability, double windows) {
        double score = probability < 1 ? -StrictMath.log10(probability) : 0;
        told *= fadeOver(windows, TOLD_MICROS);
        if (score <= TOLD_AGAIN * told) {
            return 0;
        }
        told = score;
        return score;
    }

    private static double clipped(double value, double size) {
        return Math.clamp(value, -size, size);
    }

    private double fadeOver(double windows, double halfLifeMicros) {
        return fade(windows * windowMicros, halfLifeMicros);
    }

    private static double fade(double passed, double halfLife) {
        return StrictMath.pow(0.5, passed / halfLife);
    }

    public void save(DataOutput out) throws IOException {
        for (FadingMean mean : means()) {
            mean.save(out);
        }
        profile.save(out);
        jumps.save(out);
        departures.save(out);
        out.writeLong(last);
        out.writeDouble(moving);
        out.writeDouble(departed);
        out.writeDouble(told);
    }

    public void load(DataInput in) throws IOException {
        for (FadingMean mean : means()) {
            mean.load(in);
        }
        profile.load(in);
        jumps.load(in);
        departures.load(in);
        last = in.readLong();
        moving = in.readDouble();
        departed = in.readDouble();
        told = in.readDouble();
    }

    private List<FadingMean> means() {
        return List.of(
                shortLevel, longLevel, shortError, longError, errorWithout, errorWith, size, rest, products, squares);
    }
}
