// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    private static final Group USERS = new Group(1, "GET /users/{userId}");
    private static final Group ANNA = new Group(2, "GET /users/anna");
    private static final Group ORDERS = new Group(3, "GET /orders");
    private static final Group PROBES = new Group(4, "GET /wp-login.php");

    private final Confusion confusion = new Confusion();

    @BeforeEach
    void twoGroupsExist() {
        confusion.exists(0);
        confusion.exists(1);
    }

    @Test
    void groupsThatHoldTheSameCallsAreRight() {
        count(0, USERS, 5);
        count(1, ORDERS, 5);

        Score score = confusion.score();
        assertThat(score.f1()).isEqualTo(1);
        assertThat(score.accuracy()).isEqualTo(1);
        assertThat(score.ratio()).isEqualTo(1);
        assertThat(confusion.mistakes(List.of("users", "orders"))).isEmpty();
    }

    @Test
    void aSplitGroupIsWrong() {
        count(0, USERS, 4);
        count(0, ANNA, 1);
        count(1, ORDERS, 15);

        Score score = confusion.score();
        assertThat(score.precision()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.accuracy()).isEqualTo(0.75);
        assertThat(score.ratio()).isEqualTo(1.5);
        assertThat(confusion.mistakes(List.of("users", "orders")))
                .containsExactly("users, 5 calls, split into 2: GET /users/{userId} x4, GET /users/anna x1");
    }

    @Test
    void twoGroupsMergedAreBothWrong() {
        count(0, USERS, 5);
        count(1, USERS, 3);

        assertThat(confusion.score().f1()).isZero();
        assertThat(confusion.mistakes(List.of("users", "orders")))
                .containsExactly(
                        "users, 5 calls: GET /users/{userId} x5; merged with orders",
                        "orders, 3 calls: GET /users/{userId} x3; merged with users");
    }

    @Test
    void aGroupThatMissesACallIsWrong() {
        count(0, USERS, 5);
        confusion.count(0, null, true);
        count(1, ORDERS, 5);

        assertThat(confusion.score().recall()).isEqualTo(0.5);
    }

    @Test
    void noiseInAGroupDoesNoHarm() {
        count(0, USERS, 5);
        count(Sample.NOISE, USERS, 2);
        count(1, ORDERS, 5);
        confusion.count(Sample.NOISE, null, false);

        assertThat(confusion.score().f1()).isEqualTo(1);
    }

    @Test
    void aGroupOfNoiseAloneWasFoundInVain() {
        count(0, USERS, 5);
        count(1, ORDERS, 5);
        count(Sample.NOISE, PROBES, 1);

        assertThat(confusion.score().precision()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(confusion.score().ratio()).isEqualTo(1.5);
        assertThat(confusion.inVain()).containsExactly("GET /wp-login.php");
    }

    @Test
    void aGroupOfWhichNothingSucceededDoesNotExist() {
        count(0, USERS, 5);
        count(1, ORDERS, 5);
        confusion.count(2, null, false);

        assertThat(confusion.score().f1()).isEqualTo(1);
        assertThat(confusion.score().groups()).isEqualTo(2);
    }

    private void count(int truth, Group group, int calls) {
        for (int i = 0; i < calls; i++) {
            confusion.count(truth, group, true);
        }
    }
}
