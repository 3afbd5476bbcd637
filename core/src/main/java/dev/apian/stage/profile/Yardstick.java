// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import dev.apian.stage.identity.Actor;
import java.time.Duration;

/// What one actor's counts of one thing are held against: its own history, beside what is known across actors.
///
/// The one place where the two come together, so that a picture of what is usual shows what detectors were told.
///
/// @param group   what the actor and its peers have in common, as a key
/// @param counted the id of an endpoint, or the key of a measure
record Yardstick(Population population, Actor.Kind kind, long group, long counted) {

    /// Without a level of peers, so many windows of its own are enough to say what is usual for an actor.
    private static final float OWN_WINDOWS_MIN = 5;

    /// How much more than usual everybody does at the moment, 1 at least.
    double factor() {
        return population.tides().factor(group, counted);
    }

    /// Whether enough is known of peers to speak where the actor's own history does not.
    boolean hasPeers(Scale scale) {
        return population.norms().level(counted, kind, scale) != null;
    }

    /// @param own    the closed windows of the scale
    /// @param micros event time in the window that is judged
    /// @param hour   the actor's activity at that hour of the week
    /// @param factor by which everybody did more at that time
    /// @param age    for how long the actor is known
    Usual usual(Past own, Scale scale, long micros, ActiveHours.Share hour, double factor, Duration age) {
        Norms norms = population.norms();
        Level level = norms.level(counted, kind, scale);
        if (level == null && own.windows() < OWN_WINDOWS_MIN) {
            return new Usual.StillLearning(age);
        }
        Maturity maturity = Maturity.of(own.windows());
        Expected usual = Expected.of(own, level);
        double hours = scale.micros() <= Scale.HOUR.micros() ? hour.weight(WeekHour.of(micros), norms.hours(group)) : 1;
        return new Usual.Known(
                usual.times(factor),
                own.windows(),
                maturity == Maturity.NEWCOMER,
                factor,
                hours,
                norms.tail(Bucket.of(scale, kind, usual, maturity)));
    }
}
