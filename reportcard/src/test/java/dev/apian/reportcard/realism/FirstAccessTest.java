// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FirstAccessTest {

    /// Of accesses six to ten, two are first: items 5 and 6.
    @Test
    void theShareIsTakenOfTheSecondHalf() {
        var acts = acts(0, 1, 2, 3, 4, 5, 0, 1, 6, 6, 7, 8, 9);
        assertThat(FirstAccess.share(List.of(acts), 10)).isEqualTo(0.4);
    }

    @Test
    void actorsWithFewerAccessesAreLeftOut() {
        assertThat(FirstAccess.share(List.of(acts(0, 1, 2)), 10)).isNaN();
    }

    private static History.Acts acts(int... items) {
        return new History.Acts(new long[items.length], items);
    }
}
