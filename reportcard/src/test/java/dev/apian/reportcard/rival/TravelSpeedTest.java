// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TravelSpeedTest {

    private static final Place ZURICH = new Place(47.38, 8.54);
    private static final Place NEW_YORK = new Place(40.71, -74.01);

    @Test
    void zurichToNewYorkIs6323Kilometres() {
        assertThat(ZURICH.kilometresTo(NEW_YORK)).isCloseTo(6_323, within(10.0));
        assertThat(new Place(0, 0).kilometresTo(new Place(0, 180))).isCloseTo(Math.PI * 6371, within(0.001));
    }

    @Test
    void twoHoursToNewYorkAreFoundAndNineAreNot() {
        assertThat(Calls.findings(new TravelSpeed(), journey(2 * Calls.HOUR)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.score()).isCloseTo(6_323 / 2.0, within(5.0));
                    assertThat(finding.micros()).isEqualTo(2 * Calls.HOUR);
                });
        assertThat(Calls.findings(new TravelSpeed(), journey(9 * Calls.HOUR)))
                .allSatisfy(finding -> assertThat(finding.score()).isLessThan(new TravelSpeed().published()));
    }

    @Test
    void atOneInstantItIsFastButFinite() {
        assertThat(Calls.findings(new TravelSpeed(), journey(0)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.score()).isEqualTo(1_000_000));
    }

    @Test
    void theNextTownAndAnUnknownPlaceAreQuiet() {
        var story = Calls.of("ann")
                .at(0)
                .from("192.0.2.9", "CH", 47.5, 8.7, 3303)
                .at(1)
                .from("192.0.2.9", "", Double.NaN, Double.NaN, 0)
                .at(2);
        assertThat(Calls.findings(new TravelSpeed(), story)).isEmpty();
    }

    private static Calls journey(long takes) {
        return Calls.of("ann")
                .from("192.0.2.1", "CH", ZURICH.latitude(), ZURICH.longitude(), 3303)
                .at(0)
                .from("198.51.100.1", "US", NEW_YORK.latitude(), NEW_YORK.longitude(), 701)
                .at(takes);
    }
}
