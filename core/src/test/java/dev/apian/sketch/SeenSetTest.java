// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.testing.Saved;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenSetTest {

    private final SeenSet seen = new SeenSet(100);

    @Test
    void aKeyKeepsItsCode() {
        seen.add(7, 2);

        assertThat(seen.codeOf(7)).isEqualTo(2);
        assertThat(seen.codeOf(8)).isEqualTo(-1);
    }

    @Test
    void theFirstCodeStaysUnlessItIsPut() {
        seen.add(7, 2);
        seen.add(7, 1);
        assertThat(seen.codeOf(7)).isEqualTo(2);

        seen.put(7, 1);
        assertThat(seen.codeOf(7)).isEqualTo(1);
    }

    @Test
    void oddKeysAreKeysLikeOthers() {
        for (long key : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            seen.add(key, 3);
            assertThat(seen.codeOf(key)).isEqualTo(3);
        }
    }

    @Test
    void theLastHundredAreKnownAndTheOldestForgotten() {
        for (int i = 0; i < 1_000; i++) {
            seen.add(i, 1);
            for (int back = 0; back < Math.min(100, i + 1); back++) {
                assertThat(seen.codeOf(i - back)).isEqualTo(1);
            }
        }

        assertThat(seen.codeOf(0)).isEqualTo(-1);
        assertThat(seen.codeOf(700)).isEqualTo(-1);
    }

    @Test
    void aKeyAddedAgainLivesAsLongAsANewOne() {
        seen.add(-7, 2);
        for (int i = 0; i < 1_000; i++) {
            seen.add(i, 0);
            if (i % 50 == 0) {
                seen.add(-7, 2);
            }
        }

        assertThat(seen.codeOf(-7)).isEqualTo(2);
    }

    @Test
    void twoSetsAreOneWithTheSmallerCodeOfEachKeyInEitherOrder() {
        SeenSet other = new SeenSet(100);
        SeenSet otherway = new SeenSet(100);
        seen.add(1, 2);
        seen.add(2, 0);
        other.add(2, 3);
        other.add(3, 1);
        otherway.addAll(other);
        otherway.addAll(seen);

        seen.addAll(other);

        for (SeenSet set : new SeenSet[] {seen, otherway}) {
            assertThat(new int[] {set.codeOf(1), set.codeOf(2), set.codeOf(3), set.codeOf(4)})
                    .containsExactly(2, 0, 1, -1);
        }
    }

    @Test
    void whatIsTooMuchForOneGenerationIsKnownUntilTheNextIsFull() {
        SeenSet other = new SeenSet(100);
        for (int key = 0; key < 90; key++) {
            seen.add(key, 0);
            other.add(1_000 + key, 1);
        }
        seen.addAll(other);
        for (int key = 0; key < 100; key++) {
            seen.add(2_000 + key, 2);
        }
        for (int key = 0; key < 90; key++) {
            assertThat(seen.codeOf(key)).isZero();
            assertThat(seen.codeOf(1_000 + key)).isEqualTo(1);
        }

        seen.add(3_000, 0);

        assertThat(seen.codeOf(1)).isEqualTo(-1);
        assertThat(seen.codeOf(2_000)).isEqualTo(2);
    }

    @Test
    void itGoesOnTheSameAfterARestartAtAnyPoint() {
        SeenSet restarted = new SeenSet(100);
        Random keys = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            long key = keys.nextInt(400);
            assertThat(restarted.codeOf(key)).isEqualTo(seen.codeOf(key));
            seen.add(key, i % 4);
            restarted.add(key, i % 4);
            restarted = Saved.through(restarted::save, new SeenSet(100), SeenSet::load);
        }
    }

    @Test
    void strangersAreSeldomTakenForKnown() {
        SeenSet large = new SeenSet(4_096);
        Random keys = new Random(42);
        for (int i = 0; i < 8_192; i++) {
            large.add(keys.nextLong(), 1);
        }
        int mistaken = 0;
        for (int i = 0; i < 1_000_000; i++) {
            mistaken += large.codeOf(keys.nextLong()) < 0 ? 0 : 1;
        }

        // expected 1,000,000 x 8,192 / 2^30 = 7.6
        assertThat(mistaken).isLessThan(20);
    }
}
