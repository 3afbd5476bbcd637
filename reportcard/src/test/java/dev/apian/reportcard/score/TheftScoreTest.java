// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TheftScoreTest {

    private static final long MINUTE = 60_000_000L;
    private static final long DAY = 24 * 60 * MINUTE;

    @Test
    void aReadIsFoundAtOnceIfTheAlertIsThereWithinAMinute() {
        Theft read = theft("one read", "mallory", 0, 20 * DAY);

        TheftScore soon = scoreOf(read, claim("mallory", MINUTE, "ev-1"));
        TheftScore later = scoreOf(read, claim("mallory", MINUTE + 1, "ev-1"));

        assertThat(soon.within(TheftScore.AT_ONCE).found()).isEqualTo(1);
        assertThat(later.within(TheftScore.AT_ONCE).found()).isZero();
        assertThat(later.byTheEnd().found()).isEqualTo(1);
    }

    @Test
    void evidenceOfOrdinaryWorkFindsNothing() {
        TheftScore score = scoreOf(theft("one read", "mallory", 0, 20 * DAY), claim("mallory", MINUTE, "ev-77"));

        assertThat(score.byTheEnd().found()).isZero();
        assertThat(score.medianDays()).isEmpty();
    }

    @Test
    void aClaimAboutSomebodyElseFindsNothing() {
        TheftScore score = scoreOf(theft("one read", "mallory", 0, 20 * DAY), claim("alice", MINUTE, "ev-1"));

        assertThat(score.byTheEnd().found()).isZero();
    }

    @Test
    void whoWasWatchedForLessIsNotCounted() {
        TheftScore score = new TheftScore();
        score.add(theft("1 a day", "mallory", 0, 20 * DAY), List.of(claim("mallory", 9 * DAY, "ev-1")));
        score.addAll(scoreOf(theft("1 a day", "trudy", 0, 8 * DAY), claim("trudy", 2 * DAY, "ev-1")));

        assertThat(score.within(Duration.ofDays(7))).isEqualTo(new TheftScore.Found(1, 2));
        assertThat(score.within(Duration.ofDays(14))).isEqualTo(new TheftScore.Found(1, 1));
        assertThat(score.within(Duration.ofDays(30)).share()).isNaN();
        assertThat(score.byTheEnd().share()).isEqualTo(1);
        assertThat(score.medianDays()).hasValue(2);
    }

    @Test
    void alertsAboutInnocentsAreMergedByTheDay() {
        List<EntityClaim> claims = List.of(
                claim("alice", DAY, "ev-5"),
                claim("alice", DAY + MINUTE, "ev-6"),
                claim("alice", 3 * DAY, "ev-7"),
                claim("mallory", DAY, "ev-1"));

        Loudness loudness = Loudness.of(claims, Set.of("alice", "bob"), 10);

        assertThat(loudness.alerts()).isEqualTo(2);
        assertThat(loudness.perThousand()).isCloseTo(1_000 * 2 / 20.0, within(1e-9));
        assertThat(Loudness.NONE.perThousand()).isZero();
    }

    private static Theft theft(String how, String actor, long first, long until) {
        return new Theft(how, actor, first, until, Set.of("ev-1", "ev-2"));
    }

    private static EntityClaim claim(String actor, long micros, String call) {
        return new EntityClaim(actor, micros, "unseen-entities", List.of("ev-90", call));
    }

    private static TheftScore scoreOf(Theft theft, EntityClaim claim) {
        TheftScore score = new TheftScore();
        score.add(theft, List.of(claim));
        return score;
    }
}
