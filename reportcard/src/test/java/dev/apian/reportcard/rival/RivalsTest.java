// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RivalsTest {

    @Test
    void everyRivalHasItsOwnNameAndAFiniteLimitAndIsNew() {
        assertThat(Rivals.all()).extracting(Rival::name).doesNotHaveDuplicates().hasSize(8);
        assertThat(Rivals.all())
                .allSatisfy(rival -> assertThat(rival.published()).isFinite().isPositive());
        assertThat(Rivals.all()).doesNotContainAnyElementsOf(Rivals.all());
    }

    @Test
    void nobodySaysAnythingAboutAnEmptyWorld() {
        assertThat(Rivals.all())
                .allSatisfy(rival -> assertThat(Calls.findings(rival)).isEmpty());
    }

    @Test
    void aPersonWithRegularDaysIsQuiet() {
        var story = Calls.of("ann");
        for (var day = 0; day < 28; day++) {
            story.times(12, day * Calls.DAY + 9 * Calls.HOUR, Calls.MINUTE);
        }
        assertThat(Rivals.all())
                .allSatisfy(rival -> assertThat(Calls.findings(rival, story))
                        .allSatisfy(finding -> assertThat(finding.score()).isLessThan(rival.published())));
    }
}
