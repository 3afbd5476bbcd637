// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.profile.Tides;
import dev.apian.stage.profile.Tides.Part;
import dev.apian.stage.profile.Tides.Shift;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Times in which everybody did more than usual, in words: what would else be an alert for each of them.
final class Notices {

    private Notices() {}

    /// The latest first.
    static List<String> of(Tides tides, Templates templates) {
        return tides.shifts().reversed().stream()
                .filter(shift -> !shift.parts().isEmpty())
                .map(shift -> words(shift, templates))
                .toList();
    }

    private static String words(Shift shift, Templates templates) {
        Part strongest = shift.parts().getFirst();
        Endpoint endpoint = templates.byId(templates.current(strongest.endpoint()));
        int others = shift.parts().size() - 1;
        return String.format(
                Locale.ROOT,
                "%s, everybody called %s%s up to %.1f times as much as usual",
                shift.until() == 0 ? "since " + time(shift.from()) : time(shift.from()) + " to " + time(shift.until()),
                endpoint == null ? "an endpoint that is gone" : endpoint,
                others == 0 ? "" : " and " + others + " more",
                strongest.factor());
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MINUTES);
    }
}
