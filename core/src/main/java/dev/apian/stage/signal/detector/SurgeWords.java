// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.profile.Profile.Recent;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Wording;

/// How a rise in calls and what is usual are told.
final class SurgeWords {

    /// A rise of all that is worth a word.
    private static final double FACTOR_TOLD = 1.2;

    /// An hour in which the actor is active so much less often than in others is worth a word.
    private static final double HOURS_TOLD = 0.5;

    private static final double TENFOLD = 10;
    private static final double SURE = 0.999;

    private SurgeWords() {}

    /// What is expected, to the hundredth: more digits would only tell in which order floats were added.
    static double expected(Usual.Known known) {
        return Math.round(known.expected() * 100) / 100.0;
    }

    static String happened(Observation seen, Scale scale, Recent recent) {
        String calls = Wording.count(recent.observed(), "call");
        return switch (recent.usual()) {
            case Usual.Known known ->
                "%s made %s to %s within %s, %s times the expected number%s"
                        .formatted(
                                seen.actor().name(),
                                calls,
                                seen.endpoint(),
                                window(scale),
                                Wording.number(recent.observed() / known.expected()),
                                known.probabilityOfRise(recent.observed(), TENFOLD) >= SURE
                                        ? " and almost surely more than ten times its rate"
                                        : "");
            case Usual.StillLearning learning ->
                "%s made %s to %s within %s, %s after it was first seen"
                        .formatted(
                                seen.actor().name(),
                                calls,
                                seen.endpoint(),
                                window(scale),
                                Wording.span(learning.learnedSoFar()));
        };
    }

    static String usual(Observation seen, Scale scale, Recent recent, int limitWhileLearning) {
        return switch (recent.usual()) {
            case Usual.Known known -> usual(seen, scale, known);
            case Usual.StillLearning learning ->
                "too little is known of it to say; the limit for newcomers is %s in an hour"
                        .formatted(Wording.number(limitWhileLearning));
        };
    }

    private static String usual(Observation seen, Scale scale, Usual.Known known) {
        String who = known.ofPeers()
                ? "it is new here, so it is compared with %s who call this: they make"
                        .formatted(Wording.count(seen.profile().peers().everyone(), "consumer"))
                : "its own past makes";
        String tide = known.factor() >= FACTOR_TOLD
                ? ", %s times what is usual since everybody does more at the moment"
                        .formatted(Wording.number(known.factor()))
                : "";
        String hour = known.hours() <= HOURS_TOLD ? "; it is seldom active at this hour" : "";
        return "%s %s expected in %s with calls%s; 999 of 1,000 stay at or under %s%s"
                .formatted(
                        who,
                        Wording.number(known.expected()),
                        window(scale),
                        tide,
                        Wording.number(known.upper()),
                        hour);
    }

    static String window(Scale scale) {
        return switch (scale) {
            case TEN_MINUTES -> "ten minutes";
            case HOUR -> "an hour";
            case DAY -> "a day";
            case MONTH -> "four weeks";
        };
    }
}
