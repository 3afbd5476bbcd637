// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Norms.LevelKey;
import dev.apian.stream.Tick;
import dev.apian.testing.Saved;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormsLearnerTest {

    private static final long GROUP = 11;
    private static final long ENDPOINT = 22;
    private static final long DAY = Scale.DAY.micros();
    private static final long EPOCH = Population.EPOCH_MICROS;
    private static final long NOW = 100 * EPOCH;

    private final NormsLearner learner = new NormsLearner();

    @Test
    void windowsGiveALevel() {
        hours(learner, 300, 4, NOW);

        assertThat(level(published(NOW))).isNotNull().satisfies(level -> {
            assertThat(level.windows()).isEqualTo(300);
            assertThat(level.mean()).isEqualTo(3);
        });
    }

    @Test
    void fewWindowsGiveNone() {
        hours(learner, 199, 4, NOW);

        assertThat(level(published(NOW))).isNull();
    }

    @Test
    void aLevelIsOfOneKindOfActorAndOneScale() {
        hours(learner, 300, 4, NOW);
        Norms norms = published(NOW);

        assertThat(norms.level(ENDPOINT, Actor.Kind.SERVICE, Scale.HOUR)).isNull();
        assertThat(norms.level(ENDPOINT, Actor.Kind.USER, Scale.DAY)).isNull();
        assertThat(norms.level(ENDPOINT + 1, Actor.Kind.USER, Scale.HOUR)).isNull();
    }

    @Test
    void levelsFadeAndAreForgotten() {
        hours(learner, 300, 4, NOW);
        published(NOW);

        assertThat(level(published(NOW + 10 * DAY)))
                .isNotNull()
                .satisfies(level -> assertThat(level.windows()).isBetween(200.0, 230.0));
        assertThat(level(published(NOW + 21 * DAY)))
                .as("150 windows are too few")
                .isNull();
    }

    @Test
    void oneGiantDoesNotRaiseTheLevel() {
        hours(learner, 300, 4, NOW);
        published(NOW);
        hours(learner, 1, 1_000_000, NOW);

        assertThat(level(published(NOW)))
                .isNotNull()
                .satisfies(level -> assertThat(level.mean()).isLessThan(3.5));
    }

    @Test
    void countsThatNeverScatterStillHaveADispersion() {
        hours(learner, 300, 21, NOW);
        published(NOW);
        hours(learner, 30_000, 21, NOW);

        assertThat(level(published(NOW)))
                .isNotNull()
                .satisfies(
                        level -> assertThat(level.dispersion(Maturity.NEWCOMER)).isEqualTo(0.05));
    }

    @Test
    void windowsOfAShiftTeachNothing() {
        hours(learner, 300, 4, NOW);
        Norms before = published(NOW);
        for (int i = 0; i < 1_000; i++) {
            learner.learn(hour(60, Past.NONE, NOW), 1, true);
            learner.learn(hour(60, Past.NONE, NOW), 3, false);
        }

        assertThat(level(published(NOW)))
                .isNotNull()
                .satisfies(level -> assertThat(level.mean()).isEqualTo(3));
        assertThat(published(NOW).tails()).isEqualTo(before.tails());
    }

    @Test
    void anAttackDoesNotTeachThatAttacksHappen() {
        NormsLearner attacked = new NormsLearner();
        for (NormsLearner one : List.of(learner, attacked)) {
            hours(one, 3_000, 4, NOW);
            one.publish(Tick.of(NOW));
            hours(one, 3_000, 4, NOW);
        }
        hours(attacked, 100, 50_000, NOW);
        hours(learner, 100, 4, NOW);

        assertThat(attacked.publish(Tick.of(NOW + DAY)).tails())
                .isEqualTo(published(NOW + DAY).tails());
    }

    @Test
    void lessonsMayComeInAnyOrder() {
        List<Lesson.Window> lessons = crowd(new Random(1), Burst.GAMMA, 60, 20, 0).lessons;
        NormsLearner other = new NormsLearner();
        taught(learner, lessons.subList(0, 2_000), NOW);
        taught(other, lessons.subList(0, 2_000), NOW);
        List<Lesson.Window> shuffled = new ArrayList<>(lessons.subList(2_000, lessons.size()));
        taught(learner, shuffled, NOW + 20 * DAY);
        Collections.shuffle(shuffled, new Random(3));
        taught(other, shuffled, NOW + 20 * DAY);

        assertSame(other.published(), learner.published());
        assertThat(learner.published().tails()).isNotEmpty();
        assertThat(learner.published().hours()).isNotEmpty();
    }

    /// An actor that comes back after weeks closes windows of long ago.
    @Test
    void lessonsOfLongAgoMayComeInAnyOrderToo() {
        NormsLearner other = new NormsLearner();
        List<Lesson.Window> lessons = new ArrayList<>();
        for (NormsLearner one : List.of(learner, other)) {
            hours(one, 3_000, 4, NOW);
            one.publish(Tick.of(NOW));
            hours(one, 3_000, 4, NOW);
            one.publish(Tick.of(NOW));
        }
        for (int i = 0; i < 300; i++) {
            lessons.add(hour(4, Past.NONE, NOW + EPOCH));
            lessons.add(hour(30, Past.NONE, NOW - EPOCH));
        }
        lessons.forEach(lesson -> learner.learn(lesson, 1, false));
        Collections.reverse(lessons);
        lessons.forEach(lesson -> other.learn(lesson, 1, false));

        assertSame(other.publish(Tick.of(NOW + EPOCH)), published(NOW + EPOCH));
    }

    @Test
    void aRestartBetweenAnyTwoDaysChangesNothing() {
        NormsLearner restarted = new NormsLearner();
        List<Lesson.Window> lessons = crowd(new Random(2), Burst.GAMMA, 60, 20, 0).lessons;
        for (int day = 0; day < 20; day++) {
            List<Lesson.Window> today = lessons.subList(lessons.size() * day / 20, lessons.size() * (day + 1) / 20);
            taught(learner, today, NOW + day * DAY);
            taught(restarted, today, NOW + day * DAY);
            assertSame(restarted.published(), learner.published());
            restarted = Saved.through(restarted::save, new NormsLearner(), NormsLearner::load);
        }
        assertThat(learner.published().tails()).isNotEmpty();
    }

    @Test
    void endpointsThatMergeAddUp() {
        hours(learner, 300, 4, NOW);
        for (int i = 0; i < 300; i++) {
            Lesson.Window one = hour(2, Past.NONE, NOW);
            learner.learn(
                    new Lesson.Window(
                            GROUP, one.kind(), 33, one.scale(), NOW, one.count(), 1, one.before(), one.hour()),
                    1,
                    false);
        }
        learner.follow(endpoint -> ENDPOINT);

        assertThat(level(published(NOW))).isNotNull().satisfies(level -> {
            assertThat(level.windows()).isEqualTo(600);
            assertThat(level.mean()).isEqualTo(2);
        });
        assertThat(published(NOW).levels()).containsOnlyKeys(new LevelKey(ENDPOINT, Actor.Kind.USER, Scale.HOUR));
    }

    @Test
    void anHeirBeginsWithAThirdAndChangesNothingOfTheOther() {
        hours(learner, 3_000, 4, NOW);

        assertThat(learner.inherit(33, ENDPOINT)).isTrue();
        assertThat(learner.inherit(34, 999)).isFalse();
        Norms norms = published(NOW);
        assertThat(norms.level(33, Actor.Kind.USER, Scale.HOUR)).isNotNull().satisfies(level -> {
            assertThat(level.windows()).isBetween(899.0, 901.0);
            assertThat(level.mean()).isBetween(2.99, 3.01);
        });
        assertThat(level(norms))
                .isNotNull()
                .satisfies(level -> assertThat(level.windows()).isEqualTo(3_000));
    }

    /// The promise of the whole package: of windows promised once in a thousand, about one in a thousand happens.
    @ParameterizedTest
    @EnumSource
    void oneInAThousandHappensOnceInAThousand(Burst burst) {
        Crowd crowd = crowd(new Random(20_261_127), burst, 300, 28, 14);

        assertThat(crowd.windows).isGreaterThan(20_000);
        assertThat(crowd.rare / (1e-3 * crowd.windows)).isBetween(0.5, 2.0);
    }

    enum Burst {
        GAMMA,
        LOG_NORMAL;

        /// Of mean one.
        double next(Random random) {
            return switch (this) {
                case GAMMA -> -StrictMath.log(1 - random.nextDouble());
                case LOG_NORMAL -> StrictMath.exp(0.9 * random.nextGaussian() - 0.405);
            };
        }
    }

    /// What a crowd taught, and how often afterwards a window was one in a thousand.
    private static final class Crowd {
        private final List<Lesson.Window> lessons = new ArrayList<>();
        private long windows;
        private long rare;
    }

    /// Actors of several rates, each active in six hours a day.
    private static Crowd crowd(Random random, Burst burst, int actors, int days, int daysAfter) {
        Crowd crowd = new Crowd();
        NormsLearner learner = new NormsLearner();
        Rates[] rates = new Rates[actors];
        double[] means = new double[actors];
        for (int actor = 0; actor < actors; actor++) {
            rates[actor] = new Rates();
            means[actor] = StrictMath.exp(1 + random.nextGaussian());
        }
        for (int day = 0; day < days + daysAfter; day++) {
            boolean after = day >= days;
            for (int hour = 8; hour < 14; hour++) {
                long micros = NOW + day * DAY + hour * Scale.HOUR.micros();
                for (int actor = 0; actor < actors; actor++) {
                    int count = 1 + poisson(means[actor] * burst.next(random), random);
                    rates[actor].count(micros, count, (scale, start, closed, before) -> {
                        if (scale == Scale.HOUR) {
                            Lesson.Window lesson = hour(closed, before, start);
                            crowd.windows += after ? 1 : 0;
                            crowd.rare += after && probability(lesson, learner.published()) <= 1e-3 ? 1 : 0;
                            crowd.lessons.add(lesson);
                            learner.learn(lesson, 1, false);
                        }
                    });
                }
                learner.publish(Tick.of(micros));
            }
        }
        return crowd;
    }

    private static double probability(Lesson.Window window, Norms norms) {
        Expected expected = Expected.of(window.before(), level(norms));
        Maturity maturity = Maturity.of(window.before().windows());
        return norms.tail(Bucket.of(Scale.HOUR, Actor.Kind.USER, expected, maturity))
                .probability(expected.surprise(window.count()));
    }

    private static int poisson(double mean, Random random) {
        double left = mean;
        int count = -1;
        while (left >= 0) {
            left += StrictMath.log(1 - random.nextDouble());
            count++;
        }
        return count;
    }

    private static void taught(NormsLearner learner, List<Lesson.Window> lessons, long micros) {
        lessons.forEach(lesson -> learner.learn(lesson, 1, false));
        learner.publish(Tick.of(micros));
    }

    private static void hours(NormsLearner learner, int windows, int count, long micros) {
        for (int i = 0; i < windows; i++) {
            learner.learn(hour(count, Past.NONE, micros), 1, false);
        }
    }

    private static Lesson.Window hour(int count, Past before, long micros) {
        ActiveHours.Share always = new ActiveHours.Share(40, 40);
        return new Lesson.Window(GROUP, Actor.Kind.USER, ENDPOINT, Scale.HOUR, micros, count, 1, before, always);
    }

    private Norms published(long micros) {
        return learner.publish(Tick.of(micros));
    }

    private static @Nullable Level level(Norms norms) {
        return norms.level(ENDPOINT, Actor.Kind.USER, Scale.HOUR);
    }

    /// Field by field, since hours of the week are arrays.
    private static void assertSame(Norms one, Norms other) {
        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }
}
