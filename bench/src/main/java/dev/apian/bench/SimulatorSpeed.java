// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import dev.apian.simulator.Simulation;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;

/// How fast worlds are simulated: the calls alone, and written as lines of JSON. One thread, no disk.
public final class SimulatorSpeed {

    private static final int DAYS = 28;
    private static final int ACTORS = 2_000;

    private SimulatorSpeed() {}

    /// @param args the seed
    public static void main(String[] args) {
        long seed = Long.parseLong(args[0]);
        for (Trade trade : Trade.known()) {
            WorldSettings world = WorldSettings.of(DAYS, ACTORS, seed).in(trade);
            run(world, false);
            double calls = run(world, false);
            double lines = run(world, true);
            System.out.printf("%-8s %,10.0f calls/s, as lines %,10.0f calls/s%n", trade, calls, lines);
        }
    }

    /// @return calls a second
    private static double run(WorldSettings world, boolean asLines) {
        long began = System.nanoTime();
        Simulation simulation = new Simulation(world);
        StringBuilder line = new StringBuilder();
        long calls = 0;
        while (simulation.hasNext()) {
            if (asLines) {
                line.setLength(0);
                simulation.next().appendTo(line);
            } else {
                simulation.next();
            }
            calls++;
        }
        return calls / ((System.nanoTime() - began) / 1e9);
    }
}
