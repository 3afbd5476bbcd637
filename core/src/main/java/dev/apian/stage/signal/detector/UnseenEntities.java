// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.sketch.SeenSet;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Whose;
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
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One consumer keeps opening entities that it was never shown, however slowly.
///
/// A binomial cumulative sum (CUSUM; Page 1954) over the first touches of entities by one actor: each unexplained one
/// adds the log-likelihood ratio of "guesses ids" against "does as its peers do" at that endpoint, each explained one
/// takes some away. What is known to be another tenant's counts twice. It needs no window, so pausing does not help,
/// nor does trying many endpoints, and a peer's occasional deep link does not add up.
public final class UnseenEntities implements Detector<UnseenEntities.Sum> {

    private static final Card CARD = new Card(
            "unseen-entities",
            "Opens entities it was never shown",
            "How did this consumer learn of these ids?",
            "Ids that were guessed let one account read others' data, a few a day, below every rate.",
            Family.ENTITY,
            Severity.HIGH,
            List.of(
                    "Open the answered calls and compare the owner of each entity with the consumer.",
                    "Ask whether the ids came by mail or from another system.",
                    "Check whether the endpoint compares the entity's owner with the caller."),
            List.of(
                    "A new way to reach entities that Apian does not see, such as links in a newsletter.",
                    "A support agent who moved to new customers, in a group too small to compare with."),
            List.of(
                    "The first two days of a consumer: all it touches is new to us.",
                    "Endpoints where peers open unshown entities most of the time, or whose answers are not seen.",
                    "Fewer than ten entities; those known to be another tenant's count twice.",
                    "Entities shown to the consumer through a channel that leaks them."));

    private final Limits limits;

    public UnseenEntities(Limits limits) {
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

    /// What was used before is no first touch, and says nothing.
    @Override
    public OptionalLong keyOf(Observation seen) {
        int touched = seen.entities().size();
        if (touched == 0 || seen.profile().age().compareTo(limits.ageMin()) < 0 || isSignIn(seen)) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < touched; i++) {
            if (seen.profile().provenance(i) != Provenance.USED) {
                return OptionalLong.of(ALL_ENDPOINTS);
            }
        }
        return OptionalLong.empty();
    }

    private static final long ALL_ENDPOINTS = 0;

    private static boolean isSignIn(Observation seen) {
        return seen.endpoint().is(Label.LOGIN) || seen.endpoint().is(Label.TOKEN);
    }

    @Override
    public Sum freshState() {
        return new Sum();
    }

