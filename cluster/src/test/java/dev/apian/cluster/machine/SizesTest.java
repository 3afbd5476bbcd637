// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> new Sizes(0, 2, 1024, 100, 512, 4, 10))
                .hasMessageContaining("--taskmanagers 0, expected 1 to 64")
                .hasMessageContaining("--taskmanager-memory 100, expected 1200 to");
    }
}
