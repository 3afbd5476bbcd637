// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Records as the makers document them.
class MmdbFileTest {

    @Test
    void readsACityOfMaxMindOrDbIp() {
        Origin found = read(Map.of(
                "country", Map.of("iso_code", "DE"),
                "city", Map.of("names", Map.of("en", "Berlin", "de", "Berlin")),
                "location", Map.of("latitude", 52.5, "longitude", 13.4, "accuracy_radius", 20)));
        assertThat(found)
                .isEqualTo(new Origin("192.0.2.1", "DE", 52.5, 13.4, 20, 0, "", NetworkKind.UNKNOWN, "Berlin"));
    }

    @Test
    void readsACityOfIpinfoWhoseNumbersAreTexts() {
        Origin found = read(Map.of("city", "Paris", "country", "FR", "lat", "48.85", "lng", "2.35", "radius", "10"));
        assertThat(found)
                .isEqualTo(new Origin("192.0.2.1", "FR", 48.85, 2.35, 10, 0, "", NetworkKind.UNKNOWN, "Paris"));
    }

    @Test
    void aCityWithoutARadiusIsFiftyKilometresWide() {
        Origin found = read(Map.of("country_code", "NL", "city", "Delft", "latitude", 52.0, "longitude", 4.4));
        assertThat(found.radiusKm()).isEqualTo(50);
    }

    @Test
    void readsOperatorsInAllSpellings() {
        List<Map<String, ?>> spellings = List.of(
                Map.of("autonomous_system_number", 3320L, "autonomous_system_organization", "Telekom"),
                Map.of("asn", "AS3320", "as_name", "Telekom"),
                Map.of("asn", "AS3320", "name", "Telekom", "type", "isp"),
                Map.of("traits", Map.of("autonomous_system_number", 3320L, "isp", "Telekom")));
        assertThat(spellings).allSatisfy(spelling -> {
            assertThat(read(spelling).asn()).isEqualTo(3320);
            assertThat(read(spelling).operator()).isEqualTo("Telekom");
        });
    }

    @Test
    void readsKindsOfNetworksInAllSpellings() {
        assertThat(kind("is_anonymous_vpn", true)).isEqualTo(NetworkKind.VPN);
        assertThat(kind("vpn", "true")).isEqualTo(NetworkKind.VPN);
        assertThat(kind("relay", true)).isEqualTo(NetworkKind.RELAY);
        assertThat(kind("is_tor_exit_node", true)).isEqualTo(NetworkKind.RELAY);
        assertThat(kind("is_hosting_provider", true)).isEqualTo(NetworkKind.HOSTING);
        assertThat(kind("connection_type", "Cellular")).isEqualTo(NetworkKind.MOBILE);
        assertThat(kind("connection_type", "Satellite")).isEqualTo(NetworkKind.SATELLITE);
        assertThat(kind("connection_type", "Cable/DSL")).isEqualTo(NetworkKind.RESIDENTIAL);
        assertThat(kind("connection_type", "Corporate")).isEqualTo(NetworkKind.CORPORATE);
        assertThat(kind("traits", Map.of("user_type", "consumer_privacy_network")))
                .isEqualTo(NetworkKind.RELAY);
        assertThat(kind("carrier", "Vodafone")).isEqualTo(NetworkKind.MOBILE);
    }

    @Test
    void aVpnOfAHostingProviderIsAVpn() {
        assertThat(read(Map.of("is_anonymous_vpn", true, "is_hosting_provider", true))
                        .kind())
                .isEqualTo(NetworkKind.VPN);
    }

    @Test
    void whatIsFalseOrUnknownTellsNothing() {
        assertThat(kind("vpn", "")).isEqualTo(NetworkKind.UNKNOWN);
        assertThat(kind("hosting", false)).isEqualTo(NetworkKind.UNKNOWN);
        assertThat(kind("type", "something new")).isEqualTo(NetworkKind.UNKNOWN);
        assertThat(read(Map.of("asn", "AS?", "lat", "north", "lng", "1"))).isEqualTo(new Origin("192.0.2.1"));
    }

    @Test
    void theNameOfACountryIsNoCode() {
        assertThat(read(Map.of("country", "Germany", "country_code", "DE")).country())
                .isEqualTo("DE");
        assertThat(read(Map.of("country", "Germany")).country()).isEmpty();
    }

    private static NetworkKind kind(String field, Object value) {
        return read(Map.of(field, value)).kind();
    }

    private static Origin read(Map<String, ?> record) {
        return MmdbFile.read("192.0.2.1", record);
    }
}
