// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.sketch.SeenSet;
import org.junit.jupiter.api.Test;

class HeapTest {

    @Test
    void whatAnObjectHoldsCountsToo() throws ReflectiveOperationException {
        SeenSet empty = new SeenSet(4_096);
        SeenSet full = new SeenSet(4_096);
        for (int i = 0; i < 1_000; i++) {
            full.add(i * 0x9E37_79B9_7F4A_7C15L, 0);
        }

        // Two references and two numbers behind a header, eight slots of four bytes, and an empty array.
        assertThat(Heap.sizeOf(empty)).isEqualTo(24 + 48 + 16);
        // A thousand keys fill at most half of a table of 2,048.
        assertThat(Heap.sizeOf(full)).isEqualTo(24 + 12 + 2_048 * 4 + 4 + 16);
    }
}
