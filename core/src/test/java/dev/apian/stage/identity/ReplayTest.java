// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import static dev.apian.stage.call.Facet.Kind.ACCESS_TOKEN;
import static dev.apian.stage.call.Facet.Kind.REFRESH_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.testing.SomeCall;
import org.junit.jupiter.api.Test;

/// A refresh token that is exchanged a second time.
class ReplayTest {

    private static final SomeCall REFRESH =
            SomeCall.post("/v1/auth/token").with(REFRESH_TOKEN, "r1").from("192.0.2.7", "Firefox on Windows");
    private static final SomeCall EXCHANGE = REFRESH.grants(ACCESS_TOKEN, "t2").grants(REFRESH_TOKEN, "r2");

    private final Identities who = new Identities();

    @Test
    void theFirstExchangeIsNone() {
        assertThat(who.see(EXCHANGE).replayed()).isFalse();
    }

    @Test
    void anotherDeviceElsewhereReplays() {
        who.see(EXCHANGE);

        assertThat(who.see(EXCHANGE.from("203.0.113.9", "curl")).replayed()).isTrue();
        assertThat(who.see(EXCHANGE.from("203.0.113.9", "curl")).replayed())
                .as("each time")
                .isTrue();
    }

    @Test
    void aClientThatAsksAgainFromWhereItWasDoesNot() {
        who.see(EXCHANGE);

        assertThat(who.see(EXCHANGE).replayed()).isFalse();
        assertThat(who.see(EXCHANGE.from("192.0.2.99", "Firefox on Windows")).replayed())
                .as("the same network")
                .isFalse();
        assertThat(who.see(EXCHANGE.from("203.0.113.9", "Firefox on Windows")).replayed())
                .as("the device travels")
                .isFalse();
        assertThat(who.see(EXCHANGE.from("192.0.2.7", "curl")).replayed())
                .as("another device behind the same router")
                .isFalse();
    }

    @Test
    void theOwnerWhoComesAfterTheThiefReplays() {
        who.see(EXCHANGE.from("203.0.113.9", "curl"));

        assertThat(who.see(EXCHANGE).replayed()).as("either may be the thief").isTrue();
    }

    @Test
    void aRefusedExchangeUsesNothingUp() {
        who.see(REFRESH.answered(400));
        assertThat(who.see(EXCHANGE.from("203.0.113.9", "curl")).replayed()).isFalse();

        assertThat(who.see(REFRESH.answered(401)).replayed())
                .as("the server refused it")
                .isFalse();
    }

    @Test
    void theNextTokenOfTheChainIsAnotherOne() {
        who.see(EXCHANGE);
        SomeCall next = SomeCall.post("/v1/auth/token")
                .with(REFRESH_TOKEN, "r2")
                .grants(ACCESS_TOKEN, "t3")
                .grants(REFRESH_TOKEN, "r3");

        assertThat(who.see(next.from("203.0.113.9", "curl")).replayed()).isFalse();
    }
}
