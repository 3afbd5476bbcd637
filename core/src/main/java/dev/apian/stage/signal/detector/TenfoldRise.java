// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Label;
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

/// One consumer calls one endpoint at almost surely more than ten times its usual rate within an hour.
///
/// The rule that people ask for, with its two faults mended: a few calls are not ten times anything, since both rates
/// are only known so far; and ten times next to nothing is nothing. By itself a weak sign, since busy hours of this
/// kind are part of many lives: `volume-surge` knows of whose.
public final class TenfoldRise implements Detector<Raised> {

    private static final Card CARD = new Card(
            "tenfold-rise",
            "Calls an endpoint at ten times its usual rate",
            "What does this consumer do so much more of?",
            "An order of magnitude more is a new use, whoever makes it.",
            Family.VOLUME,
            Severity.LOW,
            List.of("See whether other signals about the same consumer point the same way."),
            List.of("People with rare, long sessions of the same work."),
            List.of("Whoever is busy at all times.", "Consumers whose usual rate is not known yet."));

    private final Limits limits;

    public TenfoldRise(Limits limits) {
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
        boolean ofInterest = seen.profile().elevated(Scale.HOUR)
                && seen.profile().count(Scale.HOUR)
                        > limits.floor().of(seen.endpoint().sensitivity())
                && !seen.endpoint().is(Label.STATIC)
                && !seen.endpoint().is(Label.HEALTH);
        return ofInterest ? OptionalLong.of(seen.endpoint().id()) : OptionalLong.empty();
    }

    @Override
    public Raised freshState() {
        return new Raised();
    }

    @Override
    public Duration memory() {
        return limits.silence();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, TenfoldRise::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES);
    }

    @Override
    public Optional<Signal> observe(Raised raised, Observation seen) {
        if (raised.isWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        Recent recent = seen.profile().calls(Scale.HOUR);
        return switch (recent.usual()) {
            case Usual.Known known
            when isTenfold(known, recent.observed(), seen) -> {
                raised.at = seen.micros();
                yield Optional.of(signal(seen, recent, known));
            }
            case Usual.Known known -> Optional.empty();
            case Usual.StillLearning learning -> Optional.empty();
        };
    }

    private boolean isTenfold(Usual.Known known, long observed, Observation seen) {
        return !known.ofPeers()
                && observed - known.expected()
                        >= limits.floor().of(seen.endpoint().sensitivity())
                && observed >= limits.times() * known.expected()
                && known.probabilityOfRise(observed, limits.times()) >= limits.probability();
    }

    private Signal signal(Observation seen, Recent recent, Usual.Known known) {
        Trail trail = new Trail();
        trail.add(seen);
        return trail.signal(
                CARD,
                seen,
                limits.strength(),
                SurgeWords.happened(seen, Scale.HOUR, recent),
                "an hour with calls has %s here; more than %s times that with a probability of %s"
                        .formatted(
                                Wording.number(known.expected()), Wording.number(limits.times()), limits.probability()),
                new Evidence(
                        "calls to " + seen.endpoint(),
                        recent.observed(),
                        SurgeWords.expected(known),
                        known.upper(),
                        "calls",
                        Scale.HOUR.length()));
    }

    /// When to raise.
    ///
    /// @param floor       ten times next to nothing is nothing
    public record Limits(
            @Tunable(
                    least = "2",
                    most = "1000",
                    unit = "times",
                    because = "\"an order of magnitude\", as people mean it")
            double times,

            @Tunable(
                    least = "0.5",
                    most = "0.999999",
                    because = "that the rate of this hour is so many times the usual one")
            double probability,

            Floor floor,

            @Tunable(
                    least = "0.01",
                    most = "0.99",
                    because = "too weak to be an alert alone: several busy people a day do this")
            double strength,

            @Tunable(least = "1h", most = "7d", because = "one signal a day for a consumer and endpoint")
            Duration silence) {

        public static final Limits DEFAULT = new Limits(10, 0.999, Floor.DEFAULT, 0.2, Duration.ofDays(1));
    }
}
