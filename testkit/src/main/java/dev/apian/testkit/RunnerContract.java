// SPDX-License-Identifier: Apache-2.0
package dev.apian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.Pipeline;
import dev.apian.PlainRunner;
import dev.apian.simulator.WorldSettings;
import dev.apian.stage.call.Call;
import dev.apian.stage.identity.Ruling;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Card;
import dev.apian.stage.triage.Alert;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every runner promises: the alerts of the reference loop, ids included, whatever the number of
/// threads, wherever it was stopped, and in whatever order calls come within the allowed lateness. A call too
/// late is counted and stored.
///
/// The traffic is a simulated world with attacks, so that every stage, every kind of knowledge and most
/// detections take part.
public abstract class RunnerContract {

    protected static final Duration LATENESS = Duration.ofMinutes(2);

    private static final List<Call> CALLS = SimulatedCalls.of(WorldSettings.of(9, 50, 11));
    private static final List<Told> EXPECTED = reference(CALLS);

    /// Runs of the same input that are stopped, spread evenly over it.
    private static final int STOPS = 7;

    /// What is compared of an alert.
    ///
    /// @param calls ids of the calls behind it
    public record Told(
            String id,
            double risk,
            String title,
            String summary,
            String actor,
            List<String> scenarios,
            List<String> calls,
            List<String> evidence) {

        /// One fact of the evidence, to the last digit.
        public static String fact(String measure, double observed, double expected, String unit, String window) {
            return "%s: %s, usually %s %s in %s".formatted(measure, observed, expected, unit, window);
        }

        public static Told of(Alert alert) {
            return new Told(
                    alert.id(),
                    alert.risk(),
                    alert.title(),
                    alert.summary(),
                    alert.actor().id(),
                    alert.cards().stream().map(Card::id).toList(),
                    alert.calls(),
                    alert.signals().stream()
                            .flatMap(signal -> signal.evidence().stream())
                            .map(fact -> fact(
                                    fact.measure(),
                                    fact.observed(),
                                    fact.expected(),
                                    fact.unit(),
                                    fact.window().toString()))
                            .toList());
        }
    }

    /// A runner under test, over storage of its own that outlives a crash.
    protected interface Running extends AutoCloseable {

        void offer(Call call) throws IOException;

        /// Stops without warning and starts again from what was durable. Tells how many of the calls offered
        /// so far the runner still knows; the source will offer the others again.
        int crash() throws IOException;

        /// The input is at its end.
        void finish() throws IOException;

        /// The latest version of each alert, in any order.
        List<Told> alerts() throws IOException;

        long late() throws IOException;

        /// Ids of all stored calls, sorted, each as often as it is stored.
        List<String> stored() throws IOException;

        @Override
        void close() throws IOException;
    }

    /// A fresh runner.
    ///
    /// @param threads how many may work in parallel
    protected abstract Running start(Pipeline pipeline, int threads) throws IOException;

    @Test
    void theTrafficRaisesAlertsOfManyKinds() {
        assertThat(EXPECTED.stream()
                        .flatMap(alert -> alert.scenarios().stream())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void raisesTheSameAlertsWithAnyNumberOfThreads(int threads) throws IOException {
        try (Running running = start(pipeline(), threads)) {
            offerAll(running, CALLS);
            running.finish();
            assertThat(sorted(running.alerts())).isEqualTo(EXPECTED);
            assertThat(running.late()).isZero();
        }
    }

    @Test
    void raisesTheSameAlertsWhereverItWasStopped() throws IOException {
        Random random = new Random(3);
        for (int stop = 1; stop <= STOPS; stop++) {
            int until = CALLS.size() * stop / (STOPS + 1) + random.nextInt(50);
            try (Running running = start(pipeline(), 2)) {
                offerAll(running, CALLS.subList(0, until));
                int known = running.crash();
                assertThat(known)
                        .as("calls known after a crash at call %d", until)
                        .isBetween(0, until);
                offerAll(running, CALLS.subList(known, CALLS.size()));
                running.finish();
                assertThat(sorted(running.alerts()))
                        .as("alerts after a crash at call %d", until)
                        .isEqualTo(EXPECTED);
                assertThat(running.stored())
                        .as("calls stored after a crash at call %d", until)
                        .isEqualTo(ids(CALLS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void raisesTheSameAlertsForInputShuffledWithinTheLateness(long seed) throws IOException {
        try (Running running = start(pipeline(), 2)) {
            offerAll(running, shuffled(seed));
            running.finish();
            assertThat(running.late()).isZero();
            assertThat(sorted(running.alerts())).isEqualTo(EXPECTED);
        }
    }

    @Test
    void countsAndStoresCallsThatComeTooLate() throws IOException {
        List<Call> late = IntStream.range(0, 20)
                .mapToObj(i -> CALLS.get(i * 50).withId("late-" + i))
                .toList();
        try (Running running = start(pipeline(), 2)) {
            offerAll(running, CALLS.subList(0, CALLS.size() - 1_000));
            offerAll(running, late);
            offerAll(running, CALLS.subList(CALLS.size() - 1_000, CALLS.size()));
            running.finish();
            assertThat(running.late()).isEqualTo(late.size());
            assertThat(running.stored()).containsAll(ids(late)).hasSize(CALLS.size() + late.size());
            assertThat(sorted(running.alerts())).isEqualTo(EXPECTED);
        }
    }

    /// The traffic of the contract, for what only some runners can do.
    protected static List<Call> calls() {
        return CALLS;
    }

    /// Asserts that a runner at the end of [#calls] raised and stored what it should.
    protected static void assertAllIsThereOnce(Running running) throws IOException {
        assertThat(sorted(running.alerts())).isEqualTo(EXPECTED);
        assertThat(running.stored()).isEqualTo(ids(CALLS));
    }

    private static List<Told> reference(List<Call> calls) {
        PlainRunner runner = new PlainRunner(pipeline(), LATENESS);
        calls.forEach(runner::offer);
        runner.finish();
        return sorted(runner.alerts().stream().map(Told::of).toList());
    }

    /// The alerts of [#calls] by the plain loop, if people say this before the call at a place.
    protected static List<Told> ruledReference(List<Ruling> said, int place) {
        PlainRunner runner = new PlainRunner(pipeline(), LATENESS);
        CALLS.subList(0, place).forEach(runner::offer);
        runner.rule(said);
        CALLS.subList(place, CALLS.size()).forEach(runner::offer);
        runner.finish();
        return sorted(runner.alerts().stream().map(Told::of).toList());
    }

    protected static List<Told> sorted(List<Told> alerts) {
        return alerts.stream().sorted(Comparator.comparing(Told::id)).toList();
    }

    protected static Pipeline pipeline() {
        return new Pipeline(BuiltIn.detectors());
    }

    private static void offerAll(Running running, List<Call> calls) throws IOException {
        for (Call call : calls) {
            running.offer(call);
        }
    }

    /// Every call arrives up to the allowed lateness after it happened.
    private static List<Call> shuffled(long seed) {
        Random random = new Random(seed);
        long lateness = LATENESS.toMillis() * 1_000;
        record Arrival(long micros, Call call) {}
        return CALLS.stream()
                .map(call -> new Arrival(call.micros() + (long) (random.nextDouble() * lateness), call))
                .sorted(Comparator.comparingLong(Arrival::micros))
                .map(Arrival::call)
                .toList();
    }

    private static List<String> ids(List<Call> calls) {
        return calls.stream().map(Call::id).sorted().toList();
    }
}
