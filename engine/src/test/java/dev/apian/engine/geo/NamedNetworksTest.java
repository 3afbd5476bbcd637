// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.stage.call.NetworkKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedNetworksTest {

    @Test
    void theNarrowestNetworkCounts() {
        NamedNetworks networks = NamedNetworks.parse("""
                10.0.0.0/8 corporate Everything
                10.1.0.0/16 hosting Data centre
                10.1.2.0/24 egress Proxy
                10.1.2.3 vpn Gateway
                """);
        assertThat(nameOf(networks, "10.1.2.3")).isEqualTo("Gateway");
        assertThat(nameOf(networks, "10.1.2.4")).isEqualTo("Proxy");
        assertThat(nameOf(networks, "10.1.3.4")).isEqualTo("Data centre");
        assertThat(nameOf(networks, "10.255.255.255")).isEqualTo("Everything");
        assertThat(networks.of("11.0.0.0")).isNull();
        assertThat(networks.of("9.255.255.255")).isNull();
    }

    @Test
    void addressesOfBothFamiliesAreToldApart() {
        NamedNetworks networks = NamedNetworks.parse("""
                2001:DB8::/32 egress Six
                2001:db8:0:0:ffff::/80 vpn Narrow
                32.1.13.184/32 hosting Four with the same bits
                """);
        assertThat(nameOf(networks, "2001:db8:ffff::1")).isEqualTo("Six");
        assertThat(nameOf(networks, "2001:db8::ffff:0:0:1")).isEqualTo("Narrow");
        assertThat(nameOf(networks, "2001:0db8:0000:0000:fffe:ffff:ffff:ffff")).isEqualTo("Six");
        assertThat(networks.of("2001:db9::")).isNull();
        assertThat(nameOf(networks, "32.1.13.184")).isEqualTo("Four with the same bits");
        assertThat(nameOf(networks, "::ffff:32.1.13.184")).isEqualTo("Four with the same bits");
    }

    @Test
    void whatIsNoAddressIsInNoNetwork() {
        NamedNetworks networks = NamedNetworks.parse("192.0.2.0/24 egress Office");
        assertThat(networks.of("a host")).isNull();
        assertThat(networks.of("")).isNull();
        assertThat(networks.of("192.0.2")).isNull();
        assertThat(NamedNetworks.NONE.of("192.0.2.1")).isNull();
    }

    @Test
    void aListComesBackAsItWasKept() {
        NamedNetworks networks = NamedNetworks.parse(" 192.0.2.7\tEgress   Office  Berlin \n\n2001:DB8::/32 relay é\n");
        assertThat(networks.lines()).isEqualTo("192.0.2.7/32 egress Office  Berlin\n2001:db8::/32 relay é");
        assertThat(NamedNetworks.parse(networks.lines()).all()).isEqualTo(networks.all());
        assertThat(NamedNetworks.parse("").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            192.0.2.0/33   | the prefix of 192.0.2.0/33 is 33 bits long, expected 8 to 32 for IPv4
            0.0.0.0/0      | is 0 bits long, expected 8 to 32 for IPv4; a wider network is nobody's own
            ::/6           | is 6 bits long, expected 7 to 128 for IPv6
            192.0.2.0/a    | is a bits long
            192.0.2.0/     | is  bits long
            192.0.2.7/24   | 192.0.2.7/24 has bits behind its prefix of 24; give the network's first address
            2001:db8::1/64 | has bits behind its prefix of 64
            10.1/16        | '10.1' is no address of IPv4 or IPv6, expected a network such as 203.0.113.0/24
            fe80::1%1/128  | is no address
            [::1]/128      | is no address
            256.0.0.0/8    | '256.0.0.0' is no address
            office.example | is no address
            """)
    void whatIsNoNetworkIsToldWithWhatIsExpected(String network, String message) {
        assertThatThrownBy(() -> new NamedNetwork(network, "Office", NetworkKind.EGRESS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesAndKindsAreChecked() {
        assertThatThrownBy(() -> NamedNetwork.parse("192.0.2.0/24 egress")).hasMessageContaining("a kind and a name");
        assertThatThrownBy(() -> NamedNetwork.parse("192.0.2.0/24 office Berlin"))
                .hasMessageContaining("the kind is 'office', expected one of residential, mobile, corporate, hosting,")
                .hasMessageContaining("egress");
        assertThatThrownBy(() -> NamedNetwork.parse("192.0.2.0/24 unknown Berlin"))
                .hasMessageContaining("'unknown'");
        assertThatThrownBy(() -> new NamedNetwork("192.0.2.0/24", "Berlin", NetworkKind.UNKNOWN))
                .hasMessageContaining("kind is unknown");
        assertThatThrownBy(() -> new NamedNetwork("192.0.2.0/24", " ", NetworkKind.EGRESS))
                .hasMessageContaining("0 characters, expected 1 to 80");
        assertThatThrownBy(() -> new NamedNetwork("192.0.2.0/24", "x".repeat(81), NetworkKind.EGRESS))
                .hasMessageContaining("81 characters");
        assertThatThrownBy(() -> new NamedNetwork("192.0.2.0/24", "a\nb", NetworkKind.EGRESS))
                .hasMessageContaining("in one line");
    }

    @Test
    void oneNetworkIsListedOnce() {
        assertThatThrownBy(() -> NamedNetworks.parse("""
                2001:db8::/32 egress One
                192.0.2.7/32 egress Gateway
                2001:0db8:0::/32 vpn Two
                192.0.2.7 vpn Again
                """))
                .hasMessageContaining("2001:0db8:0::/32 is listed twice, as 'One' and as 'Two'; keep one of them")
                .hasMessageContaining("192.0.2.7/32 is listed twice, as 'Gateway' and as 'Again'");
    }

    @Test
    void aListHasABound() {
        List<NamedNetwork> many = new ArrayList<>();
        for (int i = 0; i < NamedNetworks.NETWORKS_MAX; i++) {
            many.add(new NamedNetwork("10.%d.%d.0/24".formatted(i / 256, i % 256), "Branch " + i, NetworkKind.EGRESS));
        }
        assertThat(nameOf(new NamedNetworks(many), "10.3.231.1")).isEqualTo("Branch 999");
        many.add(new NamedNetwork("192.0.2.0/24", "One more", NetworkKind.EGRESS));
        assertThatThrownBy(() -> new NamedNetworks(many))
                .hasMessageContaining("there are 1,001 networks, networks_max allows 1,000");
    }

    private static String nameOf(NamedNetworks networks, String ip) {
        NamedNetwork found = networks.of(ip);
        return found == null ? "none" : found.name();
    }
}
