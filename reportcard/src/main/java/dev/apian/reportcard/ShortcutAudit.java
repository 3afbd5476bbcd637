// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import dev.apian.reportcard.audit.Shortcut;
import dev.apian.reportcard.audit.Shortcuts;
import dev.apian.reportcard.score.ReportCard;
import dev.apian.reportcard.world.Seen;
import dev.apian.simulator.Attack;
import dev.apian.simulator.AttackKind;
import dev.apian.simulator.Simulation;
import dev.apian.simulator.Tactics;
import dev.apian.simulator.WorldSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks of every attack of some worlds whether one threshold on one number of an actor's day would find it. If so, the
/// attack proves nothing about a detector, unless it is declared to be loud.
final class ShortcutAudit {

    /// From here on one number is enough.
    static final double AVERAGE_PRECISION_MAX = 0.5;

    /// Worlds are laid one after the other in time, so that their days do not mix.
    private static final long APART_MICROS = 10_000L * 24 * 3_600 * 1_000_000;

    private final Shortcuts shortcuts = new Shortcuts();
    private final Map<String, String> labels = new HashMap<>();
    private int worlds;

    void add(WorldSettings settings, Watcher watcher) {
        int world = worlds++;
        watcher.begins("audit of %s, seed %d".formatted(settings.trade(), settings.seed()));
        String prefix = world + " ";
        Simulation simulation = new Simulation(settings);
        while (simulation.hasNext()) {
            shortcuts.see(Seen.of(simulation.next(), prefix, world * APART_MICROS));
            watcher.calls(1);
        }
        for (Attack attack : simulation.attacks()) {
            labels.put(prefix + attack.id(), label(attack.kind(), attack.tactics()));
        }
    }

    private static String label(AttackKind kind, Tactics tactics) {
        return kind.label() + " " + tactics.label();
    }

    /// One row a kind and tactics.
    List<ReportCard.AuditRow> rows() {
        return shortcuts.end(attack -> labels.getOrDefault(attack, attack)).stream()
                .map(ShortcutAudit::row)
                .toList();
    }

    private static ReportCard.AuditRow row(Shortcut shortcut) {
        int blank = shortcut.label().indexOf(' ');
        String kind = shortcut.label().substring(0, blank);
        String tactics = shortcut.label().substring(blank + 1);
        boolean loud = tactics.startsWith("loud");
        boolean passed = loud || shortcut.averagePrecision() < AVERAGE_PRECISION_MAX;
        return new ReportCard.AuditRow(kind, tactics, shortcut.feature(), shortcut.averagePrecision(), loud, passed);
    }
}
