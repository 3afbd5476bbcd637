// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.detector;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.detector.IdWalk.Limits;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdWalkTest {

    private final DetectorTester<?> tester = new DetectorTester<>(new IdWalk(Limits.DEFAULT));
    private final Story walk =
            Story.of("mallory").readsOrders(1001, 1200).every(ofSeconds(5)).neverShown();

    @Test
    void raisesOnceWhenAConsumerCountsThroughOrders() {
        assertThat(tester.watch(walk)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory made 25 steps to a neighbouring order id on GET /v1/orders/{orderId} "
                            + "within 2 minutes, all answered; none had been shown to it before");
            assertThat(signal.usual())
                    .isEqualTo("peers were shown 98 % of what they open here beforehand; "
                            + "the limit is 25 steps within 1 hour");
            assertThat(signal.involved().entities()).startsWith("order 1002", "order 1003");
            assertThat(signal.calls()).hasSize(Signal.CALLS_MAX);
        });
    }

    @Test
    void raisesWhenTheConsumerCountsDown() {
        assertThat(tester.watch(walk.readsOrders(1200, 1001))).hasSize(1);
    }

    @Test
    void isLessSureWhenEveryReadIsRefused() {
        double answered = tester.watch(walk).getFirst().strength();
        assertThat(tester.watch(walk.isRefused())).singleElement().satisfies(signal -> {
            assertThat(signal.happened()).contains("25 steps").contains("0 answered");
            assertThat(signal.strength()).isLessThan(answered);
        });
    }

    @Test
    void raisesWhenThreadsOfAScriptOvertakeEachOther() {
        List<Integer> ids = IntStream.range(0, 50)
                .boxed()
                .flatMap(i -> List.of(4 * i, 4 * i + 2, 4 * i + 1, 4 * i + 3).stream())
                .toList();
        assertThat(tester.watch(walk.readsOrders(ids))).hasSize(1);
    }

    @Test
    void raisesWhenOneCallNamesManyNeighbours() {
        Story batches = walk.readsInBatchesOf(10);
        assertThat(tester.watch(batches))
                .singleElement()
                .satisfies(signal -> assertThat(signal.calls()).hasSize(3));
    }

    @Test
    void raisesAgainInTheNextWindow() {
        assertThat(tester.watch(walk, walk.later(ofHours(2)))).hasSize(2);
    }

    @Test
    void raisesAtAHigherLimitWherePeersAreNotShownWhatTheyOpen() {
        Story blind = walk.whilePeersGuess(Double.NaN);
        assertThat(tester.watch(blind.readsOrders(1, 90))).isEmpty();
        assertThat(tester.watch(blind))
                .singleElement()
                .satisfies(signal -> assertThat(signal.strength()).isLessThan(0.6));
    }

    @Test
    void staysQuietWhenSomebodyPagesThroughTheirOwnList() {
        assertThat(tester.watch(walk.whichWas(Provenance.SHOWN))).isEmpty();
        assertThat(tester.watch(walk.whichWas(Provenance.USED))).isEmpty();
    }

    @Test
    void staysQuietForReadsInNoOrder() {
        List<Integer> ids = IntStream.rangeClosed(1001, 1200).boxed().collect(Collectors.toList());
        Collections.shuffle(ids, new Random(7));
        assertThat(tester.watch(walk.readsOrders(ids))).isEmpty();
    }

    @Test
    void staysQuietWhenOneOrderIsPolled() {
        assertThat(tester.watch(walk.readsOrders(Collections.nCopies(200, 1001))))
                .isEmpty();
    }

    @Test
    void staysQuietForABatchJobThatReadsAsMuchEveryDay() {
        Story job = walk.whilePeersGuess(0.9);
        assertThat(tester.watch(job)).hasSize(1);
        assertThat(tester.watch(job.usuallyCalls(200, 400))).isEmpty();
    }

    @Test
    void keepsConsumersApart() {
        assertThat(tester.watch(
                        Story.of("alice").readsOrders(1, 20).neverShown(),
                        Story.of("bob").readsOrders(21, 40).neverShown()))
                .isEmpty();
    }

    /// Blind spots named on the card, pinned here so that closing one is a visible change.
    @Test
    void doesNotSeeStepsOfTwo() {
        assertThat(tester.watch(walk.readsOrders(
                        IntStream.range(0, 200).map(i -> 2 * i).boxed().toList())))
                .isEmpty();
    }

    @Test
    void doesNotSeeASlowWalk() {
        assertThat(tester.watch(walk.every(ofMinutes(3)))).isEmpty();
    }

    @Test
    void refusesLimitsThatContradictEachOther() {
        assertThatThrownBy(() -> new Limits(ofHours(1), 600, 500, 3, 0.35))
                .hasMessage("steps=600 > stepsWhenBlind=500, raise the latter");
    }
}
