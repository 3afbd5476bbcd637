// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

class BottomKTest {

    private static final int K = 256;

    @Test
    void aSmallSetIsCountedExactly() {
        BottomK set = of(0, 100);

        assertThat(set.distinct()).isEqualTo(100);
        assertThat(of(0, 0).distinct()).isZero();
    }

    @Test
    void aValueThatComesAgainChangesNothing() {
        BottomK set = of(0, 10_000);
        double before = set.distinct();
        add(set, 0, 10_000);

        assertThat(set.distinct()).isEqualTo(before);
    }

    @Test
    void aLargeSetIsCountedToAFifth() {
        for (int size : new int[] {1_000, 10_000, 100_000}) {
            // the standard error is 1 / sqrt(256 - 2) = 6 %
            assertThat(of(0, size).distinct()).isCloseTo(size, within(0.2 * size));
        }
    }

    @Test
    void aPartLiesWhollyInTheWholeWhateverTheirSizes() {
        for (int size : new int[] {200, 5_000, 50_000}) {
            BottomK part = of(0, size);
            BottomK whole = of(0, 3 * size);

            assertThat(part.containedIn(whole)).isEqualTo(1);
            assertThat(whole.containedIn(part)).isCloseTo(1.0 / 3, within(0.15));
        }
    }

    @Test
    void strangersShareNothing() {
        BottomK one = of(0, 5_000);
        BottomK other = of(5_000, 5_000);

        assertThat(one.shared(other)).isZero();
        assertThat(one.containedIn(other)).isZero();
        assertThat(of(0, 0).containedIn(one)).isZero();
    }

    @Test
    void halfOfASetIsFoundToBeHalf() {
        assertThat(of(0, 10_000).containedIn(of(5_000, 10_000))).isCloseTo(0.5, within(0.15));
    }

    @Test
    void theOrderOfValuesMeansNothing() {
        BottomK backwards = new BottomK(K);
        for (int i = 9_999; i >= 0; i--) {
            backwards.add(Hash.mix(i));
        }

        assertThat(Saved.bytes(backwards::save)).isEqualTo(Saved.bytes(of(0, 10_000)::save));
    }

    @Test
    void itGoesOnTheSameAfterARestart() {
        BottomK steady = of(0, 3_000);
        BottomK restarted = Saved.through(steady::save, of(77, 5_000), BottomK::load);
        add(steady, 3_000, 3_000);
        add(restarted, 3_000, 3_000);

        assertThat(Saved.bytes(restarted::save)).isEqualTo(Saved.bytes(steady::save));
    }

    private static BottomK of(int from, int size) {
        BottomK set = new BottomK(K);
        add(set, from, size);
        return set;
    }

    private static void add(BottomK set, int from, int size) {
        for (int i = from; i < from + size; i++) {
            set.add(Hash.mix(i));
        }
    }
}
