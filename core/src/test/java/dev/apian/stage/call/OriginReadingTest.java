// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginReadingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "203.0.113.9|-|-|203.0.113.9",
                "203.0.113.9|-|6.6.6.6|203.0.113.9",
                "10.0.0.2|-|6.6.6.6, 203.0.113.5|203.0.113.5",
                "10.0.0.2|10.0.0.2|203.0.113.5, 10.0.0.9|203.0.113.5",
                "6.6.6.6|10.0.0.2|6.6.6.6, 203.0.113.5|203.0.113.5",
                "6.6.6.6|203.0.113.5|6.6.6.6|203.0.113.5",
                "-|203.0.113.5|6.6.6.6|203.0.113.5",
                "-|-|203.0.113.5|203.0.113.5",
                "10.0.0.2|-|10.1.1.1|10.1.1.1",
                "10.0.0.2|-|garbage|10.0.0.2",
                "-|203.0.113.5|-|203.0.113.5",
                "nonsense|203.0.113.5|-|203.0.113.5"
            })
    void aForwardedAddressIsBelievedFromTrustedMachinesOnly(String client, String peer, String forwarded, String ip) {
        String more = (client == null ? "" : "\"client.address\":\"" + client + "\",")
                + (peer == null ? "" : "\"network.peer.address\":\"" + peer + "\",")
                + (forwarded == null ? "" : "\"http.request.header.x-forwarded-for\":\"" + forwarded + "\",");

        assertThat(with(more + "\"x\":1").origin().ip()).isEqualTo(ip);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:DB8:0:0:0:0:0:1,2001:db8::1", "::1,::1", "[2001:db8::1]:443,2001:db8::1", "::ffff:1.2.3.4,1.2.3.4",
        "fe80::1%eth0,fe80::1", "1.2.3.4:5678,1.2.3.4", "2001:db8:1:2:3:4:5:6,2001:db8:1:2:3:4:5:6", "::,::"
    })
    void addressesAreWrittenOneWay(String told, String ip) {
        assertThat(with("\"client.address\":\"" + told + "\"").origin().ip()).isEqualTo(ip);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.256",
                ":",
                ":::",
                "1::2::3",
                "g::1",
                "1:2:3:4:5:6:7:8:9",
                "x",
                "-"
            })
    void whatIsNoAddressIsEmpty(String told) {
        assertThat(with("\"client.address\":\"" + told + "\"").origin()).isEqualTo(Origin.UNKNOWN);
    }

    @Test
    void aCountryHeaderGivesTheCountryOnly() {
        Origin origin = with("\"http.request.header.cf-ipcountry\":\"DE\"").origin();

        assertThat(origin.country()).isEqualTo("DE");
        assertThat(origin.isPlaced()).isFalse();
        assertThat(with("\"http.request.header.cf-ipcountry\":\"XX\"").origin().country())
                .isEmpty();
    }

    @Test
    void aPositionBeyondTheEarthIsNone() {
        assertThat(with("\"client.geo.location\":{\"lat\":91,\"lon\":0}")
                        .origin()
                        .isPlaced())
                .isFalse();
        assertThat(with("\"client.geo.location\":{\"lat\":\"a\",\"lon\":0}")
                        .origin()
                        .isPlaced())
                .isFalse();
    }

    @Test
    void aProxyThatIsNoNetworkIsNamed() {
        assertThatThrownBy(() -> TrustedProxies.of(List.of("10.0.0.0/8", "10.0.0.0/40", "nonsense")))
                .hasMessageContaining("10.0.0.0/40")
                .hasMessageContaining("nonsense");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9,203.0.113.0/24",
        "2001:db8::1,2001:db8::/56",
        "2001:db8:0:ff::1,2001:db8::/56",
        "2001:db8:0:1ff::1,2001:db8:0:100::/56",
        "'',''"
    })
    void theNeighbourhoodOfAnAddressIsItsPrefix(String ip, String network) {
        assertThat(new Origin(ip).network()).isEqualTo(network);
    }
}
