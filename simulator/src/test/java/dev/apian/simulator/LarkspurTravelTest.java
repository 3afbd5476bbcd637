// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LarkspurTravelTest extends BusinessContract {

    LarkspurTravelTest() {
        super(Trade.TRAVEL);
    }

    @Test
    void reservationsHaveLocators() {
        assertThat(calls.stream()
                        .filter(call -> call.template().equals("/api/reservations/{reservation}"))
                        .filter(BusinessContract::isOfCustomer)
                        .filter(call -> call.status() == 200)
                        .map(SimulatedCall::path))
                .isNotEmpty()
                .allMatch(path -> path.matches("/api/reservations/[A-Z2-9]{6}"));
    }

    @Test
    void whatComesWithTheReleaseIsNotThereBefore() {
        assertThat(calls.stream()
                        .filter(call -> call.template().endsWith("/disruptions"))
                        .map(SimulatedCall::at))
                .isNotEmpty()
                .allMatch(at -> at.isAfter(settings.start().plusSeconds(5 * 86_400)));
    }
}
