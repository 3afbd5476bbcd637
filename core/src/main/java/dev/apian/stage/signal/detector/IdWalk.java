// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.profile.Profile.Provenance;
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
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One consumer counts through ids: `/orders/1001`, `/orders/1002`, `/orders/1003`, …
///
/// People open what they were shown, in any order; a script counts. So this counts steps to a neighbouring id
/// among the entities the actor was never shown. A walk that is refused is still a walk: the answers only
/// change how sure it is.
public final class IdWalk implements Detector<IdWalk.Walk> {

    private static final Card CARD = new Card(
            "id-walk",
            "Counts through ids of entities it was never shown",
            "Was this consumer entitled to any of these entities?",
            "Ids that can be counted let one account read everybody's data, the most common hole in APIs.",
            Family.ENTITY,
            Severity.HIGH,
            List.of(
                    "Open an answered call and see whose entity it is.",
                    "Look for other consumers from the same addresses.",
                    "Check whether the endpoint compares the entity's owner with the caller."),
            List.of(
                    "A new synchronisation job that reads everything by id in its first days.",
                    "A test suite pointed at production."),
            List.of(
                    "Ids that are not numbers.",
                    "Steps other than one, such as every second id.",
                    "A walk slower than the limit; see unseen-entities.",
                    "A walk spread over consumers that are not known to be one.",
                    "Walks of a consumer whose peers read unshown entities all the time, up to the higher limit."));

    private final Limits limits;

    public IdWalk(Limits limits) {
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
        List<EntityRef> entities = seen.entities();
        for (int i = 0; i < entities.size(); i++) {
            if (counts(seen, i)) {
                return OptionalLong.of(seen.endpoint().id());
            }
        }
        return OptionalLong.empty();
    }

    private static boolean counts(Observation seen, int touched) {
        return seen.profile().provenance(touched) == Provenance.UNEXPLAINED
                && seen.entities().get(touched).number().isPresent();
    }

    @Override
    public Walk freshState() {
        return new Walk();
    }

