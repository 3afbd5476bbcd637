// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.sketch.SeenSet;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Settings;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Tunable;
import dev.apian.stage.signal.Unkept;
import dev.apian.stage.signal.Wording;
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// A consumer gets answers from several endpoints that those like it do not use.
///
/// One novel call is a weak sign, several together are a strong one: the three oddest of a day are weighed by how odd
/// they are among ordinary first uses and by how sensitive the endpoint is, and added up; those of a week as well, with
/// a higher limit. While the peers are not known well enough, what counts is whether others of the same group use it.
/// What nobody used until lately, or what many of a group begin to use within a day, is a release and no violation.
public final class PermissionViolation implements Detector<PermissionViolation.Novelties> {

    private static final Card CARD = new Card(
            "permission-violation",
            "Uses endpoints that people with the same permissions never use",
            "Should these permissions open these endpoints?",
            "An endpoint that forgets to check the role gives every user an administrator's powers.",
            Family.PERMISSION,
            Severity.HIGH,
            List.of(
                    "Call one of the endpoints with a test account of the same role.",
                    "Ask whether the consumer's role was changed lately.",
                    "Look at what the calls changed or returned."),
            List.of(
                    "A new duty of one person, whose role was not changed.",
                    "A feature that one group gets before the others."),
            List.of(
                    "The first three days of a consumer, unless its group is large and the endpoint well used.",
                    "Endpoints that nobody used until three days ago, and those that a twentieth of a group began to "
                            + "use within a day.",
                    "An endpoint that was first tried and refused, then answered.",
                    "Misuse that a second member of the group already made look usual."));

    private static final Set<Label> OPEN_TO_ALL =
            EnumSet.of(Label.SELF, Label.LOGIN, Label.TOKEN, Label.HEALTH, Label.STATIC, Label.UNMATCHED);

    private static final Set<String> KINDS =
            EnumSet.allOf(Actor.Kind.class).stream().map(Actor.Kind::label).collect(Collectors.toUnmodifiableSet());

    private final Limits limits;

    public PermissionViolation(Limits limits) {
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
        boolean novel = seen.profile().firstUse()
                && seen.answered()
                && Collections.disjoint(seen.endpoint().labels(), OPEN_TO_ALL)
                && oddness(seen.profile()) > 0;
        return novel ? OptionalLong.of(0) : OptionalLong.empty();
    }

    /// How odd a first use is, in 0..[Limits#oddnessMax]; one is as odd as one in a hundred.
    private double oddness(Profile profile) {
        Peers peers = profile.peers();
        if (profile.age().compareTo(limits.ageMin()) < 0) {
            Newcomer newcomer = limits.newcomer();
            boolean foreign = !KINDS.contains(peers.group())
                    && peers.members() >= newcomer.membersMin()
                    && peers.users() == 0
                    && peers.everyone() >= newcomer.othersMin();
            return foreign ? 1 : 0;
        }
        if (Double.isNaN(peers.asOdd())) {
            boolean foreign = !KINDS.contains(peers.group())
                    && peers.members() >= limits.membersMin()
                    && peers.users() <= limits.usersMax()
                    && peers.everyone() - peers.users() >= limits.othersMin();
            return foreign ? 1 : 0;
        }
        return limits.oddness(peers.asOdd());
    }

    @Override
    public Novelties freshState() {
        return new Novelties();
    }

