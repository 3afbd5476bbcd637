// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.simulator.AttackKind;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.Tactics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which attacks happen in a simulated world, and how.
final class AttackOptions {

    private static final String USUAL = "usual";
    private static final String EVERY_WAY = "every-way";
    private static final String NONE = "none";

    @Option(
            names = "--attacks",
            paramLabel = "KINDS",
            split = ",",
            description = "usual (one of each kind), every-way (each loud, stealthy and through a VPN), none, or kinds"
                    + " as id-walk,token-theft. Default: usual.")
    private @Nullable List<String> kinds;

    @Option(names = "--no-attacks", description = "The same as --attacks none.")
    private boolean none;

    @Option(
            names = "--force",
            paramLabel = "F",
            description = "How much is taken at a time, above 0 to 1: 1 is loud, 0.15 stealthy. Default: as usual.")
    private @Nullable Double force;

    @Option(names = "--vpn", description = "Thieves hide behind a VPN.")
    private boolean vpn;

    /// Whether nothing bad is wanted.
    boolean peace() {
        return none || (kinds != null && kinds.equals(List.of(NONE)));
    }

    /// @throws IllegalArgumentException with all that is wrong
    List<AttackOrder> orders() {
        if (peace()) {
            return List.of();
        }
        List<AttackOrder> orders = kinds == null || kinds.equals(List.of(USUAL))
                ? AttackOrder.oneOfEach()
                : kinds.equals(List.of(EVERY_WAY)) ? AttackOrder.everyWay() : named(kinds);
        return orders.stream()
                .map(order -> new AttackOrder(order.kind(), adapted(order.tactics())))
                .toList();
    }

    private Tactics adapted(Tactics usual) {
        Tactics tactics = force == null ? usual : new Tactics(force, usual.vpn());
        return vpn ? tactics.throughVpn() : tactics;
    }

    private static List<AttackOrder> named(List<String> names) {
        List<AttackOrder> orders = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names) {
            Arrays.stream(AttackKind.values())
                    .filter(kind -> kind.label().equals(name.strip()))
                    .findFirst()
                    .ifPresentOrElse(kind -> orders.add(new AttackOrder(kind, kind.usual())), () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("--attacks " + String.join(",", unknown)
                    + " is unknown, expected usual, every-way, none, or some of "
                    + Arrays.stream(AttackKind.values()).map(AttackKind::label).collect(Collectors.joining(", ")));
        }
        return orders;
    }
}
