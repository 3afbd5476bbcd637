// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.sketch.RecentValues.Sight;
import dev.apian.testing.Saved;
import org.junit.jupiter.api.Test;

class RecentValuesTest {

    private final RecentValues values = new RecentValues(2);

    @Test
    void aNewValueIsKnownSinceNow() {
        assertThat(values.see("DE", 10)).isEqualTo(10);
    }

    @Test
    void aKnownValueTellsItsFirstSight() {
        values.see("DE", 10);
        values.see("FR", 20);

        assertThat(values.see("DE", 30)).isEqualTo(10);
        assertThat(values.sights()).containsEntry("DE", new Sight(10, 30, 2));
    }

    @Test
    void theValueNotSeenForLongestMakesRoom() {
        values.see("DE", 10);
        values.see("FR", 20);
        values.see("DE", 30);
        values.see("US", 40);

        assertThat(values.sights().keySet()).containsExactly("DE", "US");
        assertThat(values.see("FR", 50)).isEqualTo(50);
    }

    @Test
    void theOrderSurvivesARestart() {
        values.see("DE", 10);
        values.see("FR", 20);
        values.see("DE", 30);

        RecentValues restarted = Saved.through(values::save, new RecentValues(2), RecentValues::load);
        restarted.see("US", 40);

        assertThat(restarted.sights().keySet()).containsExactly("DE", "US");
    }
}
