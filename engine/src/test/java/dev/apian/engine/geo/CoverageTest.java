// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Origin;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void addressesWithoutPlacesAndOperatorsAreToldWithWhatCannotWork() throws IOException {
        try (Geo geo = Geo.open(List.of())) {
            geo.locate(new Origin("192.0.2.9"));
            assertThat(geo.coverage().warnings())
                    .hasSize(2)
                    .anySatisfy(warning -> assertThat(warning).contains("impossible-travel sees nothing"))
                    .anySatisfy(warning -> assertThat(warning).contains("VPNs", "docs/how-to/addresses.md"));
        }
    }

    @Test
    void kindsThatAreGuessedAreTold() {
        assertThat(new Coverage(10, 10, 10, 0).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("guessed"));
    }

    @Test
    void staysQuietWhereAllIsKnown() {
        assertThat(new Coverage(10, 9, 8, 7).warnings()).isEmpty();
    }

    @Test
    void staysQuietWhereNothingWasSeen() throws IOException {
        try (Geo geo = Geo.open(List.of())) {
            geo.locate(Origin.UNKNOWN);
            assertThat(geo.coverage().warnings()).isEmpty();
        }
    }
}
