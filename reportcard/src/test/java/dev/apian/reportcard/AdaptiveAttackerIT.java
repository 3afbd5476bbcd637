// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.score.ReportCard;
import dev.apian.simulator.AttackKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptiveAttackerIT {

    @Test
    void whatItClaimsToTakeUnseenIsNoMoreThanTheLoudestTookAndWasTriedAgain() throws InterruptedException {
        List<ReportCard.AdaptiveRow> rows;
        Watcher nobody = new Watcher() {
            @Override
            public void begins(String what) {}

            @Override
            public void calls(long count) {}
        };
        try (Worlds worlds = new Worlds(2, nobody)) {
            rows = new AdaptiveAttacker(worlds, 100, 0.5, 1).search();
        }

        assertThat(rows)
                .extracting(ReportCard.AdaptiveRow::kind)
                .containsExactlyElementsOf(Arrays.stream(AttackKind.values())
                        .map(AttackKind::label)
                        .toList());
        assertThat(rows).allMatch(row -> row.loudest() != null && row.mostUnseen() <= 2 * row.loudest());
        assertThat(rows).allMatch(row -> row.how().contains("fresh worlds") || row.mostUnseen() == 0);
        assertThat(rows).anyMatch(row -> row.mostUnseen() > 0);
    }
}
