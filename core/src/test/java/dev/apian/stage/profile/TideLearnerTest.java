// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Tides.Part;
import dev.apian.stage.profile.Tides.Shift;
import dev.apian.stream.Tick;
import dev.apian.testing.Saved;
import java.util.List;
import org.junit.jupiter.api.Test;

class TideLearnerTest {

    private static final long GROUP = 11;
    private static final long ENDPOINT = 22;
    private static final long SLOT = Scale.TEN_MINUTES.micros();
    private static final long DAY = Scale.DAY.micros();
    private static final long START = 20_000 * DAY;
    private static final int ACTORS = 40;

    private TideLearner learner = new TideLearner();
    private long now = START;

    @Test
    void ordinaryDaysAreNoTide() {
        slots(6 * 144, ACTORS, 2, 2);

        assertThat(learner.published()).isEqualTo(Tides.NONE);
    }

    @Test
    void aReleaseIsOneNoticeAndTheFactorRises() {
        slots(4 * 144, ACTORS, 2, 2);
        slots(24, ACTORS, 2, 8);

        Tides tides = learner.published();
        assertThat(tides.factor(GROUP, ENDPOINT))
                .as("four times, each actor cut")
                .isCloseTo(3.1, within(0.3));
        assertThat(tides.shifts()).singleElement().satisfies(shift -> {
            assertThat(shift.until()).as("goes on").isZero();
            assertThat(shift.parts()).singleElement().satisfies(part -> {
                assertThat(part.endpoint()).isEqualTo(ENDPOINT);
                assertThat(part.factor()).isBetween(3f, 4.5f);
                assertThat(part.breadth()).isGreaterThan(0.9f);
            });
        });
    }

    @Test
    void aReleaseIsOverWhenTheFactorHasFallen() {
        slots(4 * 144, ACTORS, 2, 2);
        slots(12, ACTORS, 2, 8);
        long rose = now;
        slots(3 * 144, ACTORS, 2, 2);

        assertThat(learner.published().factors()).isEmpty();
        assertThat(learner.published().shifts()).singleElement().satisfies(shift -> {
            assertThat(shift.until()).isBetween(rose, rose + DAY / 4);
            assertThat(learner.isShift(window(shift.from() + 1))).isTrue();
            assertThat(learner.isShift(window(shift.from() - 2 * Scale.HOUR.micros())))
                    .isFalse();
            assertThat(learner.isShift(window(shift.until() + 1))).isFalse();
        });
    }

    @Test
    void inTheFirstDaysTheFactorRisesButNothingIsSaid() {
        slots(144, ACTORS, 2, 2);
        slots(12, ACTORS, 2, 8);

        assertThat(learner.published().factor(GROUP, ENDPOINT)).isGreaterThan(2);
        assertThat(learner.published().shifts()).isEmpty();
    }

    @Test
    void oneBusyActorIsNoTide() {
        slots(4 * 144, ACTORS, 2, 2);
        for (int i = 0; i < 12; i++) {
            calls(GROUP, ENDPOINT, ACTORS, 2, 2);
            calls(GROUP, ENDPOINT, 1, 2, 4_000);
            tick();
        }

        assertThat(learner.published().factor(GROUP, ENDPOINT)).isLessThan(1.25);
        assertThat(learner.published().shifts()).isEmpty();
    }

    @Test
    void fewActorsAreNoNotice() {
        slots(4 * 144, 2, 2, 2);
        slots(24, 2, 2, 12);

        assertThat(learner.published().shifts()).isEmpty();
    }

    @Test
    void aQuietHourOfOthersMakesNobodysWorkOdd() {
        slots(4 * 144, ACTORS, 4, 4);
        slots(12, ACTORS, 4, 1);

        assertThat(learner.published().factor(GROUP, ENDPOINT)).isEqualTo(1);
        assertThat(learner.published().shifts()).isEmpty();
    }

    @Test
    void anActorThatRisesMoreThanItsPeersIsStillFound() {
        slots(4 * 144, ACTORS, 2, 2);
        slots(24, ACTORS, 2, 8);
        Expected usual = new Expected(3, 0.5);
        double factor = learner.published().factor(GROUP, ENDPOINT);
        Usual.Known now = new Usual.Known(usual.times(factor), 40, false, factor, 1, Tail.NOMINAL);
        Usual.Known ordinary = new Usual.Known(usual, 40, false, 1, 1, Tail.NOMINAL);

        assertThat(now.probabilityOf(16)).as("four times, as everybody").isGreaterThan(0.1);
        assertThat(ordinary.probabilityOf(16)).isLessThan(0.01);
        assertThat(now.probabilityOf(200)).as("fifty times").isLessThan(2e-5);
    }

    @Test
    void whereFewCallTheGroupSpeaks() {
        slots(4 * 144, ACTORS, 2, 2);
        for (int i = 0; i < 12; i++) {
            calls(GROUP, ENDPOINT, ACTORS, 2, 8);
            calls(GROUP, 99, 1, 1, 1);
            tick();
        }

        assertThat(learner.published().factor(GROUP, 99))
                .as("one call an actor")
                .isBetween(1.4, 4.2);
        assertThat(learner.published().factor(GROUP, 12_345)).as("never called").isGreaterThan(2.5);
        assertThat(learner.published().factor(GROUP + 1, ENDPOINT))
                .as("another group")
                .isEqualTo(1);
    }

