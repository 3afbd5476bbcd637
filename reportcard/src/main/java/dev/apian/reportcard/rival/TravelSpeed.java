// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.function.Consumer;

/// Alerts when consecutive calls of an actor come from places that only an aeroplane could connect in that time.
///
/// This is the "impossible travel" of most products. 900 km/h is the cruising speed of an airliner; products choose
/// 800 to 1,000 (defaults: Okta 805, Airlock IAM 1,000). Less than 50 km is noise of geolocation.
public final class TravelSpeed implements Rival {

    private static final double PUBLISHED = 900;
    private static final double LENIENT = 500;
    private static final double KILOMETRES_MIN = 50;
    /// Two calls at one instant are infinitely fast; a finite cap keeps scores comparable.
    private static final double SPEED_MAX = 1_000_000;
    private static final int ACTORS_MAX = 200_000;

    private final Memory<Seen> lasts = new Memory<>(ACTORS_MAX);
    private final Thinning thinning = new Thinning(LENIENT);

    @Override
    public String name() {
        return "travel speed";
    }

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        var here = new Place(call.latitude(), call.longitude());
        if (!here.isKnown()) {
            return;
        }
        var last = lasts.of(call.actor(), () -> new Seen(here, call.micros()));
        var speed = speed(last.place.kilometresTo(here), call.micros() - last.micros);
        thinning.pass(new Finding(call.actor(), call.micros(), speed, "travel"), findings);
        last.place = here;
        last.micros = call.micros();
    }

    @Override
    public void end(Consumer<Finding> findings) {}

    @Override
    public double published() {
        return PUBLISHED;
    }

    /// Kilometres per hour, capped; 0 for short ways.
    public static double speed(double kilometres, long micros) {
        if (kilometres < KILOMETRES_MIN) {
            return 0;
        }
        return Math.min(SPEED_MAX, kilometres / (Math.max(1, micros) / (double) Clock.HOUR));
    }

    private static final class Seen {
        private Place place;
        private long micros;

        Seen(Place place, long micros) {
            this.place = place;
            this.micros = micros;
        }
    }
}
