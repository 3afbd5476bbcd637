// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.identity.Actor;
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
import dev.apian.stage.signal.detector.Places.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// One person is in two places so far apart that nobody travels between them in that time, or at home and behind a VPN
/// with another device.
///
/// Every answered call is looked at, not only logins, and compared with the last few places, not only the last one: a
/// thief and the owner take turns. VPNs, phones and travel are likelihood, not filters: behind a VPN the distance says
/// nothing, but the device, the new network and the turns still do. Machines run where they are deployed, see
/// `new-deployment`.
public final class ImpossibleTravel implements Detector<Places> {

    private static final Card CARD = new Card(
            "impossible-travel",
            "Is in two places that nobody can travel between in that time",
            "Is the other place a VPN or a phone of the same person, or somebody else?",
            "A credential used from two places at once has usually been stolen or handed on.",
            Family.CREDENTIAL,
            Severity.HIGH,
            List.of(
                    "Compare devices and calls at both places.",
                    "Ask the person whether they use a VPN or were abroad.",
                    "Revoke the credential when in doubt."),
            List.of(
                    "A VPN or relay whose operator's name does not tell.",
                    "A phone that roams through its home country, beside a laptop abroad.",
                    "A company's proxy in another country, in its first week."),
            List.of(
                    "Addresses whose country is known, but not their coordinates.",
                    "A thief within 500 km and behind no VPN, or with the same device in a familiar country.",
                    "A thief with the same device behind a VPN or a hosting provider.",
                    "A thief inside a network that was listed as the company's own, or elsewhere and behind no VPN"
                            + " while its owner is only seen inside it.",
                    "Machines, see new-deployment, and anonymous consumers, who are known by their place."));

    private final Limits limits;

    public ImpossibleTravel(Limits limits) {
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
        boolean ofInterest = seen.actor().kind() == Actor.Kind.USER
                && seen.answered()
                && seen.call().origin().isPlaced();
        return ofInterest ? OptionalLong.of(0) : OptionalLong.empty();
    }

    @Override
    public Places freshState() {
        return new Places();
    }

