// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import dev.apian.stage.call.Facet;
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
import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A refresh token that was exchanged already is exchanged once more, by another device in another network. The second
/// exchange from the same place is a client that lost the answer (FAPI 2.0); from elsewhere it is a copy of the token
/// (RFC 9700, section 4.14).
public final class RefreshReplay implements Detector<RefreshReplay.Nothing> {

    private static final Card CARD = new Card(
            "refresh-replay",
            "Exchanges a refresh token that another device has used up",
            "Who else has this consumer's refresh token?",
            "Whoever holds a refresh token can act as its owner for as long as it is renewed.",
            Family.CREDENTIAL,
            Severity.HIGH,
            List.of(
                    "Revoke the whole chain of tokens, and let the user sign in again.",
                    "Let the authorisation server refuse used refresh tokens, except for a short grace."),
            List.of("A backup of a phone that was restored on another one."),
            List.of(
                    "A thief with the same device in the same network as the owner.",
                    "Answers that are not seen: then no exchange is known.",
                    "A refresh token that never rotates."));

    private final Limits limits;

    public RefreshReplay(Limits limits) {
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
        Facet refresh = seen.identified().replayed() ? seen.call().presented(Facet.Kind.REFRESH_TOKEN) : null;
        return refresh == null ? OptionalLong.empty() : OptionalLong.of(refresh.key());
    }

    @Override
    public Nothing freshState() {
        return new Nothing();
    }

    @Override
    public Duration memory() {
        return limits.memory();
    }

    @Override
    public Settings settings() {
        return Settings.of(limits, RefreshReplay::new);
    }

    @Override
    public Set<Unkept> unkept() {
        return Set.of(Unkept.EXCHANGE);
    }

    @Override
    public Optional<Signal> observe(Nothing nothing, Observation seen) {
        String happened = "a refresh token of %s, used up before, was exchanged again from %s with %s"
                .formatted(
                        seen.actor().name(),
                        seen.call().origin().network(),
                        seen.call().device());
        Trail trail = new Trail();
        trail.add(seen);
        return Optional.of(trail.signal(
                CARD,
                seen,
                limits.strength(),
                happened,
                "a client that lost an answer asks again with the same device or from the same network",
                new Evidence(
                        "exchanges of one refresh token, by two devices in two networks", 2, 1, "exchanges", NOW)));
    }

    private static final Duration NOW = Duration.ZERO;

    /// When to raise.
    ///
    /// @param memory   of the state, which is empty
    public record Limits(
            @Tunable(least = "0.01", most = "0.99", because = "judged by hand: about so many of its signals are misuse")
            double strength,

            Duration memory) {

        public static final Limits DEFAULT = new Limits(0.8, Duration.ofDays(1));
    }

    /// The identity stage remembers who used the token first.
    static final class Nothing implements State {

        @Override
        public void save(DataOutput out) {
            // nothing to remember
        }

        @Override
        public void load(DataInput in) {
            // nothing was remembered
        }
    }
}
