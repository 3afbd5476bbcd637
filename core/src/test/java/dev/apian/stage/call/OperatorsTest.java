// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {

    @ParameterizedTest
    @CsvSource({
        "9009, M247 Europe SRL, VPN",
        "0, Some VPN Ltd, VPN",
        "24940, Hetzner Online GmbH, HOSTING",
        "13335, 'Cloudflare, Inc.', RELAY",
        "14593, Space Exploration Technologies, SATELLITE",
        "21928, 'T-Mobile USA, Inc.', MOBILE",
        "64500, T-Mobile Austria, MOBILE",
        "3320, Deutsche Telekom AG, UNKNOWN",
        "0, '', UNKNOWN"
    })
    void numbersAndWordsTellTheKind(long asn, String operator, NetworkKind kind) {
        assertThat(Operators.kindOf(asn, operator)).isEqualTo(kind);
    }

    @Test
    void whatADatabaseTellsWins() {
        Origin told = new Origin("192.0.2.1", "DE", 52, 13, 50, 9009, "M247", NetworkKind.CORPORATE, "Berlin");
        assertThat(told.likelyKind()).isEqualTo(NetworkKind.CORPORATE);
        assertThat(told.likelyKind().hidesPlace()).isFalse();
    }

    @Test
    void aPhoneMayBeFarFromItsGateway() {
        Origin home = new Origin("192.0.2.1", "DE", 52.5, 13.4, 50, 3320, "Deutsche Telekom AG");
        Origin phone = new Origin("192.0.2.2", "DE", 48.1, 11.6, 50, 21928, "T-Mobile");
        assertThat(home.kilometresTo(phone)).isBetween(380.0, 430.0);
        assertThat(home.apartKm(phone)).isZero();
    }
}
