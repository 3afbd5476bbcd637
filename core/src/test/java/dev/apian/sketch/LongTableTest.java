// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.testing.Saved;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {

    private final LongTable table = new LongTable(100);

    @Test
    void aKeyHasTheNumberThatWasPutLast() {
        assertThat(table.get(7)).isZero();
        table.put(7, 2);
        table.put(7, -3);

        assertThat(table.get(7)).isEqualTo(-3);
        assertThat(table.get(8)).isZero();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void oddKeysAreKeysLikeOthers() {
        for (long key : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            table.put(key, key + 5);
            assertThat(table.get(key)).isEqualTo(key + 5);
        }
        LongTable restarted = Saved.through(table::save, new LongTable(100), LongTable::load);
        assertThat(restarted.get(0)).isEqualTo(5);
    }

    @Test
    void itHoldsWhatAMapHoldsWhileItGrows() {
        LongTable large = new LongTable(50_000);
        Map<Long, Long> map = new HashMap<>();
        Random keys = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            long key = keys.nextLong();
            large.put(key, i);
            map.put(key, (long) i);
        }

        map.forEach((key, value) -> assertThat(large.get(key)).isEqualTo(value));
        assertThat(large.size()).isEqualTo(map.size());
    }

    @Test
    void theLastHundredAreKnownAndTheOldestForgotten() {
        for (int key = 1; key <= 1_000; key++) {
            table.put(key, key);
            for (int back = 0; back < Math.min(100, key); back++) {
                assertThat(table.get(key - back)).isEqualTo(key - back);
            }
            assertThat(table.size()).isLessThanOrEqualTo(200);
        }

        assertThat(table.get(1)).isZero();
        assertThat(table.get(700)).isZero();
    }

    @Test
    void aKeyThatIsReadLivesAsLongAsANewOne() {
        table.put(-7, 2);
        for (int key = 1; key <= 1_000; key++) {
            table.put(key, key);
            if (key % 50 == 0) {
                assertThat(table.get(-7)).as("after " + key).isEqualTo(2);
            }
        }
    }

    @Test
    void itGoesOnTheSameAfterARestartAtAnyPoint() {
        LongTable restarted = new LongTable(100);
        Random keys = new Random(7);
        for (int i = 1; i <= 3_000; i++) {
            long key = keys.nextInt(400);
            assertThat(restarted.get(key)).isEqualTo(table.get(key));
            table.put(key, i);
            restarted.put(key, i);
            restarted = Saved.through(restarted::save, new LongTable(100), LongTable::load);
            assertThat(restarted.size()).isEqualTo(table.size());
        }
    }
}
