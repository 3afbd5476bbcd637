// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.simulator.WorldSettings;
import org.junit.jupiter.api.Test;

class EntityWatchTest {

    private static final WorldSettings WORLD = WorldSettings.of(8, 40, 3).withoutAttacks();
    private static final EntityWatch WITH = shown(Records.FULL);
    private static final EntityWatch WITHOUT = shown(Records.WITHOUT_BODIES);

    private static EntityWatch shown(Records records) {
        EntityWatch watch = new EntityWatch(WORLD);
        Showing.of(WORLD, records, watch);
        return watch;
    }

    @Test
    void hardlyAnyFirstAccessIsExplainedWithoutBodies() {
        assertThat(WITH.explanations().all().accesses()).isGreaterThan(100);
        assertThat(WITH.explanations().all().firstShare()).isGreaterThan(0.1);
        assertThat(WITHOUT.explanations().all().firstShare())
                .as("but by the place in the path")
                .isLessThan(WITH.explanations().all().firstShare() / 4);
        assertThat(WITH.explanations().byReason()).containsKey("shown to the actor before");
        assertThat(WITHOUT.explanations().byReason()).doesNotContainKey("shown to the actor before");
    }

    @Test
    void idsBesideThePathCountToo() {
        assertThat(WITH.recognition("shop").ids())
                .isNotNull()
                .satisfies(ids -> assertThat(ids.f1()).isGreaterThan(0.9));
        assertThat(WITH.withQueryOrBody().right())
                .isGreaterThan(WITHOUT.withQueryOrBody().right());
        assertThat(WITH.withQueryOrBody().recall()).isGreaterThan(0.8);
    }
}