    @Test
    void factorsOfTheLastHoursAreKeptForWindowsToldLater() {
        slots(4 * 144, ACTORS, 2, 2);
        slots(12, ACTORS, 2, 8);
        long rose = now;
        slots(36, ACTORS, 2, 2);

        assertThat(learner.factorAt(window(rose - Scale.HOUR.micros()))).isGreaterThan(2.5);
        assertThat(learner.factorAt(window(rose - 20 * Scale.HOUR.micros()))).isEqualTo(1);
        slots(2 * 144, ACTORS, 2, 2);
        assertThat(learner.factorAt(window(rose - Scale.HOUR.micros())))
                .as("forgotten")
                .isEqualTo(1);
    }

    @Test
    void theOrderOfLessonsDoesNotMatter() {
        TideLearner forward = new TideLearner();
        TideLearner backward = new TideLearner();
        // Keys that a hash table cannot tell apart keep the order in which they came.
        long twin = GROUP << 32;
        for (int i = 0; i < 4 * 144 + 12; i++) {
            boolean rises = i >= 4 * 144;
            learner = forward;
            calls(GROUP, ENDPOINT, 20, 2, rises ? 8 : 2);
            calls(twin, ENDPOINT, 40, 1, rises ? 4 : 1);
            forward.publish(Tick.of(now + SLOT));
            learner = backward;
            calls(twin, ENDPOINT, 40, 1, rises ? 4 : 1);
            calls(GROUP, ENDPOINT, 20, 2, rises ? 8 : 2);
            tick();
        }

        assertThat(forward.published().shifts()).hasSize(1);
        assertThat(backward.published()).isEqualTo(forward.published());
    }

    @Test
    void aNoticeNamesTheStrongestEndpointsOnly() {
        for (int i = 0; i < 4 * 144 + 12; i++) {
            for (int endpoint = 1; endpoint <= 30; endpoint++) {
                calls(GROUP, endpoint, 4, 2, i < 4 * 144 ? 2 : 6 + endpoint % 3);
            }
            tick();
        }

        List<Shift> shifts = learner.published().shifts();
        assertThat(shifts)
                .singleElement()
                .satisfies(shift -> assertThat(shift.parts())
                        .hasSize(20)
                        .isSortedAccordingTo((a, b) -> Float.compare(b.factor(), a.factor()))
                        .extracting(Part::endpoint)
                        .doesNotHaveDuplicates());
    }

    @Test
    void pairsBeyondTheLimitAreCountedAndLeftToTheirGroup() {
        for (int endpoint = 1; endpoint <= TideLearner.PAIRS_MAX + 50; endpoint++) {
            calls(GROUP, endpoint, 1, 1, 1);
        }

        assertThat(learner.dropped()).as("one pair is the group itself").isEqualTo(51);
    }

    @Test
    void endpointsThatMergeAddUp() {
        slots(4 * 144, ACTORS, 2, 2);
        calls(GROUP, 99, ACTORS, 2, 8);
        learner.follow(endpoint -> endpoint == 99 ? ENDPOINT : endpoint);
        tick();

        assertThat(learner.published().factors().keySet())
                .extracting(Population.Pair::endpoint)
                .doesNotContain(99L);
        assertThat(learner.published().factor(GROUP, ENDPOINT)).isGreaterThan(1.4);
    }

    @Test
    void aRestartBetweenAnyTwoTicksChangesNothing() {
        TideLearner restarted = new TideLearner();
        TideLearner steady = learner;
        for (int i = 0; i < 4 * 144 + 60; i++) {
            int observed = i < 4 * 144 || i > 4 * 144 + 12 ? 2 : 8;
            learner = steady;
            calls(GROUP, ENDPOINT, ACTORS, 2, observed);
            steady.publish(Tick.of(now + SLOT));
            learner = restarted;
            calls(GROUP, ENDPOINT, ACTORS, 2, observed);
            tick();
            assertThat(restarted.published()).isEqualTo(steady.published());
            restarted = Saved.through(restarted::save, new TideLearner(), TideLearner::load);
            assertThat(restarted.factorAt(window(now - Scale.HOUR.micros())))
                    .isEqualTo(steady.factorAt(window(now - Scale.HOUR.micros())));
        }
        assertThat(steady.published().shifts()).hasSize(1);
    }

    private void slots(int slots, int actors, int expected, int observed) {
        for (int i = 0; i < slots; i++) {
            calls(GROUP, ENDPOINT, actors, expected, observed);
            tick();
        }
    }

    /// Each of the actors makes so many calls in these ten minutes.
    private void calls(long group, long endpoint, int actors, int expected, int observed) {
        for (int actor = 0; actor < actors; actor++) {
            for (int before = 0; before < observed; before++) {
                learner.learn(
                        new Lesson.Flow(
                                group, Actor.Kind.USER, endpoint, now, before, before + 1, before == 0, Past.NONE),
                        expected);
            }
        }
    }

    private void tick() {
        now += SLOT;
        learner.publish(Tick.of(now));
    }

    private static Lesson.Window window(long micros) {
        ActiveHours.Share always = new ActiveHours.Share(40, 40);
        return new Lesson.Window(GROUP, Actor.Kind.USER, ENDPOINT, Scale.HOUR, micros, 5, 1, Past.NONE, always);
    }
}
