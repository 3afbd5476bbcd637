// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeridianBankTest extends BusinessContract {

    MeridianBankTest() {
        super(Trade.BANK);
    }

    @Test
    void transfersAreListedOpenedAndApproved() {
        assertThat(endpoints(calls))
                .contains(
                        "POST /oauth2/login",
                        "GET /v2/accounts/{account}/transfers",
                        "GET /v2/transfers/{transfer}",
                        "POST /v2/transfers/{transfer}/approve",
                        "DELETE /v2/beneficiaries/{beneficiary}");
    }

    @Test
    void whoeverSkipsTheFlowOnlyApproves() {
        assertThat(endpoints(callsOf(AttackKind.FLOW_SKIP))).containsExactly("POST /v2/transfers/{transfer}/approve");
    }
}
