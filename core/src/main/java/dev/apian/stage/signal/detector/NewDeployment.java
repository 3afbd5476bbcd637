// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.NetworkKind;
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
import dev.apian.stage.signal.Wording;
import dev.apian.stage.signal.detector.Deployments.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A machine's credential is used from an operator's network or a country where it never ran.
///
/// Machines do not travel, they are deployed: a move is ordinary, and says nothing by itself. A leaked key differs from
/// a move in that the old place goes on, and in that another program calls.
public final class NewDeployment implements Detector<Deployments> {

    private static final Card CARD = new Card(
            "new-deployment",
            "Runs in a place where it never ran before",
            "Did the application move, or does somebody else have its credential?",
            "A key that leaked is used from another data centre, by another program, beside its owner's.",
            Family.CREDENTIAL,
            Severity.MEDIUM,
            List.of(
                    "Ask the owner of the application whether it was deployed there.",
                    "Compare what is called from the new place with what is called from the old one.",
                    "Rotate the credential when in doubt, and tie it to addresses if they are fixed."),
            List.of(
                    "A second region that is added with a new version of the program.",
                    "A developer who tries a production key on a laptop."),
            List.of(
                    "A thief in the same operator's network and country, as with the large clouds.",
                    "A thief with the same program who waits until the application has moved.",
                    "A thief inside a network that was listed as the company's own.",
                    "The application's first week, when all of its places are new."));

    private final Limits limits;

    public NewDeployment(Limits limits) {
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
        boolean machine = switch (seen.actor().kind()) {
            case SERVICE, APPLICATION -> true;
            case USER, ANONYMOUS -> false;
        };
        boolean ofInterest = machine
                && seen.answered()
                && seen.identified().credential() != null
                && !seen.call().origin().ip().isEmpty();
        return ofInterest ? OptionalLong.of(0) : OptionalLong.empty();
    }

    @Override
    public Deployments freshState() {
        return new Deployments();
    }

    @Override
    public Duration memory() {
        return limits.memory();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, NewDeployment::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.POSITION);
    }

    @Override
    public Optional<Signal> observe(Deployments deployments, Observation seen) {
        deployments.enter(seen);
        Site site = deployments.newest(seen, limits.fresh());
        boolean young = deployments.knownFor(seen).compareTo(limits.young()) < 0;
        if (young || site == null || site.isRaised() || site.calls() < limits.calls()) {
            return Optional.empty();
        }
        Weighing weighing = weigh(deployments, site, seen);
        if (weighing.strength() < limits.least()) {
            return Optional.empty();
        }
        site.raise();
        return Optional.of(signal(deployments, site, weighing, seen));
    }

    private Weighing weigh(Deployments deployments, Site site, Observation seen) {
        Odds odds = limits.odds();
        Weighing weighing = new Weighing(odds.prior());
        boolean knownOperator = deployments.before(site).stream().anyMatch(site::isSameOperator);
        weighing.add(
                knownOperator ? "another country with the same operator" : "an operator never used before",
                knownOperator ? odds.sameOperator() : odds.newOperator());
        boolean sameProgram = deployments.before(site).stream().anyMatch(site::isSameProgram);
        weighing.add(
                sameProgram ? "the same program" : "a program never used before",
                sameProgram ? odds.sameProgram() : odds.newProgram());
        if (deployments.before(site).stream().anyMatch(site::isBesides)) {
            weighing.add("an old place goes on", odds.oldGoesOn());
        }
        if (site.credentials() >= limits.together()) {
            weighing.add("several credentials moved together, as in a deployment", odds.together());
        }
        if (site.kind() == NetworkKind.EGRESS) {
            weighing.add("the company's own network", odds.own());
        }
        boolean hosted = deployments.before(site).stream().anyMatch(one -> one.kind() == NetworkKind.HOSTING);
        if (hosted && site.kind() != NetworkKind.HOSTING) {
            weighing.add("no longer with a hosting provider", odds.leftHosting());
        } else if (!hosted) {
            weighing.add("never ran with a hosting provider", odds.neverHosted());
        }
        double often = deployments.sitesADay(seen, odds.sites()) / odds.sites().rate();
        if (often > 1) {
            weighing.add("its places change often", -StrictMath.log(often));
        }
        return weighing;
    }

    private Signal signal(Deployments deployments, Site site, Weighing weighing, Observation seen) {
        String happened = "%s runs in %s with %s since %s; before, it ran in %s"
                .formatted(
                        seen.actor().name(),
                        site.words(),
                        site.program(),
                        Wording.span(seen.since(site.first())),
                        deployments.wordsBefore(site));
        String usual = "a deployment moves from one place to another with its program; " + weighing.words();
        return site.trail()
                .signal(
                        CARD,
                        seen,
                        weighing.strength(),
                        happened,
                        usual,
                        new Evidence("calls from the new place", site.calls(), 0, "calls", seen.since(site.first())));
    }

    /// When to raise.
    ///
    /// @param odds     what the circumstances say
    public record Limits(
            @Tunable(least = "1", most = "1000", unit = "calls", because = "one stray record proves nothing")
            int calls,

            @Tunable(least = "1h", most = "14d", because = "for so long a place is new")
            Duration fresh,

            @Tunable(least = "1d", most = "28d", because = "within its first week all places of an application are new")
            Duration young,

            @Tunable(
                    least = "1",
                    most = "100",
                    unit = "keys",
                    because = "so many keys in one new place are a deployment")
            int together,

            @Tunable(least = "0.05", most = "0.95", because = "likelier a leak than a move")
            double least,

            @Tunable(least = "1d", most = "42d", because = "monthly jobs are seen once a month")
            Duration memory,

            Odds odds) {

        public static final Limits DEFAULT =
                new Limits(3, Duration.ofDays(1), Duration.ofDays(7), 2, 0.5, Duration.ofDays(40), Odds.DEFAULT);
    }

    /// Log odds of circumstances, judged by hand until there is feedback to count.
    ///
    /// @param prior        of new places of applications, one in 20 is a leak
    /// @param newOperator  every second move stays with its operator, thieves rarely do by chance
    /// @param sameOperator a second region
    /// @param newProgram   a move keeps its program in nine cases of ten
    /// @param sameProgram  a thief uses the same program by chance, down to its version
    /// @param oldGoesOn    a move leaves the old place, but a second region does not
    /// @param together     a thief has one key
    /// @param leftHosting  production runs where it is hosted; laptops and VPNs are people
    /// @param neverHosted  a key that people use from where they are
    /// @param own          a colleague tries the key; thieves are rarely inside
    /// @param sites        one new place in 100 days is usual
    record Odds(
            double prior,
            double newOperator,
            double sameOperator,
            double newProgram,
            double sameProgram,
            double oldGoesOn,
            double together,
            double leftHosting,
            double neverHosted,
            double own,
            Deployments.Prior sites) {

        static final Odds DEFAULT =
                new Odds(-3, 0.5, -1, 2.3, -1.5, 1.5, -4, 1, -2.5, -5, new Deployments.Prior(0.1, 10));
    }
}
