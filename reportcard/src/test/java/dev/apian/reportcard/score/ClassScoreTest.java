// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassScoreTest {

    private static final long DAY = Alerts.DAY_MICROS;

    private final ClassScore score = new ClassScore();

    @Test
    void theLastClassOfTheFirstDayCounts() {
        score.see("portal", "gateway", 0);
        score.tell("portal", "personal", 1);
        score.tell("portal", "gateway", DAY);
        score.tell("portal", "shared", DAY + 1);

        assertThat(score.rows(2 * DAY)).containsExactly(new ClassScore.Row("gateway", 1, 1, 0, 0));
    }

    @Test
    void whatIsKnownTooLateIsWrong() {
        score.see("partner", "service", 0);
        score.tell("partner", "service", DAY + 1);

        assertThat(score.rows(2 * DAY)).containsExactly(new ClassScore.Row("service", 1, 0, 0, 0));
    }

    @Test
    void whoWasNotSeenForADayIsNotJudged() {
        score.see("early", "service", 0);
        score.see("late", "service", DAY + 1);

        assertThat(score.rows(2 * DAY)).containsExactly(new ClassScore.Row("service", 1, 0, 0, 0));
        assertThat(score.isBuilt()).isFalse();
    }

    @Test
    void busyCredentialsAreCountedApart() {
        for (int i = 0; i < ClassScore.BUSY_CALLS; i++) {
            score.see("busy", "shared", i);
        }
        score.see("quiet", "shared", 0);
        score.tell("busy", "shared", 5);

        assertThat(score.isBuilt()).isTrue();
        assertThat(score.rows(2 * DAY)).containsExactly(new ClassScore.Row("shared", 2, 1, 1, 1));
    }
}