    @Override
    public Duration memory() {
        return limits.silenceSameCountry();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, ImpossibleTravel::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.POSITION, Unkept.CREDENTIALS);
    }

    @Override
    public Optional<Signal> observe(Places places, Observation seen) {
        boolean moved = places.enter(seen, limits.sameKilometres(), limits.recent());
        Place here = places.here();
        if (!moved && here.calls != limits.calls() || here.calls < limits.calls()) {
            return Optional.empty();
        }
        Suspicion strongest = null;
        for (Place there : places.others()) {
            if (there.calls >= limits.calls() && isOdd(places, there)) {
                Suspicion suspicion = weigh(places, there, seen);
                strongest = strongest == null || suspicion.strength() > strongest.strength() ? suspicion : strongest;
            }
        }
        if (strongest == null
                || strongest.strength() < limits.least()
                || isSilent(places, strongest.odd, strongest.strength(), seen)) {
            return Optional.empty();
        }
        places.raised(strongest.odd.origin.country(), seen.micros(), strongest.strength());
        return Optional.of(signal(here, strongest, seen));
    }

    /// @param odd the one of the two places that is less the user's own
    private record Suspicion(Place there, Place odd, Weighing weighing) {
        double strength() {
            return weighing.strength();
        }
    }

    /// Whether the two places need an explanation at all: too far for the time, or at once and one of them hidden. Who
    /// comes out of the company's own network may be anywhere.
    private boolean isOdd(Places places, Place there) {
        Place here = places.here();
        boolean hidden = hidesPlace(here) || hidesPlace(there);
        boolean atOnce = here.arrived - there.last <= limits.atOnce().toMillis() * 1_000;
        return isTooFar(here, there) || hidden && atOnce && !here.isSameDevice(there);
    }

    /// How far from the company's own way out says nothing: colleagues come out of it from anywhere.
    private boolean isTooFar(Place here, Place there) {
        if (here.isEgress() || there.isEgress()) {
            return false;
        }
        double distance = here.origin.apartKm(there.origin);
        return distance >= limits.kilometres() && distance / hours(here, there) > limits.kilometresPerHour();
    }

    private static double hours(Place here, Place there) {
        return Math.max(1_000_000L, here.arrived - there.last) / 3.6e9;
    }

    private static boolean hidesPlace(Place place) {
        return place.origin.likelyKind().hidesPlace();
    }

    private Suspicion weigh(Places places, Place there, Observation seen) {
        Odds odds = limits.odds();
        Place here = places.here();
        Place odd = lessKnown(here, there);
        Weighing weighing = new Weighing(odds.prior());
        if (isTooFar(here, there)) {
            distance(weighing, here, there);
        }
        boolean newcomer = seen.profile().age().compareTo(limits.familiar()) < 0;
        if (newcomer) {
            weighing.add("known for less than a week", odds.newcomer());
        }
        device(weighing, here, there, odd, newcomer);
        network(weighing, here, there, odd, newcomer);
        if (places.takesTurnsWith(there)) {
            boolean own = places.hasOtherToken(there);
            boolean sameDevice = here.isSameDevice(there);
            weighing.add(
                    own ? "both take turns, each with a session of its own" : "both take turns with one token",
                    own ? odds.turns() : sameDevice ? 0 : odds.turnsWithOneToken());
        }
        if (here.countryKnown.compareTo(limits.familiar()) >= 0
                && there.countryKnown.compareTo(limits.familiar()) >= 0) {
            weighing.add("both countries known for a week", odds.familiarCountries());
        }
        if (places.progresses()) {
            weighing.add("places that lead on and on, like a journey", odds.journey());
        }
        return new Suspicion(there, odd, weighing);
    }

    private static Place lessKnown(Place here, Place there) {
        int country = here.countryKnown.compareTo(there.countryKnown);
        return country < 0 || country == 0 && here.networkKnown.compareTo(there.networkKnown) <= 0 ? here : there;
    }

    private void distance(Weighing weighing, Place here, Place there) {
        Odds odds = limits.odds();
        NetworkKind one = here.origin.likelyKind();
        NetworkKind other = there.origin.likelyKind();
        if (one.hidesPlace() || other.hidesPlace()) {
            weighing.add(
                    "too far apart, but %s hides where one is".formatted((one.hidesPlace() ? one : other).text()),
                    odds.farButHidden());
        } else if (one == NetworkKind.MOBILE || other == NetworkKind.MOBILE) {
            weighing.add("too far apart, though phones roam through gateways", odds.farButMobile());
        } else {
            weighing.add("too far apart", odds.far());
        }
    }

    private void device(Weighing weighing, Place here, Place there, Place odd, boolean newcomer) {
        Odds odds = limits.odds();
        if (here.isSameDevice(there)) {
            weighing.add("the same device", odds.sameDevice());
            if (hidesPlace(here) || hidesPlace(there)) {
                weighing.add("the same device behind a VPN, a relay or a host", odds.sameDeviceHidden());
            }
        } else if (here.device.equals(there.device)) {
            weighing.add("the same sort of device in another version", odds.otherVersion());
        } else if (odd.deviceKnown.compareTo(limits.fresh()) >= 0) {
            weighing.add("another device of the same person", odds.otherKnownDevice());
        } else if (!newcomer) {
            weighing.add("a device first seen today", odds.newDevice());
        }
    }

    private void network(Weighing weighing, Place here, Place there, Place odd, boolean newcomer) {
        Odds odds = limits.odds();
        if (odd.networkKnown.compareTo(limits.fresh()) >= 0) {
            weighing.add("a network known for a day", odds.knownNetwork());
        } else if (!newcomer) {
            weighing.add("a network first seen today", odds.newNetwork());
            if (hidesPlace(odd) && !here.isSameDevice(there)) {
                weighing.add("out of %s".formatted(odd.origin.likelyKind().text()), odds.newHidden());
            }
        }
    }

    private boolean isSilent(Places places, Place odd, double strength, Observation seen) {
        boolean saidLately = places.raisedWithin(limits.silence(), seen)
                || places.raisedFor(odd.origin.country()) && places.raisedWithin(limits.silenceSameCountry(), seen);
        return saidLately && places.raisedAsStrong(strength);
    }

    private Signal signal(Place here, Suspicion suspicion, Observation seen) {
        Place there = suspicion.there;
        double distance = here.origin.apartKm(there.origin);
        boolean atOnce = here.arrived - there.last < 60_000_000;
        Duration gap = seen.since(there.last).minus(seen.since(here.arrived));
        String happened = "%s called from %s (%s) and %s from %s (%s), %s km apart"
                .formatted(
                        seen.actor().name(),
                        there.words(),
                        there.device,
                        atOnce ? "at the same time" : Wording.span(gap) + " later",
                        here.words(),
                        here.device,
                        Wording.number(Math.round(distance)));
        String usual = "no journey is faster than %s km/h; it is known in %s %s and in %s %s; %s"
                .formatted(
                        Wording.number(Math.round(limits.kilometresPerHour())),
                        there.country(),
                        since(there.countryKnown),
                        here.country(),
                        since(here.countryKnown),
                        suspicion.weighing.words());
        Involved involved = Involved.in(seen)
                .withAddresses(List.of(there.origin.ip()))
                .plus(new Involved(List.of(), List.of(there.credential), List.of(), List.of(), List.of()));
        return new Signal(
                CARD,
                seen.micros(),
                Math.min(there.last, here.arrived),
                seen.call().id(),
                seen.actor(),
                suspicion.strength(),
                happened,
                usual,
                List.of(
                        new Evidence("distance between the places", distance, limits.kilometres(), "km", gap),
                        new Evidence(
                                "speed needed",
                                distance / hours(here, there),
                                limits.kilometresPerHour(),
                                "km/h",
                                gap)),
                involved,
                Stream.of(there.callId, here.callId, seen.call().id())
                        .distinct()
                        .toList());
    }

    private static String since(Duration known) {
        return known.compareTo(Duration.ofHours(1)) < 0 ? "only now" : "for " + Wording.span(known);
    }

    /// When to raise.
    ///
    /// @param odds              what the circumstances say
    public record Limits(
            @Tunable(least = "100", most = "40000", unit = "km/h", because = "a passenger aircraft")
            double kilometresPerHour,

            @Tunable(least = "50", most = "20000", unit = "km", because = "databases of addresses err by less")
            double kilometres,

            @Tunable(
                    least = "1",
                    most = "500",
                    unit = "km",
                    because = "one town: address databases move a household about within it")
            double sameKilometres,

            @Tunable(least = "1", most = "100", unit = "calls", because = "one stray record proves nothing")
            int calls,

            @Tunable(least = "1h", most = "7d", because = "farther back every place on earth could have been reached")
            Duration recent,

            @Tunable(least = "1m", most = "6h", because = "two devices at work within a quarter of an hour")
            Duration atOnce,

            @Tunable(least = "1d", most = "28d", because = "a place that the user has come from for a week")
            Duration familiar,

            @Tunable(least = "1h", most = "7d", because = "what was first seen today")
            Duration fresh,

            @Tunable(least = "0.05", most = "0.95", because = "under this a signal would mostly be a VPN")
            double least,

            @Tunable(least = "1h", most = "7d", because = "one signal a day for one actor")
            Duration silence,

            @Tunable(least = "1h", most = "28d", because = "until the country has become familiar")
            Duration silenceSameCountry,

            Odds odds) {

        public static final Limits DEFAULT = new Limits(
                900,
                500,
                50,
                2,
                Duration.ofDays(1),
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                Duration.ofDays(1),
                0.4,
                Duration.ofDays(1),
                Duration.ofDays(7),
                Odds.DEFAULT);
    }

    /// Log odds of circumstances, judged by hand from published practice until there is feedback to count.
    ///
    /// @param prior             of days on which a person is in two places, one in 400 is a thief's
    /// @param far               only VPNs and databases that nobody knows to be wrong explain it: one in 400 days
    /// @param farButMobile      phones that roam come out at home, whole countries away
    /// @param farButHidden      behind a VPN everybody is far away
    /// @param sameDevice        one thief in eight copies the device, or happens to have it
    /// @param sameDeviceHidden  it is the person who has a VPN
    /// @param newDevice         a thief's is new; a person has a new one once in a few months, but abroad
    /// @param otherVersion      an update comes once and goes on; two versions at a time are two devices
    /// @param otherKnownDevice  such as a roaming phone
    /// @param newNetwork        a thief's is new; so are a traveller's
    /// @param knownNetwork      thieves are rarely in a network of their victim
    /// @param newHidden         a new device out of a VPN: thieves hide, people sign in from where they are
    /// @param turns             two sessions go on at once: two people, or two devices of one
    /// @param turnsWithOneToken tokens live on one device
    /// @param familiarCountries the person has a second home, a company's proxy or a VPN there
    /// @param journey           as addresses on a train or aircraft are told late
    /// @param newcomer          a VPN may just not be known yet
    record Odds(
            double prior,
            double far,
            double farButMobile,
            double farButHidden,
            double sameDevice,
            double sameDeviceHidden,
            double newDevice,
            double otherVersion,
            double otherKnownDevice,
            double newNetwork,
            double knownNetwork,
            double newHidden,
            double turns,
            double turnsWithOneToken,
            double familiarCountries,
            double journey,
            double newcomer) {

        static final Odds DEFAULT = new Odds(-6, 6, 5, 0.5, -2, -4, 2.5, 1, -1.2, 1, -2, 2, 2, 3, -1.5, -1.5, -2.5);
    }
}
