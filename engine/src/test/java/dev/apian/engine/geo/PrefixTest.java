// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.geo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrefixTest {

    @Test
    void whatStandsBehindTheBitsThatCountIsNothing() {
        assertThat(of("203.0.113.77/24")).isEqualTo(of("203.0.113.0/24")).isNotEqualTo(of("203.0.113.0/25"));
        assertThat(of("2001:db8::77/32").text()).isEqualTo("2001:db8:0:0:0:0:0:0/32");
        assertThat(of("203.0.113.7").text()).isEqualTo("203.0.113.7/32");
    }

    @Test
    void holdsTheAddressesThatBeginWithIt() {
        Prefix office = of("203.0.113.0/25");
        assertThat(office.contains("203.0.113.127")).isTrue();
        assertThat(office.contains("203.0.113.128")).isFalse();
        assertThat(office.contains("::203.0.113.1")).as("of the other family").isFalse();
        assertThat(office.contains("office")).isFalse();
        assertThat(of("2001:db8:0:8000::/49").contains("2001:db8:0:8001::1")).isTrue();
        assertThat(of("2001:db8:0:8000::/49").contains("2001:db8:0:7fff::1")).isFalse();
        assertThat(of("2001:db8::1:0/112").contains("2001:db8::1:ffff")).isTrue();
        assertThat(of("2001:db8::1:0/112").contains("2001:db8::2:0")).isFalse();
        assertThat(of("0.0.0.0/0").contains("203.0.113.7")).isTrue();
    }

    @Test
    void aSiteIsWhatProvidersHandOut() {
        assertThat(of("203.0.113.77").site().text()).isEqualTo("203.0.113.0/24");
        assertThat(of("2001:db8:1:2::3").site().text()).isEqualTo("2001:db8:1:0:0:0:0:0/48");
    }

    @Test
    void anyOtherTextIsNone() {
        for (String text :
                new String[] {"", "/", "office", "203.0.113.0/", "203.0.113.0/33", "203.0.113.0/-1", "::/129"}) {
            assertThat(Prefix.parse(text)).as(text).isNull();
        }
    }

    private static Prefix of(String text) {
        return requireNonNull(Prefix.parse(text));
    }
}
