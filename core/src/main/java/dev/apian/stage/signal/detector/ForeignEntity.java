// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Whose;
import dev.apian.stage.profile.Profile.Owners;
import dev.apian.stage.profile.Profile.Provenance;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One consumer is served with an entity of another tenant that it was never shown, where its peers only ever get
/// their own. A single time is enough.
public final class ForeignEntity implements Detector<Raised> {

    private static final Card CARD = new Card(
            "foreign-entity",
            "Opens an entity of another tenant",
            "Should this consumer have been able to open this?",
            "An endpoint that does not compare the owner with the caller gives everybody's data to anybody.",
            Family.ENTITY,
            Severity.HIGH,
            List.of(
                    "Open the call and compare the owner of the entity with the consumer.",
                    "Try the same id with a test account; if it answers, the endpoint is open to all.",
                    "Search for other consumers who were served with entities of others here."),
            List.of(
                    "Something shared by a link outside of what Apian sees.",
                    "An account that moved to another tenant."),
            List.of(
                    "Entities whose owner never came while Apian looked.",
                    "Endpoints used by too few to compare with, and roles whose work it is to open what is others'.",
                    "A consumer in its first day.",
                    "Entities that two tenants know: whose they are is open."));

    private final Limits limits;

    public ForeignEntity(Limits limits) {
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
        boolean ofInterest = seen.answered()
                && seen.actor().kind() != Actor.Kind.ANONYMOUS
                && !seen.endpoint().is(Label.LOGIN)
                && !seen.endpoint().is(Label.TOKEN)
                && seen.profile().age().compareTo(limits.ageMin()) >= 0;
        return ofInterest && !foreign(seen).isEmpty()
                ? OptionalLong.of(seen.endpoint().id())
                : OptionalLong.empty();
    }

    private static List<EntityRef> foreign(Observation seen) {
        List<EntityRef> foreign = new ArrayList<>(0);
        for (int i = 0; i < seen.entities().size(); i++) {
            if (seen.identified().whose(i) == Whose.OTHER && seen.profile().provenance(i) == Provenance.UNEXPLAINED) {
                foreign.add(seen.entities().get(i));
            }
        }
        return foreign;
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
        return Settings.of(limits, ForeignEntity::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES);
    }

    @Override
    public Optional<Signal> observe(Raised raised, Observation seen) {
        Owners peers = seen.profile().owners();
        boolean usual = peers.actors() < limits.peersMin() || peers.foreign() > limits.foreignShare() * peers.actors();
        if (usual || raised.isWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        raised.at = seen.micros();
        return Optional.of(signal(seen, peers));
    }

    private Signal signal(Observation seen, Owners peers) {
        List<EntityRef> foreign = foreign(seen);
        String happened = "%s opened %s with %s, which belongs to another tenant and was never shown to it"
                .formatted(seen.actor().name(), foreign.getFirst(), seen.endpoint());
        String usual = "of %s who used it lately %s got anything that is not their own tenant's"
                .formatted(
                        Wording.count(peers.actors(), "peer"),
                        peers.foreign() == 0 ? "none" : Wording.number(peers.foreign()));
        Trail trail = new Trail();
        trail.add(seen, foreign);
        return trail.signal(
                CARD,
                seen,
                limits.strength(),
                happened,
                usual,
                new Evidence(
                        "entities of other tenants, opened on " + seen.endpoint(),
                        foreign.size(),
                        0,
                        "entities",
                        Duration.ZERO),
                new Evidence("peers who did so", peers.foreign(), peers.actors(), "consumers", WEEKS));
    }

    /// How long the population remembers, at least.
    private static final Duration WEEKS = Duration.ofDays(14);

    /// When to raise.
    public record Limits(
            @Tunable(
                    least = "5",
                    most = "10000",
                    unit = "consumers",
                    because = "fewer peers show nothing of what is usual")
            int peersMin,

            @Tunable(
                    least = "0.001",
                    most = "0.5",
                    because = "with more of them served with what is others', the endpoint is made for that")
            double foreignShare,

            @Tunable(
                    least = "1h",
                    most = "28d",
                    because = "before that, what an actor was shown before we looked is unknown")
            Duration ageMin,

            @Tunable(least = "1h", most = "28d", because = "one signal a day for an endpoint; triage adds up")
            Duration silence,

            @Tunable(least = "0.01", most = "0.99", because = "judged by hand: about so many of its signals are misuse")
            double strength) {

        public static final Limits DEFAULT = new Limits(20, 0.03, Duration.ofDays(1), Duration.ofDays(1), 0.75);
    }
}
