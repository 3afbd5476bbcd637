// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile.Recent;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Trail;
import dev.apian.stage.signal.Wording;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One consumer calls one endpoint an order of magnitude more within an hour than it ever does.
///
/// Ten times the mean alone would raise twenty times a day among a thousand actors, so the count must also be
/// next to impossible under the law of the actor's own bursts (gamma-Poisson). That tail is computed only
/// when the plain numbers are high, and then once for every tenth more calls.
public final class VolumeSurge implements Detector<VolumeSurge.Surge> {

    private static final Card CARD = new Card(
            "volume-surge",
            "Calls an endpoint far more than usual",
            "What did this consumer start to do in this hour?",
            "Scraping, brute force and runaway scripts all show as volume, and cost money even when nobody means harm.",
            Family.VOLUME,
            Severity.MEDIUM,
            List.of(
                    "Look at which entities and parameters the calls went through.",
                    "Ask the owner of the credential about a new job or release.",
                    "Compare the bytes returned with an ordinary hour."),
            List.of(
                    "A release that makes every client call more; many actors are then raised together.",
                    "A yearly or quarterly job, which its profile of a few weeks has not seen."),
            List.of(
                    "A rise of less than ten times, or below the floor of calls.",
                    "A rise spread over many endpoints, or over many consumers.",
                    "A rise so slow that the profile learns it."));

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

    /// Half-way to the limit a state begins, so that a signal can show calls before the one that completed it.
    @Override
    public OptionalLong keyOf(Observation seen) {
        Recent recent = seen.profile().calls(Scale.HOUR);
        boolean ofInterest = 2 * recent.observed() >= limits.calls()
                && 2 * recent.observed() >= leastFor(recent.usual(), seen)
                && !seen.endpoint().is(Label.STATIC)
                && !seen.endpoint().is(Label.HEALTH);
        return ofInterest ? OptionalLong.of(seen.endpoint().id()) : OptionalLong.empty();
    }

    @Override
    public Surge freshState() {
        return new Surge();
    }

    @Override
    public Duration memory() {
        return Scale.HOUR.length();
    }

    @Override
    public Optional<Signal> observe(Surge surge, Observation seen) {
        surge.enter(Math.floorDiv(seen.micros(), Scale.HOUR.micros()));
        if (surge.raised) {
            return Optional.empty();
        }
        surge.trail.add(seen);
        Recent recent = seen.profile().calls(Scale.HOUR);
        long observed = recent.observed();
        if (observed < leastFor(recent.usual(), seen) || observed < surge.nextLook) {
            return Optional.empty();
        }
        surge.nextLook = observed + Math.max(1, observed / 10);
        if (!isNextToImpossible(recent)) {
            return Optional.empty();
        }
        surge.raised = true;
        return Optional.of(signal(surge, seen, recent));
    }

    /// The count below which nothing is raised, by plain arithmetic.
    private long leastFor(Usual usual, Observation seen) {
        return switch (usual) {
            case Usual.Known known -> {
                double times = known.ofPeers() ? limits.timesPeers() : limits.timesOwn();
                yield Math.max(limits.calls(), 1 + (long) (times * known.expected()));
            }
            case Usual.StillLearning learning ->
                seen.actor().kind() == Actor.Kind.ANONYMOUS ? Long.MAX_VALUE : limits.callsWhileLearning();
        };
    }

    private boolean isNextToImpossible(Recent recent) {
        return switch (recent.usual()) {
            case Usual.Known known ->
                known.probabilityOf(recent.observed()) < (known.ofPeers() ? limits.chancePeers() : limits.chanceOwn());
            case Usual.StillLearning learning -> true;
        };
    }

    private Signal signal(Surge surge, Observation seen, Recent recent) {
        String calls = Wording.count(recent.observed(), "call");
        String happened = switch (recent.usual()) {
            case Usual.Known known ->
                "%s made %s to %s within one clock hour, %s times the expected number"
                        .formatted(
                                seen.actor().name(),
                                calls,
                                seen.endpoint(),
                                Wording.number(recent.observed() / Math.max(known.expected(), 0.1)));
            case Usual.StillLearning learning ->
                "%s made %s to %s within one clock hour, %s after it was first seen"
                        .formatted(seen.actor().name(), calls, seen.endpoint(), Wording.span(learning.learnedSoFar()));
        };
        String usual = switch (recent.usual()) {
            case Usual.Known known ->
                "%s expects %s here in an hour with calls; 999 of 1,000 such hours stay at or under %s"
                        .formatted(
                                known.ofPeers() ? "who calls this" : "its own past",
                                Wording.number(known.expected()),
                                Wording.number(known.upper()));
            case Usual.StillLearning learning ->
                "too little is known of it to say; the limit for newcomers is %s in an hour"
                        .formatted(Wording.number(limits.callsWhileLearning()));
        };
        double expected = recent.usual() instanceof Usual.Known known ? known.expected() : Double.NaN;
        Evidence evidence =
                new Evidence("calls to " + seen.endpoint(), recent.observed(), expected, "calls", Scale.HOUR.length());
        return surge.trail.signal(CARD, seen, strength(recent), happened, usual, evidence);
    }

    /// A hundredfold rise is surer than a tenfold one, and one's own past a better measure than that of others.
    private static double strength(Recent recent) {
        return switch (recent.usual()) {
            case Usual.Known known -> {
                double times = recent.observed() / Math.max(known.expected(), 0.1);
                double more = 0.2 * Math.min(1, StrictMath.log10(times / 10));
                yield (known.ofPeers() ? 0.4 : 0.55) + Math.max(0, more);
            }
            case Usual.StillLearning learning -> 0.35;
        };
    }

    /// When to raise.
    ///
    /// @param calls              fewer in an hour harm nobody: one a minute
    /// @param timesOwn           "an order of magnitude above its baseline", as people mean it
    /// @param timesPeers         actors differ among each other more than from themselves
    /// @param chanceOwn          measured on bursty actors: 0.2 to 0.5 signals a day among 1,000 of them
    /// @param chancePeers        stricter, since peers' hours are a mixture with a heavier tail
    /// @param callsWhileLearning nearly one a second for an hour, which needs no profile to be odd
    public record Limits(
            int calls,
            double timesOwn,
            double timesPeers,
            double chanceOwn,
            double chancePeers,
            int callsWhileLearning) {

        public static final Limits DEFAULT = new Limits(60, 10, 20, 1e-6, 1e-9, 3_000);

        public Limits {
            if (calls > callsWhileLearning) {
                throw new IllegalArgumentException(
                        "calls=%d > callsWhileLearning=%d, raise the latter".formatted(calls, callsWhileLearning));
            }
        }
    }

    /// One clock hour of one actor at one endpoint.
    static final class Surge implements State {

        private final Trail trail = new Trail();
        private long hour = Long.MIN_VALUE;
        private long nextLook;
        private boolean raised;

        private void enter(long now) {
            if (hour != now) {
                hour = now;
                nextLook = 0;
                raised = false;
                trail.clear();
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeLong(hour);
            out.writeLong(nextLook);
            out.writeBoolean(raised);
            trail.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            hour = in.readLong();
            nextLook = in.readLong();
            raised = in.readBoolean();
            trail.load(in);
        }
    }
}
