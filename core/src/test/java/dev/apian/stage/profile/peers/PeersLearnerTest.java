// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stream.Tick;
import dev.apian.testing.Saved;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeersLearnerTest {

    private static final long DAY = Duration.ofDays(1).toMillis() * 1_000;
    private static final int FIRST = 20_000;
    private static final int ACTORS = 300;

    /// Of the three groups of twenty endpoints each, one that the second uses.
    private static final long FOREIGN = endpoint(25);

    private PeersLearner learner = new PeersLearner();

    @Test
    void aUseForeignToTheGroupIsOdderThanAnotherOfItsOwn() {
        live(FIRST, FIRST + 12);
        PeerModel model = publish(FIRST + 12);

        assertThat(model.shareAsOdd(own(0), 100, FOREIGN)).isLessThan(0.02);
        assertThat(model.shareAsOdd(own(0), 100, endpoint(19))).isGreaterThan(0.1);
    }

    @Test
    void nothingIsSaidBeforeOrdinaryFirstUsesWereSeen() {
        assertThat(publish(FIRST).shareAsOdd(own(0), 100, FOREIGN)).isNaN();
        live(FIRST, FIRST + 1);
        assertThat(publish(FIRST + 1).shareAsOdd(own(0), 100, FOREIGN)).isNaN();
    }

    @Test
    void nothingIsSaidOfWhatNobodyUsedBefore() {
        live(FIRST, FIRST + 12);
        learner.learn(1, 100, 77_777, micros(FIRST + 11));

        assertThat(publish(FIRST + 12).shareAsOdd(own(0), 100, 77_777)).isNaN();
    }

    @Test
    void whatManyOfAGroupBeginToUseWithinADayIsARollOut() {
        live(FIRST, FIRST + 12);
        for (int i = 0; i < 12; i += 3) {
            learner.learn(i, 100, FOREIGN, micros(FIRST + 12));
        }
        assertThat(publish(FIRST + 12, 5).shareAsOdd(own(0), 100, FOREIGN)).isLessThan(0.02);
        learner.learn(12, 100, FOREIGN, micros(FIRST + 12));
        assertThat(publish(FIRST + 12, 6).shareAsOdd(own(0), 100, FOREIGN)).isEqualTo(1);
    }

    @Test
    void oneActorAloneTeachesNothing() {
        live(FIRST, FIRST + 12);
        for (int day = FIRST + 12; day < FIRST + 18; day++) {
            learner.learn(3, 100, FOREIGN, micros(day));
        }
        live(FIRST + 12, FIRST + 18);

        assertThat(publish(FIRST + 18).shareAsOdd(own(0), 100, FOREIGN)).isLessThan(0.02);
    }

    @Test
    void whatSeveralDoForDaysBecomesUsual() {
        live(FIRST, FIRST + 12);
        double before = publish(FIRST + 12).shareAsOdd(own(0), 100, FOREIGN);
        for (int day = FIRST + 12; day < FIRST + 18; day++) {
            for (int i = 30; i < 180; i += 3) {
                learner.learn(i, 100, FOREIGN, micros(day));
            }
        }
        live(FIRST + 12, FIRST + 18);

        assertThat(publish(FIRST + 19).shareAsOdd(own(0), 100, FOREIGN)).isGreaterThan(5 * before);
    }

    @Test
    void whatOneUsesNowAndThenSinceAWeekIsOddForOthersAndWhatIsNewerIsNot() {
        live(FIRST, FIRST + 4);
        learner.learn(1, 101, 77_777, micros(FIRST + 4));
        live(FIRST + 4, FIRST + 12);
        learner.learn(1, 101, 88_888, micros(FIRST + 9));
        PeerModel model = publish(FIRST + 12);

        assertThat(model.shareAsOdd(own(0), 100, 77_777)).isLessThan(0.02);
        assertThat(model.shareAsOdd(own(0), 100, 88_888)).isNaN();
    }

    @Test
    void aDayThatIsAFindingDoesNotTeachWhatIsOrdinary() {
        live(FIRST, FIRST + 12);
        PeersLearner spared = Saved.reloaded(learner, new PeersLearner());
        for (int i = 0; i < 60; i += 3) {
            for (int n = 0; n < 4; n++) {
                learner.learn(i, 100, endpoint(20 + (i + 5 * n) % 40), micros(FIRST + 12));
            }
        }
        live(FIRST + 12, FIRST + 13);
        double after = publish(FIRST + 13).shareAsOdd(own(0), 100, FOREIGN);
        learner = spared;
        live(FIRST + 12, FIRST + 13);

        assertThat(after).isLessThan(2 * publish(FIRST + 13).shareAsOdd(own(0), 100, FOREIGN));
    }

    @Test
    void rollOutsAreKnownByGroupAndEndpoint() {
        live(FIRST, FIRST + 12);
        for (int i = 0; i < 15; i += 3) {
            learner.learn(i, 100, FOREIGN, micros(FIRST + 12));
        }

        assertThat(publish(FIRST + 12, 6).rollOuts()).contains(new PeerModel.RollOut(100, FOREIGN));
    }

    @Test
    void theModelChangesOnceADayWhenTheFirstDaysAreOver() {
        live(FIRST, FIRST + 12);
        PeerModel model = publish(FIRST + 12);
        learner.learn(3, 100, endpoint(18), micros(FIRST + 12));

        assertThat(publish(FIRST + 12, 23)).isSameAs(model);
        assertThat(publish(FIRST + 13)).isNotEqualTo(model);
    }

    @Test
    void aRestartChangesNothing() {
        PeersLearner restarted = new PeersLearner();
        for (int day = FIRST; day < FIRST + 8; day++) {
            live(day, day + 1);
            PeersLearner whole = learner;
            learner = restarted;
            live(day, day + 1);
            restarted = Saved.reloaded(learner, new PeersLearner());
            learner = whole;
            long tick = (day + 1) * Tick.PER_DAY;
            assertThat(restarted.publish(tick)).isEqualTo(learner.publish(tick));
        }
        assertThat(learner.dropped()).isZero();
    }

    /// Every actor uses six endpoints of its group a day, those of few days drawn anew.
    private void live(int from, int to) {
        for (int day = from; day < to; day++) {
            Random random = new Random(day);
            for (int i = 0; i < ACTORS; i++) {
                int group = i % 3;
                for (int n = 0; n < 6; n++) {
                    int habit = (int) Math.floorMod(i * 31L + n * 7L, 20L);
                    int drawn = random.nextInt(30) == 0 ? random.nextInt(20) : habit;
                    learner.learn(i, 100L + group, endpoint(group * 20 + drawn), micros(day));
                }
            }
            publish(day + 1);
        }
    }

    private static long[] own(int actor) {
        return List.of(0, 7, 14, 1, 8).stream()
                .mapToLong(n -> endpoint((n + actor) % 20))
                .sorted()
                .toArray();
    }

    private PeerModel publish(int day) {
        return publish(day, 0);
    }

    private PeerModel publish(int day, int hour) {
        return learner.publish(day * Tick.PER_DAY + hour * Tick.PER_HOUR);
    }

    private static long endpoint(int n) {
        return 1_000L + n;
    }

    private static long micros(int day) {
        return day * DAY + DAY / 2;
    }
}
