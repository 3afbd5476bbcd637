// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.CoveredHour;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindnessTest {

    private static final long HOUR = 3_600_000_000L;

    @Test
    void whereAllIsSeenNothingIsSaid() {
        assertThat(Blindness.warnings(List.of(new CoveredHour(0, 100, 99, 80, 0)), HOUR))
                .isEmpty();
    }

    @Test
    void beforeTheFirstCallNothingIsSaid() {
        assertThat(Blindness.warnings(List.of(), Long.MIN_VALUE)).isEmpty();
    }

    @Test
    void anAccessLogWithoutUsersIsToldToHaveNeitherActorsNorAnswers() {
        assertThat(Blindness.warnings(List.of(new CoveredHour(0, 200, 6, 0, 0)), HOUR))
                .hasSize(2)
                .satisfies(all -> assertThat(all.getFirst()).startsWith("only 3 % of the calls are of somebody known"))
                .satisfies(all -> assertThat(all.getLast()).startsWith("only 0 % of the answers could be read"));
    }

    @Test
    void hoursInWhichASenderFellSilentAreNamed() {
        List<CoveredHour> hours = new ArrayList<>();
        for (long hour = 0; hour < 96; hour++) {
            if (hour != 80) {
                hours.add(new CoveredHour(hour * HOUR, 1_000, 1_000, 1_000, 0));
            }
        }
        assertThat(Blindness.warnings(hours, 96 * HOUR))
                .containsExactly("from 1970-01-04T08:00:00Z to 1970-01-04T09:00:00Z only 0 calls came where about"
                        + " 1,000 are usual: did a sender fall silent?");
    }
}
