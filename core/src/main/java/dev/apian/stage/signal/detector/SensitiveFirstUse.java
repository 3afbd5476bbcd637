// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Endpoint.Sensitivity;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile.Peers;
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

/// A consumer known for long gets an answer from a sensitive endpoint that it never used, and few of its
/// peers do.
///
/// By itself a weak sign: everybody uses something for the first time. Triage adds it to others about the
/// same actor.
public final class SensitiveFirstUse implements Detector<Raised> {

    private static final Card CARD = new Card(
            "sensitive-first-use",
            "Uses a sensitive endpoint for the first time",
            "Does this consumer's work need this endpoint since now?",
            "Administration, exports and secrets are what a stolen account is used for first.",
            Family.PERMISSION,
            Severity.MEDIUM,
            List.of(
                    "Ask the owner of the account, or whoever granted the permission.",
                    "Look at what the consumer did in the hour before and after."),
            List.of("A promotion or a new task.", "A yearly export."),
            List.of(
                    "A consumer in its first week.",
                    "Endpoints whose words do not tell that they are sensitive.",
                    "An endpoint that was first tried and refused, then answered.",
                    "Groups in which many use the endpoint."));

    private final Limits limits;

    public SensitiveFirstUse(Limits limits) {
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
        boolean ofInterest = seen.endpoint().sensitivity() == Sensitivity.HIGH
                && seen.answered()
                && seen.profile().firstUse()
                && seen.actor().kind() != Actor.Kind.ANONYMOUS
                && seen.profile().age().compareTo(limits.ageMin()) >= 0;
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
        return Settings.of(limits, SensitiveFirstUse::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES);
    }

    @Override
    public Optional<Signal> observe(Raised raised, Observation seen) {
        Peers peers = seen.profile().peers();
        boolean usual = peers.users() > 0 && peers.users() > limits.usersShare() * peers.members();
        if (usual || raised.isWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        raised.at = seen.micros();
        return Optional.of(signal(seen, peers));
    }

    private Signal signal(Observation seen, Peers peers) {
        String happened = "%s used %s for the first time in the %s that it is known"
                .formatted(
                        seen.actor().name(),
                        seen.endpoint(),
                        Wording.span(seen.profile().age()));
        boolean compared = peers.members() >= limits.membersMin();
        String usual = compared
                ? "%s of %s with the permissions \"%s\" used it in the last weeks"
                        .formatted(
                                peers.users() == 0 ? "none" : Wording.number(peers.users()),
                                Wording.number(peers.members()),
                                peers.group())
                : "too few have the same permissions to compare with; %s used it in the last weeks"
                        .formatted(Wording.count(peers.everyone(), "consumer"));
        double rare = compared ? 1 - peers.users() / (limits.usersShare() * peers.members()) : 0;
        Trail trail = new Trail();
        trail.add(seen);
        return trail.signal(
                CARD,
                seen,
                0.5 + 0.1 * Math.max(0, rare),
                happened,
                usual,
                new Evidence("peers who use " + seen.endpoint(), peers.users(), peers.members(), "consumers", WEEKS));
    }

    /// How long the population remembers a use, at least.
    private static final Duration WEEKS = Duration.ofDays(14);

    /// When to raise.
    public record Limits(
            @Tunable(least = "1h", most = "28d", because = "a week holds what most people's work needs")
            Duration ageMin,

            @Tunable(
                    least = "0.001",
                    most = "0.5",
                    because = "with more than one peer in twenty it belongs to the group's work")
            double usersShare,

            @Tunable(
                    least = "2",
                    most = "10000",
                    unit = "consumers",
                    because = "fewer are no group to compare with; the signal then stays at its weakest")
            int membersMin,

            @Tunable(
                    least = "1h",
                    most = "42d",
                    because = "an endpoint forgotten by a full profile must not look new again")
            Duration silence) {

        public static final Limits DEFAULT = new Limits(Duration.ofDays(7), 0.05, 20, Duration.ofDays(28));
    }
}
