// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// The background noise of the Internet: machines that look for holes in anything that answers.
final class Scanner extends Agent {

    private static final List<String> PATHS = List.of(
            "/.env", "/wp-login.php", "/actuator/env", "/.git/config", "/v1/", "/admin", "/api/swagger.json", "/login");

    private final World world;
    private final Chance chance;

    Scanner(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    @Override
    long act(long at) {
        Network network = world.atlas().any(Network.Kind.HOSTING, chance);
        Sender sender = new Sender(world.atlas().hosted(network, chance), "Mozilla/5.0 zgrab/0.x");
        Exchange exchange = Exchange.get(chance.pick(PATHS)).refusing(404).taking(4);
        Consumer nobody = Consumer.anonymous(sender.connection().address());
        world.wire().send(at, exchange, sender, "", nobody, chance);
        return at + chance.span(18 * Micros.MINUTE, 1.2);
    }
}
