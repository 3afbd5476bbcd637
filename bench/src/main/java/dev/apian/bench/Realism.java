// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import dev.apian.reportcard.realism.AccessLog;
import dev.apian.reportcard.realism.GitEvents;
import dev.apian.reportcard.realism.History;
import dev.apian.reportcard.realism.RealismTable;
import dev.apian.reportcard.world.Seen;
import dev.apian.simulator.Consumer;
import dev.apian.simulator.SimulatedCall;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.Trade;
import dev.apian.simulator.WorldSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Holds what people do in the simulated businesses against real histories, and prints a table for each business.
public final class Realism {

    private static final int DAYS = 28;
    private static final int ACTORS = 500;

    private Realism() {}

    /// @param args a folder of git events (`*.tsv.gz`), a folder of access logs (`*.log`), and the seed
    public static void main(String[] args) throws IOException {
        List<History> real = new ArrayList<>();
        for (Path file : files(Path.of(args[0]), ".tsv.gz")) {
            real.add(GitEvents.read(name(file), file));
        }
        for (Path file : files(Path.of(args[1]), ".log")) {
            real.add(AccessLog.read(name(file), file));
        }
        long seed = Long.parseLong(args[2]);
        for (Trade trade : Trade.known()) {
            System.out.printf("### %s, seed %d, %d actors, %d days%n%n", trade, seed, ACTORS, DAYS);
            RealismTable table = RealismTable.of(simulated(trade, seed), real.toArray(History[]::new));
            System.out.println(table.markdown());
            seed++;
        }
    }

    private static History simulated(Trade trade, long seed) {
        History history = new History(trade.label());
        Simulation simulation =
                new Simulation(WorldSettings.of(DAYS, ACTORS, seed).in(trade).withoutAttacks());
        while (simulation.hasNext()) {
            SimulatedCall call = simulation.next();
            if (call.consumer().kind() == Consumer.Kind.PERSON) {
                history.see(Seen.of(call, "", 0));
            }
        }
        return history;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().split("\\.", -1)[0];
    }
}
