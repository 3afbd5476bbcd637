// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.Facet;
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
import dev.apian.stage.signal.detector.Sides.Side;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One credential is used from several networks at once: A, B, A, B within minutes.
///
/// A phone that leaves the Wi-Fi goes over once, with the same device, and a client with IPv4 and IPv6 alternates on
/// one device. A stolen or lent credential alternates between different devices. How much a number of changes says
/// depends on how often this consumer changes anyway; the rest is circumstances, none of which decides alone.
public final class TokenSharing implements Detector<Sides> {

    private static final Card CARD = new Card(
            "token-sharing",
            "One credential is used from several networks at once",
            "Are there two people, or two machines, behind this credential?",
            "A token that works elsewhere was stolen or passed on; whoever has it is its owner to the API.",
            Family.CREDENTIAL,
            Severity.HIGH,
            List.of(
                    "Compare what the devices do: one may read what the other never did.",
                    "Revoke the credential, and see who signs in again.",
                    "Bind tokens to the client (DPoP, mutual TLS) where that is possible."),
            List.of(
                    "A server that starts to call with its users' tokens, on its first day.",
                    "A key that moves to new machines, while the old ones still run."),
            List.of(
                    "A thief in the same network, or with the same version of everything who calls only now and then.",
                    "A thief who waits until the owner is gone; see impossible-travel.",
                    "Sharing that has gone on for days: its networks are familiar by now.",
                    "A thief inside a network that was listed as the company's own.",
                    "Credentials that the record does not show, such as only a subject."));

    private static final Set<Facet.Kind> CREDENTIALS =
            EnumSet.of(Facet.Kind.ACCESS_TOKEN, Facet.Kind.SESSION, Facet.Kind.API_KEY, Facet.Kind.CERTIFICATE);

    private final Limits limits;

    public TokenSharing(Limits limits) {
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
        boolean ofInterest = seen.answered() && !seen.call().origin().ip().isEmpty() && credentialOf(seen) != null;
        return ofInterest ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static @Nullable Facet credentialOf(Observation seen) {
        List<Facet> presented = seen.call().presented();
        for (int i = 0; i < presented.size(); i++) {
            if (CREDENTIALS.contains(presented.get(i).kind())) {
                return presented.get(i);
            }
        }
        return null;
    }

    @Override
    public Sides freshState() {
        return new Sides();
    }

    @Override
    public Duration memory() {
        return limits.memory();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, TokenSharing::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.CREDENTIALS, Unkept.NETWORKS);
    }

