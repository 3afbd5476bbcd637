// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import dev.apian.simulator.Trade;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Which worlds to measure on, as the command line says.
///
/// @param attackers for each way to attack, in each world
/// @param seeds one world of each business for each
public record Options(int days, int actors, int attackers, List<Long> seeds, List<Trade> trades) {

    public static final String USAGE =
            "usage: [--days 30] [--actors 2000] [--attackers 10] [--seeds 1,2,3] [--trades shop,bank,travel]";

    private static final int SEEDS_DRAWN = 3;
    private static final int SEED_MAX = 1_000_000_000;

    public Options {
        seeds = List.copyOf(seeds);
        trades = List.copyOf(trades);
    }

    /// Seeds that nobody chose are drawn now.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static Options parse(String... args) {
        Options options = new Options(30, 2_000, 10, drawn(), Trade.known());
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("%s has no value%n%s".formatted(args[args.length - 1], USAGE));
        }
        for (int i = 0; i < args.length; i += 2) {
            options = options.with(args[i], args[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--days" -> new Options(Integer.parseInt(value), actors, attackers, seeds, trades);
            case "--actors" -> new Options(days, Integer.parseInt(value), attackers, seeds, trades);
            case "--attackers" -> new Options(days, actors, Integer.parseInt(value), seeds, trades);
            case "--seeds" -> new Options(days, actors, attackers, seeds(value), trades);
            case "--trades" -> new Options(days, actors, attackers, seeds, trades(value));
            default -> throw new IllegalArgumentException("found " + name + "\n" + USAGE);
        };
    }

    private static List<Long> seeds(String value) {
        return Arrays.stream(value.split(",", -1)).map(Long::valueOf).toList();
    }

    private static List<Trade> trades(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(name -> Trade.byName(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException("no business is named " + name + ": " + Trade.known())))
                .toList();
    }

    private static List<Long> drawn() {
        SecureRandom random = new SecureRandom();
        List<Long> seeds = new ArrayList<>();
        for (int i = 0; i < SEEDS_DRAWN; i++) {
            seeds.add((long) random.nextInt(SEED_MAX));
        }
        return seeds;
    }

    /// With what the same is measured again.
    @Override
    public String toString() {
        return "--days %d --actors %d --attackers %d --seeds %s --trades %s"
                .formatted(
                        days,
                        actors,
                        attackers,
                        seeds.stream().map(Object::toString).collect(Collectors.joining(",")),
                        trades.stream().map(Trade::label).collect(Collectors.joining(",")));
    }
}