    @Override
    public Duration memory() {
        return limits.memory();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, UnseenEntities::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES, Unkept.ANSWERS);
    }

    @Override
    public Optional<Signal> observe(Sum sum, Observation seen) {
        double share = seen.profile().unexplainedShare();
        if (Double.isNaN(share) || share > limits.blindShare()) {
            return Optional.empty();
        }
        Ratio ratio = Ratio.against(Math.max(share, limits.shareFloor()));
        List<EntityRef> unexplained = new ArrayList<>(1);
        int foreign = 0;
        for (int i = 0; i < seen.entities().size(); i++) {
            EntityRef entity = seen.entities().get(i);
            switch (seen.profile().provenance(i)) {
                case UNEXPLAINED -> {
                    unexplained.add(entity);
                    foreign += seen.identified().whose(i) == Whose.OTHER ? 1 : 0;
                }
                case CREATED, SHOWN, TENANT, PARENT -> sum.explained(entity, ratio);
                case USED, PUBLIC, PEERS -> {}
            }
        }
        if (unexplained.isEmpty()) {
            return Optional.empty();
        }
        sum.unexplained(unexplained, foreign, ratio, seen);
        double limit = limits.ratio() * (1 << sum.raisedLately(seen, limits.escalation()));
        if (sum.value < limit || sum.answered + sum.foreign < limits.entities()) {
            return Optional.empty();
        }
        Signal signal = signal(sum, seen, share);
        sum.raise(seen.micros());
        return Optional.of(signal);
    }

    private Signal signal(Sum sum, Observation seen, double share) {
        long all = (long) sum.answered + sum.refused;
        String refused = sum.refused == 0 ? "" : ", and was refused another " + Wording.number(sum.refused);
        String ofOthers =
                sum.foreign == 0 ? "" : ", %s of them another tenant's".formatted(Wording.number(sum.foreign));
        String happened = ("%s opened %s within %s that were never shown to it%s, the last on %s%s; "
                        + "%s that it touched besides had been shown")
                .formatted(
                        seen.actor().name(),
                        Wording.count(sum.answered, "entity"),
                        Wording.span(seen.since(sum.trail.first())),
                        ofOthers,
                        seen.endpoint(),
                        refused,
                        sum.explained == 0 ? "none" : Wording.number(sum.explained));
        String usual = "of 100 entities that peers open here about %s were not shown to them before"
                .formatted(Wording.number(Math.round(100 * share)));
        double doublings = StrictMath.log(Math.max(1, sum.value / limits.ratio())) / StrictMath.log(2);
        return sum.trail.signal(
                CARD,
                seen,
                Math.min(0.9, 0.6 + 0.1 * doublings),
                happened,
                usual,
                new Evidence(
                        "entities never shown",
                        sum.answered,
                        share * (all + sum.explained),
                        "entities",
                        seen.since(sum.trail.first())),
                new Evidence(
                        "share of first touches that nothing explains",
                        (double) all / (all + sum.explained),
                        share,
                        "share",
                        seen.since(sum.trail.first())));
    }

    /// When to raise.
    public record Limits(
            @Tunable(
                    least = "3",
                    most = "100",
                    unit = "nats",
                    because = "12 put at least 160,000 first touches between false alarms, if the share is right")
            double ratio,

            @Tunable(
                    least = "1",
                    most = "10000",
                    unit = "entities",
                    because = "fewer are not worth an hour, however unlikely; those of other tenants count twice")
            int entities,

            @Tunable(
                    least = "0.001",
                    most = "0.5",
                    because = "peers' share is not trusted to be lower: mails and bookmarks exist for everybody")
            double shareFloor,

            @Tunable(
                    least = "0.01",
                    most = "1",
                    because = "with a higher share the endpoint is public, or answers are not seen")
            double blindShare,

            @Tunable(
                    least = "1h",
                    most = "28d",
                    because = "before that, what an actor was shown before we looked is unknown")
            Duration ageMin,

            @Tunable(least = "1d", most = "42d", because = "a month and a week: slower guessing does not pay")
            Duration memory,

            @Tunable(
                    least = "1h",
                    most = "28d",
                    because = "within so long after a signal, the next one needs twice the evidence, then four times")
            Duration escalation) {

        public static final Limits DEFAULT =
                new Limits(12, 10, 0.03, 0.35, Duration.ofDays(2), Duration.ofDays(35), Duration.ofDays(7));
    }

    /// What one touch is worth, in nats.
    private record Ratio(double unexplained, double explained) {

        private static final double REFUSED_WORTH = 0.5;

        /// Guessing is assumed to show as three times the peers' share, and 20 points more at least.
        static Ratio against(double peers) {
            double guessing = Math.max(3 * peers, peers + 0.2);
            double most = Math.min(guessing, 0.95);
            return new Ratio(StrictMath.log(most / peers), StrictMath.log((1 - most) / (1 - peers)));
        }
    }

    /// The evidence against one actor since it was last zero.
    static final class Sum implements State {

        /// So many explained entities are told apart, so that opening one's own order again and again hides
        /// nothing.
        private static final int EXPLAINED_MAX = 256;

        private static final int RAISED_MAX = 10;

        private final Trail trail = new Trail();
        private final SeenSet known = new SeenSet(EXPLAINED_MAX);
        private double value;
        private int answered;
        private int foreign;
        private int refused;
        private int explained;
        private int raised;
        private long raisedAt;

        private void explained(EntityRef entity, Ratio ratio) {
            if (known.codeOf(entity.key()) >= 0) {
                return;
            }
            known.add(entity.key(), 0);
            explained++;
            value += ratio.explained();
            if (value <= 0) {
                restart();
            }
        }

        private void unexplained(List<EntityRef> entities, int ofOthers, Ratio ratio, Observation seen) {
            double worth = seen.answered() ? 1 : Ratio.REFUSED_WORTH;
            value += worth * ratio.unexplained() * (entities.size() + ofOthers);
            if (seen.answered()) {
                foreign += ofOthers;
                answered += entities.size();
            } else {
                refused += entities.size();
            }
            trail.add(seen, entities);
        }

        private int raisedLately(Observation seen, Duration escalation) {
            if (raised > 0 && seen.since(raisedAt).compareTo(escalation) > 0) {
                raised = 0;
            }
            return raised;
        }

        private void raise(long micros) {
            raised = Math.min(raised + 1, RAISED_MAX);
            raisedAt = micros;
            restart();
        }

        private void restart() {
            value = 0;
            answered = 0;
            foreign = 0;
            refused = 0;
            explained = 0;
            trail.clear();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            out.writeDouble(value);
            out.writeInt(answered);
            out.writeInt(foreign);
            out.writeInt(refused);
            out.writeInt(explained);
            out.writeInt(raised);
            out.writeLong(raisedAt);
            trail.save(out);
            known.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            value = in.readDouble();
            answered = in.readInt();
            foreign = in.readInt();
            refused = in.readInt();
            explained = in.readInt();
            raised = in.readInt();
            raisedAt = in.readLong();
            trail.load(in);
            known.load(in);
        }
    }
}
