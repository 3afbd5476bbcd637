// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorRangesTest {

    @TempDir
    Path folder;

    @Test
    void anAddressHasTheOperatorOfTheRangeItIsIn() throws IOException {
        OperatorRanges ranges =
                open("192.0.2.0,192.0.2.127,64500,One", "198.51.100.0,198.51.100.255,64501,\"Two, Ltd\"");

        assertThat(ranges.find("192.0.2.127").asn()).isEqualTo(64500);
        assertThat(ranges.find("198.51.100.9").operator()).isEqualTo("Two, Ltd");
        assertThat(ranges.find("192.0.2.128").asn()).isZero();
        assertThat(ranges.find("no address").asn()).isZero();
        assertThat(ranges.troubles()).isEmpty();
    }

    /// As in the file that comes with the build: 214.95.0.0 to 215.0.255.255, then 215.0.0.0.
    @Test
    void whereRangesOverlapTheLaterOneHolds() throws IOException {
        OperatorRanges ranges = open("214.95.0.0,215.0.255.255,721,Before", "215.0.0.0,215.0.127.255,722,After");

        assertThat(ranges.find("214.96.0.1").asn()).isEqualTo(721);
        assertThat(ranges.find("215.0.0.1").asn()).isEqualTo(722);
        assertThat(ranges.troubles()).isEmpty();
    }

    @Test
    void linesThatAreNoRangesAreLeftOutAndToldAndStopNothing() throws IOException {
        OperatorRanges ranges = open(
                "192.0.2.0,192.0.2.127,64500,One",
                "junk",
                "192.0.2.0,192.0.2.1,64502,Back",
                "203.0.113.0,203.0.113.9,64503,Three");

        assertThat(ranges.find("192.0.2.1").asn()).isEqualTo(64500);
        assertThat(ranges.find("203.0.113.9").asn()).isEqualTo(64503);
        assertThat(ranges.troubles())
                .containsExactly("operators.csv: 2 of its lines are no ranges or out of order, and were left out");
    }

    @Test
    void aFileThatIsGoneWhenItIsNeededTellsNothingAndSaysSo() throws IOException {
        OperatorRanges ranges = open("192.0.2.0,192.0.2.127,64500,One");
        Files.delete(folder.resolve("operators.csv"));

        assertThat(ranges.find("192.0.2.1").asn()).isZero();
        assertThat(ranges.troubles()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void aFileWhoseFirstLineIsNoRangeIsRefused() {
        assertThatThrownBy(() -> open("address,operator")).hasMessageContaining("expected first address");
    }

    private OperatorRanges open(String... lines) throws IOException {
        return OperatorRanges.open(Files.write(folder.resolve("operators.csv"), List.of(lines)));
    }
}
