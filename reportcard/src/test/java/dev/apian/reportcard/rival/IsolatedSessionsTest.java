// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsolatedSessionsTest {

    /// Forty people, four sessions of ten calls a day for ten days, then one of them reads 3,000 orders in a night.
    @Test
    void aSessionUnlikeAllOthersIsFound() {
        var rival = new IsolatedSessions();
        var findings = Calls.findings(rival, with(ordinary(), nightWalk()));
        assertThat(findings)
                .filteredOn(finding -> finding.score() >= rival.published())
                .extracting("actor")
                .containsExactly("person 7");
    }

    @Test
    void ordinarySessionsAreQuiet() {
        var rival = new IsolatedSessions();
        assertThat(Calls.findings(rival, ordinary()))
                .allSatisfy(finding -> assertThat(finding.score()).isLessThan(rival.published()));
    }

    @Test
    void theFirstWeekAndTwoCallsAreQuiet() {
        var story = Calls.of("ann").times(5_000, 0, Calls.SECOND).times(2, 20 * Calls.DAY, 1);
        assertThat(Calls.findings(new IsolatedSessions(), story)).isEmpty();
    }

    @Test
    void twoRunsGiveTheSame() {
        assertThat(Calls.findings(new IsolatedSessions(), with(ordinary(), nightWalk())))
                .isEqualTo(Calls.findings(new IsolatedSessions(), with(ordinary(), nightWalk())));
    }

    private static Calls[] ordinary() {
        var stories = new Calls[40];
        for (var person = 0; person < stories.length; person++) {
            stories[person] = Calls.of("person " + person);
            for (var session = 0; session < 40; session++) {
                var start = session / 4 * Calls.DAY + (8 + session % 4 * 3L) * Calls.HOUR + person * Calls.MINUTE;
                for (var call = 0; call < 8 + (person + session) % 5; call++) {
                    stories[person].entity("order " + (person * 10 + call % 3)).at(start + call * 20L * Calls.SECOND);
                }
            }
        }
        return stories;
    }

    private static Calls nightWalk() {
        var story = Calls.of("person 7").from("198.51.100.1");
        for (var i = 0; i < 3_000; i++) {
            story.entity("order " + i).at(9 * Calls.DAY + 2 * Calls.HOUR + i * Calls.SECOND);
        }
        return story;
    }

    private static Calls[] with(Calls[] stories, Calls another) {
        var all = java.util.Arrays.copyOf(stories, stories.length + 1);
        all[stories.length] = another;
        return all;
    }
}
