// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.stage.call.NetworkKind;
import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoTest {

    private static final String FOUR = """
            192.0.2.0,192.0.2.127,64500,"Some, Inc."
            198.51.100.0,198.51.100.255,64501,Other
            """;
    private static final String SIX = "2001:db8::,2001:db8:0:ffff:ffff:ffff:ffff:ffff,4200000001,Six\n";

    @TempDir
    private Path folder;

    @Test
    void operatorsComeFromSeveralFilesOfRanges() throws IOException {
        try (Geo geo = Geo.open(List.of(file("four.csv", FOUR), file("six.csv", SIX)))) {
            assertThat(geo.locate(new Origin("192.0.2.9")).operator()).isEqualTo("Some, Inc.");
            assertThat(geo.locate(new Origin("198.51.100.255")).asn()).isEqualTo(64501);
            assertThat(geo.locate(new Origin("2001:db8:0:7::1")).asn()).isEqualTo(4_200_000_001L);
        }
    }

    @Test
    void whatIsInNoRangeStaysUnknown() throws IOException {
        try (Geo geo = Geo.open(List.of(file("four.csv", FOUR)))) {
            assertThat(geo.locate(new Origin("192.0.2.200"))).isEqualTo(new Origin("192.0.2.200"));
            assertThat(geo.locate(new Origin("2001:db8::1"))).isEqualTo(new Origin("2001:db8::1"));
            assertThat(geo.locate(new Origin("a host"))).isEqualTo(new Origin("a host"));
        }
    }

    @Test
    void whatTheRecordTellsWins() throws IOException {
        Origin told = new Origin("192.0.2.9", "FR", 48.8, 2.3, 20, 3215, "Orange");
        try (Geo geo = Geo.open(List.of(file("four.csv", FOUR)))) {
            assertThat(geo.locate(told)).isEqualTo(told);
        }
    }

    @Test
    void withoutFilesNothingIsFound() throws IOException {
        try (Geo geo = Geo.open(List.of())) {
            assertThat(geo.locate(new Origin("192.0.2.9"))).isEqualTo(new Origin("192.0.2.9"));
        }
    }

    @Test
    void mistakesAreToldWhenItIsOpened() throws IOException {
        Path wrong = file("wrong.csv", "network,country\n");
        assertThatThrownBy(() -> Geo.open(List.of(wrong))).hasMessageContaining("wrong.csv:1: found 'network,country'");
        assertThatThrownBy(() -> Geo.open(List.of(folder.resolve("none.csv")))).hasMessageContaining("is missing");
        assertThatThrownBy(() -> Geo.open(List.of(folder.resolve("none.mmdb")))).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Geo.open(Collections.nCopies(17, wrong))).hasMessageContaining("allowed 16");
    }

    @Test
    void whatPeopleSayOfANetworkWinsOverFilesAndRecords() throws IOException {
        Origin told = new Origin("192.0.2.9", "FR", 48.8, 2.3, 20, 3215, "Orange", NetworkKind.MOBILE, "Paris");
        try (Geo geo = Geo.open(List.of(file("four.csv", FOUR)))) {
            geo.know(NamedNetworks.parse("192.0.2.0/25 egress Office Berlin"));
            assertThat(geo.locate(new Origin("192.0.2.9")))
                    .isEqualTo(new Origin(
                            "192.0.2.9",
                            "",
                            Double.NaN,
                            Double.NaN,
                            0,
                            64500,
                            "Office Berlin",
                            NetworkKind.EGRESS,
                            ""));
            assertThat(geo.locate(told))
                    .isEqualTo(new Origin(
                            "192.0.2.9", "FR", 48.8, 2.3, 20, 3215, "Office Berlin", NetworkKind.EGRESS, "Paris"));
            assertThat(geo.locate(new Origin("192.0.2.9", "DE", Double.NaN, Double.NaN, 0, 0, ""))
                            .isPlaced())
                    .isTrue();
            assertThat(geo.locate(new Origin("198.51.100.255")).operator()).isEqualTo("Other");
            assertThat(geo.coverage().kinds()).isEqualTo(3);
        }
    }

    @Test
    void networksHaveNamesWithoutAnyFile() throws IOException {
        try (Geo geo = Geo.open(List.of())) {
            geo.know(NamedNetworks.parse("2001:db8::/32 vpn Company VPN"));
            assertThat(geo.locate(new Origin("2001:db8:7::1")).likelyKind()).isEqualTo(NetworkKind.VPN);
            assertThat(geo.locate(Origin.UNKNOWN)).isEqualTo(Origin.UNKNOWN);
        }
    }

    @Test
    void anotherListHoldsFromTheNextCallOn() throws IOException {
        try (Geo geo = Geo.open(List.of(file("four.csv", FOUR)))) {
            assertThat(geo.locate(new Origin("192.0.2.9")).operator()).isEqualTo("Some, Inc.");
            geo.know(NamedNetworks.parse("192.0.2.9 corporate Partner"));
            assertThat(geo.locate(new Origin("192.0.2.9")).operator()).isEqualTo("Partner");
            geo.know(NamedNetworks.NONE);
            assertThat(geo.locate(new Origin("192.0.2.9")).operator()).isEqualTo("Some, Inc.");
        }
    }

    @Test
    void callsOfOneAddressShareTheirAnswer() throws IOException {
        try (Geo geo = Geo.open(List.of())) {
            geo.know(NamedNetworks.parse("192.0.2.9 corporate Partner"));
            assertThat(geo.locate(new Origin("192.0.2.9"))).isSameAs(geo.locate(new Origin("192.0.2.9")));
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
