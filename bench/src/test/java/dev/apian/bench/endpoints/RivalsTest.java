// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.bench.endpoints.Exchange.Sender;
import dev.apian.stage.call.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RivalsTest {

    private final TypedOnly typed = new TypedOnly();
    private final TenSiblings siblings = new TenSiblings();
    private final TenthOfTraces tenth = new TenthOfTraces();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "2b6f0cc9-04b1-4d11-8aa5-3f4d5c0f7b1e",
                "507f1f77bcf86cd799439011",
                "2024-05-06",
                "anna@example.com",
                "k9Xh2LmQz7Rt5Vb1Nc3Yw8"
            })
    void typesAreValuesToTypedOnly(String value) {
        learn(typed, "/users/" + value, 1);

        assertThat(template(typed, "/users/7")).isEqualTo("GET /users/{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna.kowalska", "warm-blue-cheese", "v2", "INV-1042", "deadbeefcafedeadbeefcafe-", "me"})
    void everythingElseIsANameToTypedOnly(String value) {
        learn(typed, "/users/" + value, 1);

        assertThat(template(typed, "/users/" + value)).isEqualTo("GET /users/" + value);
        assertThat(template(typed, "/users/7")).isEqualTo("none");
    }

    @Test
    void tenSiblingsMerge() {
        for (char c = 'a'; c < 'k'; c++) {
            learn(siblings, "/users/name-" + c + "/orders/7", 1);
        }

        assertThat(template(siblings, "/users/somebody/orders/8")).isEqualTo("GET /users/{}/orders/{}");
    }

    @Test
    void nineSiblingsStayApart() {
        for (char c = 'a'; c < 'j'; c++) {
            learn(siblings, "/users/name-" + c, 1);
        }

        assertThat(template(siblings, "/users/name-a")).isEqualTo("GET /users/name-a");
        assertThat(template(siblings, "/users/somebody")).isEqualTo("none");
    }

    @Test
    void tenSiblingsMergeOneTextOfAUrlOnly() {
        for (char c = 'a'; c < 'k'; c++) {
            learn(siblings, "/users/name-" + c + "/teams/team-" + c, 1);
        }

        assertThat(template(siblings, "/users/name-a/teams/team-a")).isEqualTo("GET /users/name-a/teams/team-a");
    }

    @Test
    void lettersWithThreeDigitsAreAValueToTenSiblings() {
        learn(siblings, "/orders/ab1234", 1);
        learn(siblings, "/orders/v2", 1);

        assertThat(template(siblings, "/orders/xy9876")).isEqualTo("GET /orders/{}");
        assertThat(template(siblings, "/orders/v2")).isEqualTo("GET /orders/v2");
    }

    @Test
    void whatIsInLessThanATenthOfTheTracesIsAValue() {
        for (int i = 0; i < 20; i++) {
            learn(tenth, "/users/name" + i, 1);
        }

        assertThat(template(tenth, "/users/somebody")).isEqualTo("GET /users/{}");
    }

    @Test
    void whatIsInATenthOfTheTracesStaysAName() {
        for (int i = 0; i < 20; i++) {
            learn(tenth, "/users/name" + i, 1);
        }
        learn(tenth, "/users/me", 5);

        assertThat(template(tenth, "/users/me")).isEqualTo("GET /users/me");
        assertThat(template(tenth, "/users/name3")).isEqualTo("GET /users/{}");
    }

    @ParameterizedTest
    @EnumSource
    void noneLearnsFromWhatFailed(Algorithm algorithm) {
        Discovery discovery = algorithm.begin();
        for (int i = 0; i < 20; i++) {
            discovery.learn(call("/wp-admin/" + i, 404));
        }
        discovery.publish(1);

        assertThat(template(discovery, "/wp-admin/3", 404)).isEqualTo("none");
    }

    private static void learn(Discovery discovery, String path, int times) {
        for (int i = 0; i < times; i++) {
            discovery.learn(call(path, 200));
        }
    }

    private static String template(Discovery discovery, String path) {
        return template(discovery, path, 200);
    }

    private static String template(Discovery discovery, String path, int status) {
        Group group = discovery.groupOf(call(path, status));
        return group == null ? "none" : group.template();
    }

    private static Call call(String path, int status) {
        Exchange exchange = new Exchange(new Sender("198.18.0.1", "", "test"), "GET", path, status, "", "");
        return Trial.read(new RecordWriter("api.example", true, true).write(exchange));
    }
}
