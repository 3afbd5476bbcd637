// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A search engine's crawler: reads public pages in bursts, more at night.
final class Crawler extends Agent {

    private static final Consumer ITSELF = new Consumer("crawler bingbot", Consumer.Kind.CRAWLER);
    private static final double BURST_ENDS = 0.01;

    private final World world;
    private final Chance chance;
    private final Sender sender;

    Crawler(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        Network network = world.atlas().any(Network.Kind.CRAWLER, chance);
        Connection connection =
                Connection.of(network.anyAddress(chance), network, world.atlas().gateway(network, chance), chance);
        sender = new Sender(connection, "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)");
    }

    @Override
    long act(long at) {
        boolean begins = chance.happens(BURST_ENDS);
        world.wire().send(at, begins ? robots() : world.business().crawled(chance), sender, "", ITSELF, chance);
        return at + (begins ? chance.span(5 * Micros.HOUR, 0.5) : chance.span(4 * Micros.SECOND, 0.9));
    }

    private static Exchange robots() {
        return Exchange.get("/robots.txt").answering(200, "User-agent: *").taking(2);
    }
}
