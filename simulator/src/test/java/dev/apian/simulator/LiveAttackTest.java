// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveAttackTest {

    private static final Instant LIVE = WorldSettings.DEFAULT_START.plus(Duration.ofHours(4 * 24 + 3));
    private static final WorldSettings SETTINGS = new WorldSettings(
            Trade.SHOP,
            5,
            60,
            11,
            WorldSettings.DEFAULT_START,
            AttackOrder.oneOfEach(),
            Duration.ofDays(2),
            Optional.of(LIVE));

    @Test
    void theLoudKindsHappenAgainLiveWithOtherCulpritsEvenAtNight() {
        List<Attack> attacks = Replay.of(SETTINGS).attacks();
        List<Attack> live = attacks.stream()
                .filter(attack -> !attack.firstSeen().isBefore(LIVE))
                .filter(attack -> attack.kind().isLoud())
                .toList();

        assertThat(live)
                .extracting(Attack::kind)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(AttackKind.values())
                        .filter(AttackKind::isLoud)
                        .toList());
        assertThat(live)
                .allSatisfy(attack -> assertThat(Duration.between(attack.firstSeen(), attack.lastSeen()))
                        .isLessThan(Duration.ofSeconds(90)));
        assertThat(live).allSatisfy(attack -> assertThat(attack.lastSeen()).isBefore(LIVE.plusSeconds(150)));
        assertThat(attacks).extracting(Attack::culprit).doesNotHaveDuplicates();
        assertThat(attacks).hasSize(AttackKind.values().length + live.size());
    }
}
