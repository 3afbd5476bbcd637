// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
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
import dev.apian.stage.signal.Tunable;
import dev.apian.stage.signal.Unkept;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One consumer calls one endpoint far more than it ever does, within ten minutes, an hour or a day.
///
/// What counts is the calibrated probability of so many calls, put together over the three scales: what everybody
/// does more at the moment and how usual the hour is are part of it. It is computed when a count reaches an alarm
/// count, which is worked out once a window.
public final class VolumeSurge implements Detector<Surge> {

    private static final Card CARD = new Card(
            "volume-surge",
            "Calls an endpoint far more than usual",
            "What did this consumer start to do in this time?",
            "Scraping, brute force and runaway scripts all show as volume, and cost money even when nobody means harm.",
            Family.VOLUME,
            Severity.MEDIUM,
            List.of(
                    "Look at which entities and parameters the calls went through.",
                    "Ask the owner of the credential about a new job or release.",
                    "Compare the bytes returned with an ordinary hour."),
            List.of(
                    "A yearly or quarterly job, which its profile of a few weeks has not seen.",
                    "The first minutes of a release that makes every client call more.",
                    "A person with one long day of routine work."),
            List.of(
                    "A rise below the floor of calls, or within what bursts of its kind of actor do.",
                    "A rise spread over many endpoints, or over many consumers.",
                    "A rise so slow that the profile learns it, such as a tenth more every day."));

    static final List<Scale> SCALES = List.of(Scale.TEN_MINUTES, Scale.HOUR, Scale.DAY);

    private final Limits limits;

    public VolumeSurge(Limits limits) {
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

    /// Half-way to the floor a state begins, so that a signal can show calls before the one that completed it.
    @Override
    public OptionalLong keyOf(Observation seen) {
        Profile profile = seen.profile();
        boolean ofInterest = 2 * profile.count(Scale.DAY)
                        >= limits.floor().of(seen.endpoint().sensitivity())
                && isElevated(profile)
                && !seen.endpoint().is(Label.STATIC)
                && !seen.endpoint().is(Label.HEALTH);
        return ofInterest ? OptionalLong.of(seen.endpoint().id()) : OptionalLong.empty();
    }

    private static boolean isElevated(Profile profile) {
        for (Scale scale : SCALES) {
            if (profile.elevated(scale)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Surge freshState() {
        return new Surge();
    }

    @Override
    public Duration memory() {
        return limits.silence();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, VolumeSurge::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES);
    }

    @Override
    public Optional<Signal> observe(Surge surge, Observation seen) {
        surge.enter(seen);
        if (surge.raisedWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        surge.add(seen);
        return surge.reachesAlarm(seen) ? look(surge, seen) : Optional.empty();
    }

    private Optional<Signal> look(Surge surge, Observation seen) {
        double inverse = 0;
        Scale oddest = Scale.HOUR;
        double least = 1;
        for (Scale scale : SCALES) {
            Recent recent = seen.profile().calls(scale);
            double probability = probability(recent, scale, seen);
            surge.alarm(scale, nextAlarm(recent));
            inverse += 1 / Math.max(probability, Double.MIN_NORMAL);
            if (probability < least) {
                least = probability;
                oddest = scale;
            }
        }
        // The Cauchy combination of p-values for small ones, whatever their dependence (Liu and Xie 2020).
        double chance = SCALES.size() / inverse;
        Recent recent = seen.profile().calls(oddest);
        if (chance > limits.chance()
                || excess(recent) < limits.floor().of(seen.endpoint().sensitivity())) {
            return Optional.empty();
        }
        surge.raise(seen);
        return Optional.of(signal(surge, seen, oddest, recent, chance));
    }

    /// @return of so many calls within the scale, if nothing has changed
    private double probability(Recent recent, Scale scale, Observation seen) {
        return switch (recent.usual()) {
            case Usual.Known known -> known.probabilityOf(recent.observed());
            case Usual.StillLearning learning -> {
                boolean told = seen.actor().kind() != Actor.Kind.ANONYMOUS;
                boolean far = scale == Scale.HOUR && recent.observed() >= limits.callsWhileLearning();
                yield told && far ? limits.chance() / SCALES.size() : 1;
            }
        };
    }

    /// The count at which it is worth to look again.
    private long nextAlarm(Recent recent) {
        long further = recent.observed() + Math.max(1, recent.observed() / 10);
        return switch (recent.usual()) {
            case Usual.Known known -> Math.max(further, known.countAt(SCALES.size() * limits.chance()));
            case Usual.StillLearning learning -> Math.max(further, limits.callsWhileLearning());
        };
    }

    private static double excess(Recent recent) {
        return recent.observed() - (recent.usual() instanceof Usual.Known known ? known.expected() : 0);
    }

    private Signal signal(Surge surge, Observation seen, Scale scale, Recent recent, double chance) {
        Usual.Known usual = recent.usual() instanceof Usual.Known known ? known : null;
        double expected = usual == null ? Double.NaN : SurgeWords.expected(usual);
        double most = usual == null ? Double.NaN : usual.upper();
        return surge.signal(
                CARD,
                seen,
                strength(recent, chance),
                SurgeWords.happened(seen, scale, recent),
                SurgeWords.usual(seen, scale, recent, limits.callsWhileLearning()),
                new Evidence(
                        "calls to " + seen.endpoint(), recent.observed(), expected, most, "calls", scale.length()));
    }

    /// Half certain at the limit, and surer with every power of ten beyond it.
    private double strength(Recent recent, double chance) {
        return switch (recent.usual()) {
            case Usual.Known known -> {
                double powers = StrictMath.log10(limits.chance() / Math.max(chance, Double.MIN_NORMAL));
                yield Math.min(0.85, 0.52 + 0.04 * powers);
            }
            case Usual.StillLearning learning -> 0.35;
        };
    }

    /// When to raise.
    ///
    /// @param floor              by sensitivity
    public record Limits(
            @Tunable(
                    least = "0.000000001",
                    most = "0.009",
                    because = "a thousand people would raise one a day by chance; with the floor, one in ten days")
            double chance,

            Floor floor,

            @Tunable(
                    least = "100",
                    most = "10000000",
                    unit = "calls",
                    because = "in an hour, nearly one a second, which needs no profile to be odd")
            int callsWhileLearning,

            @Tunable(least = "1h", most = "7d", because = "one signal a day for a consumer and endpoint")
            Duration silence) {

        public static final Limits DEFAULT = new Limits(1.5e-4, Floor.DEFAULT, 3_000, Duration.ofDays(1));

        public Limits {
            if (!(chance > 0 && chance < 0.01)) {
                throw new IllegalArgumentException("chance=" + chance + "; give a probability under 0.01");
            }
            if (floor.low() > callsWhileLearning) {
                throw new IllegalArgumentException(
                        "floor=%s > callsWhileLearning=%d, raise the latter".formatted(floor, callsWhileLearning));
            }
        }
    }
}
