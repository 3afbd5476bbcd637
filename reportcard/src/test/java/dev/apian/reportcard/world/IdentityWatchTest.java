// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.reportcard.score.ClassScore;
import dev.apian.simulator.Conditions;
import dev.apian.simulator.WorldSettings;
import org.junit.jupiter.api.Test;

class IdentityWatchTest {

    private static final WorldSettings WORLD =
            WorldSettings.of(3, 80, 3).withoutAttacks().under(Conditions.HARD);
    private static final IdentityWatch WITH = shown(Records.FULL);
    private static final IdentityWatch WITHOUT = shown(Records.WITHOUT_BODIES);
    private static final long END = WORLD.end().toEpochMilli() * 1_000;

    private static IdentityWatch shown(Records records) {
        IdentityWatch watch = new IdentityWatch();
        Showing.of(WORLD, records, watch);
        return watch;
    }

    @Test
    void withBodiesBaselinesGoOnOverRefreshes() {
        assertThat(WITH.continuity().of()).isGreaterThan(100);
        assertThat(WITH.continuity().same() / (double) WITH.continuity().of()).isGreaterThan(0.99);
        assertThat(WITH.people().pairRecall()).isGreaterThan(0.95);
        assertThat(WITH.mostInOneNamed()).isLessThanOrEqualTo(2);
    }

    @Test
    void withoutBodiesOpaqueTokensLoseTheirPast() {
        assertThat(WITHOUT.continuity().of()).isEqualTo(WITH.continuity().of());
        assertThat(WITHOUT.continuity().same()).isLessThan(WITH.continuity().same());
        assertThat(WITHOUT.people().pairRecall()).isLessThan(WITH.people().pairRecall());
    }

    @Test
    void everyClassOfCredentialIsThere() {
        assertThat(WITH.classes().rows(END))
                .extracting(ClassScore.Row::truly)
                .containsExactly("gateway", "personal", "service", "shared");
    }
}
