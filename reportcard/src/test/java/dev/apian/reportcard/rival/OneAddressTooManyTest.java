// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.rival;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneAddressTooManyTest {

    @Test
    void threeNetworksInAQuarterOfAnHourAreFound() {
        var story = Calls.of("ann").from("192.0.2.1").at(0).from("198.51.100.1").at(Calls.MINUTE);
        story.from("203.0.113.1").at(14 * Calls.MINUTE);
        assertThat(Calls.findings(new OneAddressTooMany(), story))
                .extracting("score")
                .containsExactly(2.0, 3.0);
    }

    @Test
    void afterAQuarterOfAnHourANetworkIsForgotten() {
        var story = Calls.of("ann").from("192.0.2.1").at(0).from("198.51.100.1").at(15 * Calls.MINUTE);
        assertThat(Calls.findings(new OneAddressTooMany(), story)).isEmpty();
    }

    @Test
    void addressesOfOneNetworkAreOne() {
        var story = Calls.of("ann")
                .from("192.0.2.1")
                .at(0)
                .from("192.0.2.200")
                .at(1)
                .from("192.0.2.7")
                .at(2);
        assertThat(Calls.findings(new OneAddressTooMany(), story)).isEmpty();
        assertThat(Network.of("2001:db8:1:2::3")).isEqualTo(Network.of("2001:db8:1:ffff::9"));
        assertThat(Network.of("2001:db8:1::3")).isNotEqualTo(Network.of("2001:db8:2::3"));
        assertThat(Network.of("unknown")).isEqualTo("unknown");
    }
}