    @Override
    public Duration memory() {
        return limits.window();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, IdWalk::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES, Unkept.ANSWERS);
    }

    @Override
    public Optional<Signal> observe(Walk walk, Observation seen) {
        if (seen.since(walk.startedAt).compareTo(limits.window()) > 0) {
            walk.restart(seen.micros());
        }
        for (int i = 0; i < seen.entities().size(); i++) {
            if (counts(seen, i)) {
                walk.visit(seen.entities().get(i), seen);
            }
        }
        boolean shownFirst = isShownFirst(seen.profile().unexplainedShare());
        if (walk.raised || walk.steps < limits.steps() || walk.steps < limitFor(shownFirst, seen)) {
            return Optional.empty();
        }
        walk.raised = true;
        return Optional.of(signal(walk, seen, shownFirst));
    }

    /// Whether people here open what they were shown before, as far as their calls tell.
    private boolean isShownFirst(double unexplainedShare) {
        return unexplainedShare <= limits.blindShare();
    }

    private long limitFor(boolean shownFirst, Observation seen) {
        if (shownFirst) {
            return limits.steps();
        }
        return switch (seen.profile().calls(Scale.HOUR).usual()) {
            case Usual.Known known ->
                Math.max(limits.stepsWhenBlind(), Math.round(limits.timesUsual() * known.expected()));
            case Usual.StillLearning learning -> limits.stepsWhenBlind();
        };
    }

    private Signal signal(Walk walk, Observation seen, boolean shownFirst) {
        long limit = limitFor(shownFirst, seen);
        Duration took = seen.since(walk.trail.first());
        String type = seen.entities().getFirst().type();
        String happened =
                "%s made %s to a neighbouring %s id on %s within %s, %s answered; none had been shown to it before"
                        .formatted(
                                seen.actor().name(),
                                Wording.count(walk.steps, "step"),
                                type,
                                seen.endpoint(),
                                Wording.span(took),
                                walk.answered == walk.steps ? "all" : Wording.number(walk.answered));
        double share = seen.profile().unexplainedShare();
        String usual = (shownFirst
                        ? "peers were shown %s of what they open here beforehand; "
                                .formatted(Wording.percent(1 - share))
                        : "whether peers are shown what they open here is not known; ")
                + "the limit is %s within %s".formatted(Wording.count(limit, "step"), Wording.span(limits.window()));
        double strength = (shownFirst ? 0.7 : 0.4) + (2 * walk.answered >= walk.steps ? 0.15 : 0);
        return walk.trail.signal(
                CARD,
                seen,
                strength,
                happened,
                usual,
                new Evidence("steps to a neighbouring " + type + " id", walk.steps, 0, "steps", limits.window()),
                new Evidence("steps answered with 2xx", walk.answered, Double.NaN, "steps", limits.window()));
    }

    /// When to raise.
    public record Limits(
            @Tunable(least = "1m", most = "1d", because = "a script needs minutes, a person does not keep a walk up")
            Duration window,

            @Tunable(
                    least = "3",
                    most = "10000",
                    unit = "steps",
                    because = "neighbours opened by hand stay under this; 200 in random order make about 8")
            int steps,

            @Tunable(
                    least = "3",
                    most = "100000",
                    unit = "steps",
                    because = "used where peers' accesses cannot be explained, so that \"never shown\" means little")
            int stepsWhenBlind,

            @Tunable(
                    least = "1",
                    most = "100",
                    because = "there, a job that reads n entities an hour may well read them in order")
            double timesUsual,

            @Tunable(
                    least = "0.01",
                    most = "1",
                    because = "with more unexplained accesses than this the endpoint is public, or answers not seen")
            double blindShare) {

        public static final Limits DEFAULT = new Limits(Duration.ofHours(1), 25, 100, 3.0, 0.35);

        public Limits {
            if (steps > stepsWhenBlind) {
                throw new IllegalArgumentException(
                        "steps=%d > stepsWhenBlind=%d, raise the latter".formatted(steps, stepsWhenBlind));
            }
        }
    }

    /// The steps of one actor on one endpoint since `startedAt`.
    static final class Walk implements State {

        /// Threads of one script overtake each other by a few ids.
        private static final int RECENT_IDS_MAX = 4;

        private static final long NOWHERE = Long.MIN_VALUE / 2;

        private final long[] recentIds = new long[RECENT_IDS_MAX];
        private final Trail trail = new Trail();
        private long startedAt = Long.MIN_VALUE / 2;
        private int visited;
        private int steps;
        private int answered;
        private boolean raised;

        Walk() {
            Arrays.fill(recentIds, NOWHERE);
        }

        private void restart(long micros) {
            startedAt = micros;
            steps = 0;
            answered = 0;
            raised = false;
            trail.clear();
        }

        private void visit(EntityRef entity, Observation seen) {
            long id = entity.number().orElseThrow();
            if (!raised && isBesideRecent(id)) {
                steps++;
                answered += seen.answered() ? 1 : 0;
                trail.add(seen, List.of(entity));
            }
            recentIds[visited++ & RECENT_IDS_MAX - 1] = id;
        }

        private boolean isBesideRecent(long id) {
            for (long recent : recentIds) {
                if (Math.abs(id - recent) == 1) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void save(DataOutput out) throws IOException {
            for (long id : recentIds) {
                out.writeLong(id);
            }
            out.writeLong(startedAt);
            out.writeInt(visited);
            out.writeInt(steps);
            out.writeInt(answered);
            out.writeBoolean(raised);
            trail.save(out);
        }

        @Override
        public void load(DataInput in) throws IOException {
            for (int i = 0; i < recentIds.length; i++) {
                recentIds[i] = in.readLong();
            }
            startedAt = in.readLong();
            visited = in.readInt();
            steps = in.readInt();
            answered = in.readInt();
            raised = in.readBoolean();
            trail.load(in);
        }
    }
}
