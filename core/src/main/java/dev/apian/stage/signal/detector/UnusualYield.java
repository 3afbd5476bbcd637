// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Measure;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profile.Recent;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Settings;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Trail;
import dev.apian.stage.signal.Tunable;
import dev.apian.stage.signal.Unkept;
import dev.apian.stage.signal.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One consumer takes out far more than it ever does, over all endpoints: bytes, things it had not opened before, or
/// sensitive records, within an hour or a day.
///
/// Who exports little by little over many endpoints shows at none of them, but in the sum.
public final class UnusualYield implements Detector<Yields> {

    private static final Card CARD = new Card(
            "unusual-yield",
            "Takes out far more than usual",
            "What was taken, and where does it go?",
            "Whoever leaves with the data takes more of it than work needs.",
            Family.VOLUME,
            Severity.MEDIUM,
            List.of(
                    "Look at which endpoints and entities the answers came from.",
                    "Ask the owner of the account about an export or a migration.",
                    "Compare with what others of the same role take."),
            List.of("A monthly or yearly export.", "The first full synchronisation of a new client."),
            List.of(
                    "Sizes of answers that the record does not tell.",
                    "Whoever takes a little more every day.",
                    "Many consumers who take a part each."));

    private final Limits limits;

    public UnusualYield(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Scope scope() {
        return Scope.ACTOR;
    }

    @Override
    public OptionalLong keyOf(Observation seen) {
        boolean ofInterest =
                seen.answered() && seen.actor().kind() != Actor.Kind.ANONYMOUS && isElevated(seen.profile());
        return ofInterest ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static boolean isElevated(Profile profile) {
        for (Measure measure : Yields.MEASURES) {
            for (Scale scale : Yields.SCALES) {
                if (profile.elevated(measure, scale)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Yields freshState() {
        return new Yields();
    }

    @Override
    public Duration memory() {
        return limits.silence();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, UnusualYield::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES, Unkept.ANSWERS);
    }

    @Override
    public Optional<Signal> observe(Yields yields, Observation seen) {
        yields.enter(seen);
        if (yields.raisedWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        Found found = null;
        for (Measure measure : Yields.MEASURES) {
            for (Scale scale : Yields.SCALES) {
                if (seen.profile().elevated(measure, scale)) {
                    found = odder(found, look(yields, measure, scale, seen));
                }
            }
        }
        // Six looks at one actor: the least probability of them is that much less telling (Bonferroni).
        if (found == null || found.chance * Yields.LOOKS > limits.chance()) {
            return Optional.empty();
        }
        yields.raised(seen);
        return Optional.of(signal(found, seen));
    }

    private @Nullable Found look(Yields yields, Measure measure, Scale scale, Observation seen) {
        Recent recent = seen.profile().total(measure, scale);
        if (recent.observed() < yields.nextLook(measure, scale)) {
            return null;
        }
        yields.looked(measure, scale, recent.observed());
        return switch (recent.usual()) {
            case Usual.Known known
            when recent.observed() - known.expected() >= limits.floor(measure) ->
                new Found(measure, scale, recent, known, known.probabilityOf(recent.observed()));
            case Usual.Known known -> null;
            case Usual.StillLearning learning -> null;
        };
    }

    private static @Nullable Found odder(@Nullable Found one, @Nullable Found other) {
        return one == null || other != null && other.chance < one.chance ? other : one;
    }

    private record Found(Measure measure, Scale scale, Recent recent, Usual.Known known, double chance) {}

    private Signal signal(Found found, Observation seen) {
        long observed = found.recent.observed();
        String unit = found.measure.label();
        Trail trail = new Trail();
        trail.add(seen);
        double powers = StrictMath.log10(limits.chance() / Math.max(found.chance * Yields.LOOKS, Double.MIN_NORMAL));
        return trail.signal(
                CARD,
                seen,
                Math.min(0.8, 0.45 + 0.04 * powers),
                "%s had %s %s within %s, over all endpoints, %s times the expected number"
                        .formatted(
                                seen.actor().name(),
                                Wording.number(observed),
                                unit,
                                SurgeWords.window(found.scale),
                                Wording.number(observed / found.known.expected())),
                "%s %s expected in %s with any; 999 of 1,000 stay at or under %s"
                        .formatted(
                                found.known.ofPeers()
                                        ? "it is new, so its peers are asked: they have"
                                        : "its own past has",
                                Wording.number(found.known.expected()),
                                SurgeWords.window(found.scale),
                                Wording.number(found.known.upper())),
                new Evidence(
                        unit,
                        observed,
                        SurgeWords.expected(found.known),
                        found.known.upper(),
                        unit,
                        found.scale.length()));
    }

    /// When to raise.
    public record Limits(
            @Tunable(
                    least = "0.000000001",
                    most = "0.009",
                    because = "of so much in a window with any, if nothing has changed")
            double chance,

            @Tunable(
                    least = "1",
                    most = "100000000",
                    unit = "KiB",
                    because = "more than usual: ten MiB are worth a look")
            int kibibytes,

            @Tunable(
                    least = "1",
                    most = "1000000",
                    unit = "entities",
                    because = "more than usual: fifty things are worth a look")
            int entities,

            @Tunable(
                    least = "1",
                    most = "1000000",
                    unit = "records",
                    because = "more than usual: twenty are worth a look")
            int sensitive,

            @Tunable(least = "1h", most = "7d", because = "one signal a day for a consumer")
            Duration silence) {

        public static final Limits DEFAULT = new Limits(1e-5, 10 * 1_024, 50, 20, Duration.ofDays(1));

        private int floor(Measure measure) {
            return switch (measure) {
                case KIBIBYTES -> kibibytes;
                case ENTITIES -> entities;
                case SENSITIVE -> sensitive;
                case CALLS, REFUSALS -> Integer.MAX_VALUE;
            };
        }
    }
}