    @Override
    public Duration memory() {
        return limits.memory();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, PermissionViolation::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.ROLES);
    }

    @Override
    public Optional<Signal> observe(Novelties novelties, Observation seen) {
        novelties.forgetOlderThan(limits.weeks(), seen);
        double weight = limits.weightOf(seen.endpoint().sensitivity()) * oddness(seen.profile());
        if (!novelties.add(seen, weight)) {
            return Optional.empty();
        }
        List<Novelty> today = novelties.oddest(limits, limits.window(), seen);
        List<Novelty> lately = novelties.oddest(limits, limits.weeks(), seen);
        if (weight(today) >= limits.weight()) {
            return Optional.of(raise(novelties, today, weight(today) - limits.weight(), seen));
        }
        if (weight(lately) >= limits.weightOfWeeks()) {
            return Optional.of(raise(novelties, lately, weight(lately) - limits.weightOfWeeks(), seen));
        }
        return Optional.empty();
    }

    private static double weight(List<Novelty> some) {
        return some.stream().mapToDouble(Novelty::weight).sum();
    }

    private Signal raise(Novelties novelties, List<Novelty> oddest, double more, Observation seen) {
        Signal signal = signal(oddest, more, seen);
        novelties.all.clear();
        return signal;
    }

    private Signal signal(List<Novelty> all, double more, Observation seen) {
        List<String> endpoints = all.stream().map(Novelty::endpoint).toList();
        Peers peers = seen.profile().peers();
        int users =
                all.stream().mapToInt(novelty -> novelty.peers().users()).max().orElse(0);
        int everyone = all.stream()
                .mapToInt(novelty -> novelty.peers().everyone())
                .min()
                .orElse(0);
        String happened = "%s used %s for the first time within %s: %s"
                .formatted(
                        seen.actor().name(),
                        Wording.count(all.size(), "endpoint") + " foreign to its permissions",
                        Wording.span(seen.since(all.getFirst().micros())),
                        String.join(", ", endpoints));
        String usual = all.stream().allMatch(Novelty::isExplained) ? Novelty.usual(all) : usual(peers, users, everyone);
        List<Evidence> evidence = new ArrayList<>(List.of(
                new Evidence("endpoints foreign to its permissions", all.size(), 0, "endpoints", limits.window()),
                new Evidence("peers who use one of them", users, peers.members(), "consumers", WEEKS)));
        all.stream().filter(Novelty::isExplained).map(Novelty::evidence).forEach(evidence::addAll);
        double strength = 0.95 - 0.3 * StrictMath.exp(-more / 2);
        return new Signal(
                CARD,
                seen.micros(),
                all.getFirst().micros(),
                seen.call().id(),
                seen.actor(),
                strength,
                happened,
                usual,
                evidence,
                Involved.in(seen).withEndpoints(endpoints),
                all.stream().map(Novelty::callId).toList());
    }

    private static String usual(Peers peers, int users, int everyone) {
        return "of %s %s \"%s\" %s used any of them in the last weeks, at least %s with others did"
                .formatted(
                        Wording.count(peers.members(), "consumer"),
                        KINDS.contains(peers.group()) ? "of the kind" : "with the permissions",
                        peers.group(),
                        users == 0 ? "none" : "at most " + users,
                        Wording.number(everyone));
    }

    /// How long the population remembers a use, at least.
    private static final Duration WEEKS = Duration.ofDays(14);

    /// When to raise.
    ///
    /// @param newcomer      what makes up for not knowing the actor
    public record Limits(
            @Tunable(least = "1h", most = "7d", because = "novelties of a day belong together")
            Duration window,

            @Tunable(
                    least = "0.5",
                    most = "20",
                    because = "three ordinary novelties as odd as one in a hundred, or two sensitive ones")
            double weight,

            @Tunable(least = "1d", most = "28d", because = "who takes one thing a day is as guilty")
            Duration weeks,

            @Tunable(least = "0.5", most = "40", because = "a week holds more novelties than a day")
            double weightOfWeeks,

            @Tunable(
                    least = "1",
                    most = "16",
                    unit = "novelties",
                    because = "so many count: the sum of more grows with how busy somebody is")
            int strongest,

            @Tunable(least = "0.1", most = "5", because = "one first use in ten is nothing special")
            double oddnessMin,

            @Tunable(least = "0.5", most = "5", because = "beyond one in a hundred thousand the calibration is a guess")
            double oddnessMax,

            @Tunable(least = "0.1", most = "10", because = "what an ordinary endpoint counts")
            double weightLow,

            @Tunable(least = "0.1", most = "10", because = "two payments or deletions are as telling as three reads")
            double weightMedium,

            @Tunable(
                    least = "0.1",
                    most = "10",
                    because = "administration and exports are what a misuse of roles is after")
            double weightHigh,

            @Tunable(
                    least = "2",
                    most = "10000",
                    unit = "consumers",
                    because = "so many peers that \"nobody uses it\" means something")
            int membersMin,

            @Tunable(least = "0", most = "100", unit = "consumers", because = "one peer may have done the same before")
            int usersMax,

            @Tunable(
                    least = "1",
                    most = "1000",
                    unit = "consumers",
                    because = "a small team of administrators; fewer, and the endpoint may be new to everybody")
            int othersMin,

            @Tunable(least = "1h", most = "28d", because = "in the first days even usual work is new to us")
            Duration ageMin,

            Newcomer newcomer,

            @Tunable(least = "1d", most = "42d", because = "an endpoint counted once does not count again for so long")
            Duration memory) {

        public static final Limits DEFAULT = new Limits(
                Duration.ofDays(1),
                3,
                Duration.ofDays(7),
                4,
                3,
                0.5,
                2.5,
                1,
                1.5,
                2,
                8,
                1,
                3,
                Duration.ofDays(3),
                Newcomer.DEFAULT,
                Duration.ofDays(28));

        /// With other limits for the weight of a day and of a week.
        public Limits raisingAt(double ofDay, double ofWeek) {
            return new Limits(
                    window,
                    ofDay,
                    weeks,
                    ofWeek,
                    strongest,
                    oddnessMin,
                    oddnessMax,
                    weightLow,
                    weightMedium,
                    weightHigh,
                    membersMin,
                    usersMax,
                    othersMin,
                    ageMin,
                    newcomer,
                    memory);
        }

        /// One for a first use as odd as one in a hundred, a half for one in ten, none for less.
        ///
        /// @param share of first uses that are as odd, in (0, 1]
        public double oddness(double share) {
            double oddness = -StrictMath.log10(share) / 2;
            return oddness < oddnessMin ? 0 : Math.min(oddness, oddnessMax);
        }

        /// What an endpoint counts.
        public double weightOf(Endpoint.Sensitivity sensitivity) {
            return switch (sensitivity) {
                case LOW -> weightLow;
                case MEDIUM -> weightMedium;
                case HIGH -> weightHigh;
            };
        }
    }

    /// The endpoints foreign to one actor's group that it used lately.
    static final class Novelties implements State {

        /// The newest count; the weights reach the limit long before this.
        private static final int LATELY_MAX = 16;

        private static final int COUNTED_MAX = 256;

        private final List<Novelty> all = new ArrayList<>(3);
        private final SeenSet counted = new SeenSet(COUNTED_MAX);

        private void forgetOlderThan(Duration window, Observation seen) {
            all.removeIf(novelty -> seen.since(novelty.micros()).compareTo(window) > 0);
        }

        /// False if the endpoint was counted before: a full profile forgets endpoints, and finds them new
        /// again.
        private boolean add(Observation seen, double weight) {
            Endpoint endpoint = seen.endpoint();
            if (counted.codeOf(endpoint.id()) >= 0) {
                return false;
            }
            if (all.size() == LATELY_MAX) {
                all.removeFirst();
            }
            counted.add(endpoint.id(), 0);
            all.add(Novelty.of(seen, weight));
            return true;
        }

        /// The oddest of the time before a call, in the order of time.
        private List<Novelty> oddest(Limits limits, Duration time, Observation seen) {
            return all.stream()
                    .filter(novelty -> seen.since(novelty.micros()).compareTo(time) <= 0)
                    .sorted(Comparator.comparingDouble(Novelty::weight)
                            .reversed()
                            .thenComparing(Novelty::micros, Comparator.reverseOrder()))
                    .limit(limits.strongest())
                    .sorted(Comparator.comparingLong(Novelty::micros))
                    .toList();
        }

        @Override
        public void save(DataOutput out) throws IOException {
            counted.save(out);
            out.writeInt(all.size());
            for (Novelty novelty : all) {
                novelty.save(out);
            }
        }

        @Override
        public void load(DataInput in) throws IOException {
            counted.load(in);
            all.clear();
            for (int left = in.readInt(); left > 0; left--) {
                all.add(Novelty.read(in));
            }
        }
    }
}
