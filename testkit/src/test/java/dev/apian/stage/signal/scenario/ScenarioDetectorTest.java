// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal.scenario;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.identity.Actor;
import dev.apian.stage.signal.BuiltIn;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.signal.scenario.ScenarioFile.Outcome;
import dev.apian.testkit.DetectorTester;
import dev.apian.testkit.Story;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioDetectorTest {

    private static final String MANY_ORDERS = """
            id: many-orders
            title: Reads many orders
            question: Does this consumer own them all?
            matters: Orders hold addresses.
            family: entity
            severity: medium
            strength: {value: 0.4, because: guessed for this test}
            next-steps: [compare with its list calls]
            false-positives: [a new export job]
            blind-spots: [a reader slower than the limit]
            filter: {statuses: [200], methods: [GET]}
            key: actor+endpoint
            measure: distinct entities of order
            window: {value: 10m, because: short for this test}
            limit: {value: 50, because: round, application: {value: 500, because: rounder}}
            happened: "{actor} read {count} orders within {span}, lastly {endpoint} from {network}"
            usual: "fewer than {limit} within {window}"
            """;

    private final DetectorTester<?> tester = testerOf("many-orders.yaml", MANY_ORDERS);
    private final Story reader = Story.of("mallory").readsOrders(1, 120);

    private static DetectorTester<?> testerOf(String name, String text) {
        return switch (ScenarioFile.read(name, text)) {
            case Outcome.Good good -> new DetectorTester<>(new ScenarioDetector(good.scenario()));
            case Outcome.Bad bad -> throw new AssertionError(bad.problems());
        };
    }

    @Test
    void raisesOnceAtTheLimit() {
        assertThat(tester.watch(reader)).singleElement().satisfies(signal -> {
            assertThat(signal.happened())
                    .isEqualTo("mallory read 50 orders within 49 seconds, lastly GET /v1/orders/{orderId} "
                            + "from 198.51.100.0/24");
            assertThat(signal.usual()).isEqualTo("fewer than 50 within 10 minutes");
            assertThat(signal.involved().entities()).contains("order 1", "order 50");
            assertThat(signal.calls()).hasSize(Signal.CALLS_MAX);
        });
    }

    @Test
    void raisesAgainAfterTheWindow() {
        assertThat(tester.watch(reader, reader.later(ofMinutes(15)))).hasSize(2);
    }

    @Test
    void slidesItsWindow() {
        Story lateStart = reader.readsOrders(1, 5).every(ofMinutes(2));
        Story burst = reader.readsOrders(100, 147).later(ofMinutes(9));
        assertThat(tester.watch(lateStart, burst)).hasSize(1);
    }

    @Test
    void countsAnOrderReadTwiceOnce() {
        assertThat(tester.watch(
                        reader.readsOrders(1, 40), reader.readsOrders(1, 40).later(ofSeconds(60))))
                .isEmpty();
    }

    @Test
    void skipsCallsThatDoNotMatch() {
        assertThat(tester.watch(reader.isRefused())).isEmpty();
        assertThat(tester.watch(reader.calls("POST /v1/orders/{orderId}")
                        .reads("order", IntStream.range(0, 90).boxed().toList())))
                .isEmpty();
    }

    @Test
    void usesTheLimitOfTheKind() {
        assertThat(tester.watch(reader.as(Actor.Kind.APPLICATION))).isEmpty();
    }

    @Test
    void staysQuietUnderTheLimit() {
        assertThat(tester.watch(reader.readsOrders(1, 49))).isEmpty();
        assertThat(tester.watch(reader.every(ofMinutes(1)))).isEmpty();
    }

    @Test
    void namesTheUsernamesThatWereTried() {
        String name = "credential-stuffing.yaml";
        Story list = Story.ofAnonymous()
                .calls("POST /v1/login", dev.apian.stage.endpoint.Label.LOGIN)
                .triesUsernames(
                        IntStream.range(0, 30).mapToObj(i -> "user-" + i).toList())
                .isAnswered(401);
        assertThat(testerOf(name, BuiltIn.textOf(name)).watch(list))
                .singleElement()
                .satisfies(signal -> {
                    assertThat(signal.involved().users()).contains("user-0", "user-14");
                    assertThat(signal.happened())
                            .isEqualTo("198.51.100.0/24 tried 15 usernames at POST /v1/login within 14 seconds, "
                                    + "and none of them got in by then");
                });
    }
}