    @Override
    public Optional<Signal> observe(Sides sides, Observation seen) {
        Facet credential = credentialOf(seen);
        if (credential == null || !sides.enter(seen, credential, limits.window())) {
            return Optional.empty();
        }
        Finding devices = weigh(sides, seen, credential, true);
        Finding networks = weigh(sides, seen, credential, false);
        Finding finding = devices.strength() >= networks.strength() ? devices : networks;
        if (finding.strength() < limits.least() || sides.raisedWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        sides.raised(seen.micros());
        return Optional.of(signal(sides, seen, credential, finding));
    }

    private record Finding(boolean devices, int changes, double usually, Weighing weighing) {
        double strength() {
            return weighing.strength();
        }
    }

    private Finding weigh(Sides sides, Observation seen, Facet credential, boolean devices) {
        Odds odds = limits.odds();
        int changes = sides.changes(credential, devices);
        Flips usually = sides.usually(devices);
        boolean personal = isPersonal(credential);
        Flips.Prior prior = !personal ? odds.machines() : devices ? odds.devices() : odds.networks();
        Weighing weighing = new Weighing(odds.prior());
        if (changes == 0) {
            return new Finding(devices, 0, 0, weighing);
        }
        List<Side> all = sides.all(credential);
        weighing.add(
                "%s, while it has any in %s of its quarters of an hour"
                        .formatted(Wording.count(changes, "change"), Wording.percent(usually.share(prior))),
                Math.min(odds.changesMost(), usually.logRatio(changes, prior)));
        familiarity(weighing, seen, all, devices);
        if (!personal) {
            weighing.add("keys are used by teams and on several machines", odds.keyOfMany());
        }
        if (all.stream().map(Side::country).distinct().count() > 1) {
            weighing.add("two countries", odds.countries());
        }
        if (!devices) {
            weighing.add("the same device", odds.sameDevice());
            if (all.stream().map(Side::network).distinct().count() <= 2) {
                weighing.add("two networks, as a Wi-Fi and a phone are", odds.twoNetworks());
            }
            if (all.stream()
                    .anyMatch(side ->
                            side.kind() == NetworkKind.MOBILE || side.kind().hidesPlace())) {
                weighing.add("a mobile network, a VPN or a relay among them", odds.oneDeviceOnTheMove());
            } else if (all.stream().anyMatch(Side::isEgress)) {
                weighing.add("the company's own way out among them", odds.oneDeviceOnTheMove());
            }
        }
        return new Finding(devices, changes, usually.share(prior), weighing);
    }

    /// The company's own network is nobody's new one: a colleague may come out of it on any day.
    private void familiarity(Weighing weighing, Observation seen, List<Side> all, boolean devices) {
        Odds odds = limits.odds();
        if (seen.profile().age().compareTo(limits.familiar()) < 0) {
            weighing.add("first seen today", odds.newcomer());
            return;
        }
        boolean newNetwork = all.stream()
                .anyMatch(side -> !side.isEgress() && side.networkKnown().compareTo(limits.familiar()) < 0);
        boolean newDevice = all.stream().anyMatch(side -> side.deviceKnown().compareTo(limits.familiar()) < 0);
        weighing.add(
                newNetwork ? "a network first seen today" : "networks known for a day",
                newNetwork ? odds.newNetwork() : odds.knownNetworks());
        if (devices) {
            weighing.add(
                    newDevice ? "a device first seen today" : "devices known for a day",
                    newDevice ? odds.newDevice() : odds.knownDevices());
        }
    }

    /// Tokens and sessions live on one device, keys and certificates on as many machines as there are.
    private static boolean isPersonal(Facet credential) {
        return credential.kind() == Facet.Kind.ACCESS_TOKEN || credential.kind() == Facet.Kind.SESSION;
    }

    private Signal signal(Sides sides, Observation seen, Facet credential, Finding finding) {
        List<Side> all = sides.all(credential);
        long networks = all.stream().map(Side::network).distinct().count();
        String happened = "%s %s of %s went back and forth %s between %s within %s: %s"
                .formatted(
                        credential.kind().label().replace('_', ' '),
                        credential.value(),
                        seen.actor().name(),
                        Wording.count(finding.changes(), "time"),
                        Wording.count(networks, "network"),
                        Wording.span(seen.since(sides.first())),
                        all.stream().map(Side::words).collect(Collectors.joining("; ")));
        String usual = (finding.devices()
                        ? "a phone that changes networks goes over once or twice and stays the same device; "
                        : "one device alternates between addresses of its network, or a Wi-Fi and a phone; ")
                + finding.weighing().words();
        return sides.signal(
                CARD,
                seen,
                finding.strength(),
                happened,
                usual,
                new Evidence(
                        finding.devices() ? "changes to another device elsewhere" : "changes of network",
                        finding.changes(),
                        finding.usually(),
                        "changes",
                        limits.window()),
                new Evidence("networks", networks, 1, "networks", limits.window()));
    }

    /// When to raise.
    ///
    /// @param odds     what the circumstances say
    public record Limits(
            @Tunable(least = "1m", most = "6h", because = "both are at work at the same time")
            Duration window,

            @Tunable(least = "1h", most = "28d", because = "a network seen for a day is one of the actor's own")
            Duration familiar,

            @Tunable(
                    least = "0.05",
                    most = "0.95",
                    because = "likelier somebody else than not: a weaker signal would silence the sure one after it")
            double least,

            @Tunable(least = "1h", most = "7d", because = "one signal a day for a consumer")
            Duration silence,

            @Tunable(least = "1d", most = "28d", because = "of how often a consumer changes: a week has all its habits")
            Duration memory,

            Odds odds) {

        public static final Limits DEFAULT = new Limits(
                Duration.ofMinutes(15), Duration.ofDays(1), 0.5, Duration.ofDays(1), Duration.ofDays(7), Odds.DEFAULT);
    }

    /// Log odds of circumstances, judged by hand from published practice until there is feedback to count.
    ///
    /// @param prior        of a quarter of an hour in which a credential is used, one in 3,000 is misuse
    /// @param devices      a token goes to another device in one of 50 quarters of an hour, and mostly stays there
    /// @param networks     one device changes networks in one of four, and often comes back
    /// @param machines     a key changes its machines in one of four, and goes on like two parties, who they may be
    /// @param keyOfMany    two machines of one owner
    /// @param changesMost  a million to one: counts are not proof, since the count model is one too
    /// @param newNetwork   a thief's always is; one in four of the owner's changes is to a new one
    /// @param knownNetworks a thief would have to be in the victim's own networks
    /// @param newDevice    as with networks
    /// @param knownDevices a thief's device is of the same sort as the victim's in one of four cases
    /// @param countries    every second thief is abroad, and one in four VPNs
    /// @param newcomer     on its first day all of a consumer's devices and servers are new
    /// @param sameDevice   one in 50 thieves has the very same version of everything
    /// @param twoNetworks  one device with two uplinks may alternate with every call
    /// @param oneDeviceOnTheMove a split tunnel or the edge of a Wi-Fi makes one device alternate for hours
    record Odds(
            double prior,
            Flips.Prior devices,
            Flips.Prior networks,
            Flips.Prior machines,
            double keyOfMany,
            double changesMost,
            double newNetwork,
            double knownNetworks,
            double newDevice,
            double knownDevices,
            double countries,
            double newcomer,
            double sameDevice,
            double twoNetworks,
            double oneDeviceOnTheMove) {

        static final Odds DEFAULT = new Odds(
                -8,
                new Flips.Prior(0.1, 5, 0.005, 0.2),
                new Flips.Prior(0.5, 2, 0.02, 0.5),
                new Flips.Prior(0.5, 2, 0.0005, 0.8),
                -1,
                14,
                1.5,
                -10,
                1.5,
                -1.5,
                0.7,
                -6.5,
                -4,
                -4,
                -6);
    }
}
