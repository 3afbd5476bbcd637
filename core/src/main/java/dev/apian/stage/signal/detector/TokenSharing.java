// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.Facet;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Card.Family;
import dev.apian.stage.signal.Card.Severity;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Observation;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.Wording;
import dev.apian.stage.signal.detector.Sides.Side;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One credential is used from several networks at once: A, B, A, B within minutes.
///
/// A phone that leaves the Wi-Fi goes over once, with the same device, and a client with IPv4 and IPv6
/// alternates on one device. A stolen or lent credential alternates between different devices.
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
                    "A thief in the same network, or with the same device behind the same operator.",
                    "A thief who waits until the owner is gone; see impossible-travel.",
                    "Sharing that has gone on for days: its networks are familiar by now.",
                    "Credentials that the record does not show, such as only a subject."));

    private static final List<Facet.Kind> CREDENTIALS =
            List.of(Facet.Kind.ACCESS_TOKEN, Facet.Kind.SESSION, Facet.Kind.API_KEY, Facet.Kind.CERTIFICATE);

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
        Facet credential = seen.answered() && !seen.call().origin().ip().isEmpty() ? credentialOf(seen) : null;
        return credential == null ? OptionalLong.empty() : OptionalLong.of(credential.key());
    }

    private static @Nullable Facet credentialOf(Observation seen) {
        for (Facet facet : seen.call().presented()) {
            if (CREDENTIALS.contains(facet.kind())) {
                return facet;
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
        return limits.silence();
    }

    @Override
    public Optional<Signal> observe(Sides sides, Observation seen) {
        if (!sides.enter(seen, limits.window()) || sides.raisedWithin(limits.silence(), seen)) {
            return Optional.empty();
        }
        boolean newToUs = seen.profile().age().compareTo(limits.familiar()) < 0;
        int times = newToUs ? limits.timesWhileNew() : 1;
        boolean devices = sides.otherDevice() >= times * limits.otherDevice();
        boolean networks = sides.sameDevice() >= times * limits.sameDevice() && sides.networks() >= limits.networks();
        if (!devices && !networks || sides.newestNetwork().compareTo(limits.familiar()) >= 0) {
            return Optional.empty();
        }
        Signal signal = signal(sides, seen, devices);
        sides.raised(seen.micros());
        return Optional.of(signal);
    }

    private Signal signal(Sides sides, Observation seen, boolean devices) {
        Facet credential = credentialOf(seen);
        String named = credential == null
                ? "a credential"
                : credential.kind().label().replace('_', ' ') + " " + credential.value();
        int times = devices ? sides.otherDevice() : sides.sameDevice();
        int limit = devices ? limits.otherDevice() : limits.sameDevice();
        List<Side> all = sides.all();
        String happened = "%s of %s went back and forth %s between %s within %s: %s"
                .formatted(
                        named,
                        seen.actor().name(),
                        Wording.count(times, "time"),
                        Wording.count(sides.networks(), "network"),
                        Wording.span(seen.since(sides.first())),
                        all.stream().map(Side::words).collect(Collectors.joining("; ")));
        String usual = devices
                ? "a phone that changes networks goes over once or twice and stays the same device; the limit is %d"
                        .formatted(limit)
                : "one device alternates between two addresses of its network; the limit is %d times and %d networks"
                        .formatted(limit, limits.networks());
        double strength = (devices ? 0.75 : 0.45)
                + (devices && sides.countries() > 1 ? 0.1 : 0)
                - (seen.actor().kind() == Actor.Kind.USER ? 0 : 0.2);
        return sides.signal(
                CARD,
                seen,
                strength,
                happened,
                usual,
                new Evidence(
                        devices ? "changes to another device elsewhere" : "changes of network",
                        times,
                        1,
                        "changes",
                        limits.window()),
                new Evidence("networks", sides.networks(), 1, "networks", limits.window()));
    }

    /// When to raise.
    ///
    /// @param window        both are at work at the same time
    /// @param otherDevice   changes to another device in another network; a hand-over makes one, and A-B-A-B
    ///                      three
    /// @param sameDevice    carriers and happy eyeballs change often, so only a frenzy counts
    /// @param networks      two are a Wi-Fi and a mobile phone
    /// @param familiar      a network seen for a day is one of the actor's own
    /// @param timesWhileNew an actor first seen today has only new networks
    /// @param silence       one signal a day for a credential
    public record Limits(
            Duration window,
            int otherDevice,
            int sameDevice,
            int networks,
            Duration familiar,
            int timesWhileNew,
            Duration silence) {

        public static final Limits DEFAULT =
                new Limits(Duration.ofMinutes(15), 3, 20, 3, Duration.ofDays(1), 3, Duration.ofDays(1));
    }
}
