// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import dev.apian.reportcard.score.Finding;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Alerts when one actor calls from three or more networks within a quarter of an hour.
///
/// The usual rule against shared or stolen credentials: a person has one network at a time, two when changing over.
/// Addresses of one /24 (or /48) are one network.
public final class OneAddressTooMany implements Rival {

    private static final double PUBLISHED = 3;
    private static final double LENIENT = 2;
    private static final long WINDOW = 15 * Clock.MINUTE;
    private static final int ACTORS_MAX = 200_000;
    private static final int NETWORKS_PER_ACTOR_MAX = 1_000;

    private final Memory<LinkedHashMap<String, Long>> recent = new Memory<>(ACTORS_MAX);
    private final Thinning thinning = new Thinning(LENIENT);

    @Override
    public String name() {
        return "one address too many";
    }

    @Override
    public void see(TrueCall call, Consumer<Finding> findings) {
        var networks = recent.of(call.actor(), LinkedHashMap::new);
        networks.putLast(Network.of(call.address()), call.micros());
        while (networks.size() > NETWORKS_PER_ACTOR_MAX || networks.firstEntry().getValue() <= call.micros() - WINDOW) {
            networks.pollFirstEntry();
        }
        thinning.pass(new Finding(call.actor(), call.micros(), networks.size(), "networks"), findings);
    }

    @Override
    public void end(Consumer<Finding> findings) {}

    @Override
    public double published() {
        return PUBLISHED;
    }
}
