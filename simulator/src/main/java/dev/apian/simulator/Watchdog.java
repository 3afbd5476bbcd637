// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// The health check that asks every minute whether the API is alive.
final class Watchdog extends Agent {

    private static final Consumer ITSELF = new Consumer("monitor uptime-probe", Consumer.Kind.MONITOR);

    private final World world;
    private final Chance chance;
    private final Sender sender;

    Watchdog(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        Network network = world.atlas().any(Network.Kind.HOSTING, "NL", chance);
        sender = new Sender(world.atlas().hosted(network, chance), "UptimeProbe/3.4");
    }

    @Override
    long act(long at) {
        Exchange exchange = Exchange.get("/health").taking(3);
        if (world.calendar().inOutage(at) && chance.happens(0.7)) {
            exchange.refusing(503);
        } else {
            exchange.answering(200, "{\"status\":\"up\"}");
        }
        world.wire().send(at, exchange, sender, "", ITSELF, chance);
        return at + Micros.MINUTE + chance.between(-200, 200) * Micros.MILLISECOND;
    }
}
