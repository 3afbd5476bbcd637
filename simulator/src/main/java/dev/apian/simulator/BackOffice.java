// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// What goes on inside the business without a call.
final class BackOffice extends Agent {

    private final World world;
    private final Chance chance;

    BackOffice(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    @Override
    long act(long at) {
        return world.business().goOn(at, chance);
    }
}
