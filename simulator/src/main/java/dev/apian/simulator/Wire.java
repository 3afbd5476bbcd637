// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import org.jspecify.annotations.Nullable;

/// Where calls leave the world: numbers them and hands them to whoever reads the simulation.
final class Wire {

    private final String host;
    private final Keyring keyring;
    private long sent;
    private @Nullable SimulatedCall last;

    Wire(String host, Keyring keyring) {
        this.host = host;
        this.keyring = keyring;
    }

    /// @param credential the fields of a [Login], or nothing for an anonymous call
    SimulatedCall send(long at, Exchange exchange, Sender sender, String credential, Consumer consumer, Chance chance) {
        return send(at, exchange, sender, credential, consumer, "", chance);
    }

    /// @param attack the id of the attack that the call belongs to, or nothing
    SimulatedCall send(
            long at,
            Exchange exchange,
            Sender sender,
            String credential,
            Consumer consumer,
            String attack,
            Chance chance) {
        if (last != null) {
            throw new IllegalStateException("an agent sent two calls in one act, the first was " + last.id());
        }
        double seconds = chance.logNormal(exchange.typicalMillis() / 1e3, 0.5);
        Held held = keyring.of(credential, consumer);
        last = new SimulatedCall(sent++, at, host, exchange, sender, credential, held, consumer, attack, seconds);
        return last;
    }

    /// The call of the last act, once.
    @Nullable
    SimulatedCall take() {
        SimulatedCall taken = last;
        last = null;
        return taken;
    }
}
