// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.endpoint.TemplateLearner;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Profile.Peers;
import dev.apian.stream.Tick;
import dev.apian.testing.Saved;
import dev.apian.testing.SomeCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PopulationLearnerTest {

    private static final long GROUP = 11;
    private static final long ENDPOINT = 22;
    private static final long EPOCH = Population.EPOCH_MICROS;
    private static final long NOW = 100 * EPOCH;

    private PopulationLearner learner = new PopulationLearner();

    @Test
    void nothingLearnedIsNothingKnown() {
        Population population = published(NOW);

        assertThat(population.peers("g", GROUP, ENDPOINT)).isEqualTo(new Peers("g", 0, 0, 0));
        assertThat(level(population, ENDPOINT)).isNull();
        assertThat(population.tides()).isEqualTo(Tides.NONE);
        assertThat(population.unexplainedShare(GROUP, ENDPOINT)).isNaN();
    }

    @Test
    void membersUsersAndEveryoneAreCounted() {
        used(GROUP, 3, NOW);
        used(GROUP + 1, 2, NOW);
        learner.learn(new Lesson.Active(GROUP, NOW));

        assertThat(published(NOW).peers("g", GROUP, ENDPOINT)).isEqualTo(new Peers("g", 4, 3, 5));
    }

    @Test
    void useIsRememberedForTheNextEpochAndThenForgotten() {
        used(GROUP, 3, NOW);

        assertThat(users(NOW + EPOCH)).isEqualTo(3);
        assertThat(users(NOW + 2 * EPOCH)).isZero();
        assertThat(users(NOW + 40 * EPOCH)).isZero();
    }

    @Test
    void theFullerOfTwoEpochsSpeaksAtTheStartOfANewOne() {
        used(GROUP, 9, NOW);
        used(GROUP, 1, NOW + EPOCH);

        assertThat(users(NOW + EPOCH)).isEqualTo(9);
        assertThat(users(NOW + 2 * EPOCH)).isEqualTo(1);
    }

    @Test
    void accessesAreSummedOverTwoEpochs() {
        access(60, true, NOW);
        access(20, false, NOW + EPOCH);

        assertThat(published(NOW + EPOCH).unexplainedShare(GROUP, ENDPOINT)).isEqualTo(0.25);
    }

    @Test
    void fewAccessesGiveNoShare() {
        access(49, true, NOW);

        assertThat(published(NOW).unexplainedShare(GROUP, ENDPOINT)).isNaN();
    }

    @Test
    void theHoursOfAllGiveALevel() {
        for (int i = 0; i < 100; i++) {
            learner.learn(hour(ENDPOINT, 2));
            learner.learn(hour(ENDPOINT, 10));
        }

        assertThat(level(published(NOW), ENDPOINT)).isEqualTo(new Level(200, 5, List.of(1.5, 1.5, 1.5)));
    }

    @Test
    void fewHoursSayNothing() {
        for (int i = 0; i < 199; i++) {
            learner.learn(hour(ENDPOINT, 3));
        }

        assertThat(level(published(NOW), ENDPOINT)).isNull();
    }

    @Test
    void lessonsOfOneTickMayComeInAnyOrder() {
        List<Lesson> lessons = new ArrayList<>(manyLessons(500));
        PopulationLearner other = new PopulationLearner();
        lessons.forEach(learner::learn);
        Collections.shuffle(lessons, new Random(7));
        lessons.forEach(other::learn);

        assertSame(other.publish(tick(NOW)), published(NOW));
    }

    @Test
    void whileLittleIsKnownEveryTickPublishes() {
        used(GROUP, 1, NOW);
        assertThat(users(NOW)).isEqualTo(1);
        used(GROUP, 1, NOW);
        assertThat(users(NOW + Tick.MICROS)).isEqualTo(2);
    }

    @Test
    void afterwardsKnowledgeChangesOnceAnHour() {
        manyLessons(500).forEach(learner::learn);
        Population first = published(NOW);
        used(GROUP, 1, NOW);

        assertThat(published(NOW + 59 * Tick.MICROS)).isSameAs(first);
        assertThat(published(NOW + 60 * Tick.MICROS).peers("g", GROUP, ENDPOINT).users())
                .isEqualTo(1);
    }

    @Test
    void aRestartWithinAnHourPublishesTheSame() {
        PopulationLearner restarted = new PopulationLearner();
        List<Lesson> lessons = manyLessons(3_000);
        for (int i = 0; i < lessons.size(); i++) {
            learner.learn(lessons.get(i));
            restarted.learn(lessons.get(i));
            if (i % 25 == 0) {
                long micros = NOW + i * Tick.MICROS;
                assertSame(restarted.publish(tick(micros)), published(micros));
                restarted = Saved.reloaded(restarted, new PopulationLearner());
            }
        }
    }

    @Test
    void endpointsThatMergeAddUpAndAreKnownAtOnce() {
        manyLessons(500).forEach(learner::learn);
        Templates merged = mergedTemplates();
        long old = merged.aliases().keySet().stream().min(Long::compare).orElseThrow();
        long other = merged.aliases().keySet().stream().max(Long::compare).orElseThrow();
        for (long endpoint : new long[] {old, other}) {
            learner.learn(new Lesson.Used(GROUP, endpoint, NOW));
            for (int i = 0; i < 150; i++) {
                learner.learn(hour(endpoint, 4));
                learner.learn(new Lesson.Access(GROUP, endpoint, i % 3 > 0, NOW));
            }
        }
        published(NOW);
        learner.follow(merged);

        Population population = published(NOW + Tick.MICROS);
        long now = merged.current(old);
        assertThat(population.peers("g", GROUP, now))
                .extracting(Peers::users, Peers::everyone)
                .containsExactly(2, 2);
        assertThat(level(population, now)).isNotNull().satisfies(level -> {
            assertThat(level.windows()).isEqualTo(300);
            assertThat(level.mean()).isEqualTo(3);
        });
        assertThat(population.unexplainedShare(GROUP, now)).isEqualTo(1 / 3.0);
        assertThat(level(population, old)).isNull();
        assertThat(level(population, other)).isNull();
    }

    @Test
    void whatDidNotMergeIsLeftAlone() {
        used(GROUP, 3, NOW);
        learner.follow(mergedTemplates());

        assertThat(users(NOW)).isEqualTo(3);
        assertThat(learner.dropped()).isZero();
    }

    private static Templates mergedTemplates() {
        TemplateLearner templates = new TemplateLearner();
        for (int name = 1; name <= 60; name++) {
            templates.learn(Templates.NONE.route(
                    SomeCall.get("/users/" + "n".repeat(name)).call()));
        }
        return templates.publish(0);
    }

    private static List<Lesson> manyLessons(int count) {
        Random random = new Random(42);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long group = 100L + random.nextInt(20);
            long endpoint = 1_000L + random.nextInt(100);
            lessons.add(
                    switch (i % 4) {
                        case 0 -> new Lesson.Active(group, NOW);
                        case 1 -> new Lesson.Used(group, endpoint, NOW);
                        case 2 -> hour(endpoint, 1 + random.nextInt(50));
                        default -> new Lesson.Access(group, endpoint, random.nextBoolean(), NOW);
                    });
        }
        return lessons;
    }

    private static Lesson.Window hour(long endpoint, int count) {
        return new Lesson.Window(
                GROUP, Actor.Kind.USER, endpoint, Scale.HOUR, NOW, count, 1, Past.NONE, new ActiveHours.Share(0, 0));
    }

    private static @Nullable Level level(Population population, long endpoint) {
        return population.norms().level(endpoint, Actor.Kind.USER, Scale.HOUR);
    }

    /// Field by field, since hours of the week are arrays.
    private static void assertSame(Population one, Population other) {
        assertThat(one).usingRecursiveComparison().isEqualTo(other);
    }

    private void used(long group, int times, long micros) {
        for (int i = 0; i < times; i++) {
            learner.learn(new Lesson.Active(group, micros));
            learner.learn(new Lesson.Used(group, ENDPOINT, micros));
        }
    }

    private void access(int times, boolean explained, long micros) {
        for (int i = 0; i < times; i++) {
            learner.learn(new Lesson.Access(GROUP, ENDPOINT, explained, micros));
        }
    }

    private int users(long micros) {
        return published(micros).peers("g", GROUP, ENDPOINT).users();
    }

    private Population published(long micros) {
        return learner.publish(tick(micros));
    }

    private static long tick(long micros) {
        return Tick.of(micros);
    }
}
