// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Involved;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Wording;
import dev.apian.stage.signal.detector.Places.Place;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One consumer is in two places so far apart that nobody travels between them in that time.
///
/// Every answered call is looked at, not only logins, and compared with the last few places, not only the
/// last one: a thief and the owner take turns. VPNs, phones and travel are likelihood, not filters: they
/// lower the strength, and what falls under a limit stays quiet.
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
                    "A thief within 500 km, or with the same device in a country familiar for the user.",
                    "A thief with the same device behind a hosting provider.",
                    "Anonymous consumers: they are known by their place."));

    /// In the operators' names of VPNs, relays, proxies and hosting.
    private static final List<String> RELAY_WORDS = List.of(
            "vpn",
            "hosting",
            "proxy",
            "relay",
            "cloud",
            "datacenter",
            "datacamp",
            "m247",
            "amazon",
            "google",
            "microsoft",
            "digitalocean",
            "ovh",
            "hetzner",
            "linode",
            "akamai",
            "fastly",
            "leaseweb",
            "zscaler",
            "netskope");

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
        boolean ofInterest = seen.actor().kind() != Actor.Kind.ANONYMOUS
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
    public Optional<Signal> observe(Places places, Observation seen) {
        boolean moved = places.enter(seen, limits.sameKilometres(), limits.recent());
        Place here = places.here();
        if (!moved && here.calls != limits.calls() || here.calls < limits.calls()) {
            return Optional.empty();
        }
        Place there = farthestReach(places, here, seen);
        if (there == null) {
            return Optional.empty();
        }
        Place odd = here.countryKnown.compareTo(there.countryKnown) < 0
                        || here.countryKnown.equals(there.countryKnown)
                                && here.networkKnown.compareTo(there.networkKnown) <= 0
                ? here
                : there;
        double strength = strength(places, there, odd, seen);
        if (strength < least(seen.actor().kind()) || isSilent(places, odd, strength, seen)) {
            return Optional.empty();
        }
        places.raised(odd.origin.country(), seen.micros(), strength);
        return Optional.of(signal(here, there, strength, seen));
    }

    /// The place that would have taken the fastest journey, null if all could have been reached.
    private @Nullable Place farthestReach(Places places, Place here, Observation seen) {
        Place fastest = null;
        double speed = limits.kilometresPerHour();
        for (Place there : places.others()) {
            boolean comparable = there.calls >= limits.calls()
                    && (seen.actor().kind() == Actor.Kind.USER || there.credential.equals(here.credential));
            double distance = comparable ? here.origin.kilometresTo(there.origin) : 0;
            if (distance >= limits.kilometres() && distance / hours(here, there) > speed) {
                speed = distance / hours(here, there);
                fastest = there;
            }
        }
        return fastest;
    }

    private static double hours(Place here, Place there) {
        return Math.max(1_000_000L, here.arrived - there.last) / 3.6e9;
    }

    private double strength(Places places, Place there, Place odd, Observation seen) {
        Place here = places.here();
        boolean sameDevice = here.device.equals(there.device);
        boolean newcomer = seen.profile().age().compareTo(limits.familiar()) < 0;
        boolean newDevice = !newcomer && odd.deviceKnown.compareTo(limits.fresh()) < 0;
        boolean newNetwork = !newcomer && odd.networkKnown.compareTo(limits.fresh()) < 0;
        boolean familiar = here.countryKnown.compareTo(limits.familiar()) >= 0
                && there.countryKnown.compareTo(limits.familiar()) >= 0;
        Odds odds = limits.odds();
        double strength = odds.start();
        strength += sameDevice ? odds.sameDevice() : newDevice ? odds.newDevice() : odds.otherKnownDevice();
        strength += newNetwork ? odds.newNetwork() : 0;
        strength += newcomer ? odds.newcomer() : 0;
        strength += familiar ? odds.familiarCountries() : 0;
        strength += sameDevice && (isRelay(here) || isRelay(there)) ? odds.relay() : 0;
        strength += sameDevice && places.overlaps(there) ? odds.overlap() : 0;
        strength += seen.actor().kind() == Actor.Kind.USER ? 0 : odds.machine();
        return Math.min(0.95, strength);
    }

    private double least(Actor.Kind kind) {
        return kind == Actor.Kind.USER ? limits.least() : limits.leastOfMachines();
    }

    private static boolean isRelay(Place place) {
        String operator = place.origin.operator().toLowerCase(Locale.ROOT);
        return RELAY_WORDS.stream().anyMatch(operator::contains);
    }

    private boolean isSilent(Places places, Place odd, double strength, Observation seen) {
        boolean saidLately = places.raisedWithin(limits.silence(), seen)
                || places.raisedFor(odd.origin.country()) && places.raisedWithin(limits.silenceSameCountry(), seen);
        return saidLately && places.raisedAsStrong(strength);
    }

    private Signal signal(Place here, Place there, double strength, Observation seen) {
        double distance = here.origin.kilometresTo(there.origin);
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
        String usual = "no journey is faster than %s km/h; it is known in %s %s and in %s %s"
                .formatted(
                        Wording.number(Math.round(limits.kilometresPerHour())),
                        there.country(),
                        since(there.countryKnown),
                        here.country(),
                        since(here.countryKnown));
        Involved involved = Involved.in(seen)
                .withAddresses(List.of(there.origin.ip()))
                .plus(new Involved(List.of(), List.of(there.credential), List.of(), List.of(), List.of()));
        return new Signal(
                CARD,
                seen.micros(),
                Math.min(there.last, here.arrived),
                seen.call().id(),
                seen.actor(),
                strength,
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
    /// @param kilometresPerHour a passenger aircraft
    /// @param kilometres        databases of addresses err by less
    /// @param sameKilometres    one town: address databases move a household about within it
    /// @param calls             one stray record proves nothing
    /// @param recent            farther back every place on earth could have been reached
    /// @param familiar          a place that the user has come from for a week
    /// @param fresh             what was first seen today
    /// @param least             under this a signal would mostly be a VPN
    /// @param leastOfMachines   an application in a second region is raised, but weakly
    /// @param silence           one signal a day for one actor
    /// @param silenceSameCountry until the country has become familiar
    /// @param odds              what the circumstances add
    public record Limits(
            double kilometresPerHour,
            double kilometres,
            double sameKilometres,
            int calls,
            Duration recent,
            Duration familiar,
            Duration fresh,
            double least,
            double leastOfMachines,
            Duration silence,
            Duration silenceSameCountry,
            Odds odds) {

        public static final Limits DEFAULT = new Limits(
                900,
                500,
                50,
                2,
                Duration.ofDays(1),
                Duration.ofDays(7),
                Duration.ofDays(1),
                0.4,
                0.3,
                Duration.ofDays(1),
                Duration.ofDays(7),
                Odds.DEFAULT);
    }

    /// What circumstances add to the strength. Judged by hand from published practice, to be replaced by
    /// counts.
    ///
    /// @param start             two places at once, nothing else known
    /// @param sameDevice        often a VPN; a thief rarely copies the device
    /// @param newDevice         another device, first seen today
    /// @param otherKnownDevice  another device of the same person, such as a roaming phone
    /// @param newNetwork        the odd place's network was first seen today
    /// @param newcomer          the user is known for less than a week: a VPN may just not be known yet
    /// @param overlap           the same device, but two sessions with tokens of their own take turns
    /// @param familiarCountries both countries are familiar: the person has a VPN, a proxy, or a second home
    /// @param relay             the same device, and an operator that runs VPNs or servers
    /// @param machine           applications run in several places
    public record Odds(
            double start,
            double sameDevice,
            double newDevice,
            double otherKnownDevice,
            double newNetwork,
            double newcomer,
            double overlap,
            double familiarCountries,
            double relay,
            double machine) {

        public static final Odds DEFAULT = new Odds(0.6, -0.2, 0.2, -0.15, 0.05, -0.25, 0.25, -0.4, -0.25, -0.25);
    }
}
