// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.score.ReportCard;
import dev.apian.simulator.AttackOrder;
import dev.apian.simulator.WorldSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortcutAuditTest {

    private static final Watcher NOBODY = new Watcher() {
        @Override
        public void begins(String what) {}

        @Override
        public void calls(long count) {}
    };

    @Test
    void noStealthyAttackIsFoundByOneNumber() {
        ShortcutAudit audit = new ShortcutAudit();
        for (int i = 0; i < 3; i++) {
            audit.add(
                    WorldSettings.of(28, 400, 51 + i).in(CardSettings.trade(i)).with(AttackOrder.everyWay()), NOBODY);
        }
        List<ReportCard.AuditRow> rows = audit.rows();

        assertThat(rows).hasSize(AttackOrder.everyWay().size());
        assertThat(rows).filteredOn(row -> !row.passed()).isEmpty();
        assertThat(rows).filteredOn(ReportCard.AuditRow::loud).anyMatch(row -> row.averagePrecision() > 0.5);
    }
}
