// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsTheTunedHalfIsMeasured() {
        Options options = Options.parse("corpus");

        assertThat(options.half()).isEqualTo(Half.TUNE);
        assertThat(options.variants()).containsExactly(new Variant(0.1, true, true));
        assertThat(options.algorithms()).containsExactly(Algorithm.values());
    }

    @Test
    void optionsAreRead() {
        Options options = Options.parse(
                "corpus",
                "--regimes",
                "hard",
                "--no-rivals",
                "--requests",
                "20",
                "--full",
                "--seeds",
                "7,8",
                "--worst",
                "3");

        assertThat(options.regimes()).containsExactly(Regime.HARD);
        assertThat(options.requests()).containsExactly(20);
        assertThat(options.seeds()).containsExactly(7L, 8L);
        assertThat(options.algorithms()).containsExactly(Algorithm.APIAN);
        assertThat(options.variants()).hasSize(3);
        assertThat(options.worst()).isEqualTo(3);
    }

    @Test
    void anUnknownOptionIsToldWithTheUsage() {
        assertThatThrownBy(() -> Options.parse("corpus", "--fast"))
                .hasMessageContaining("--fast")
                .hasMessageContaining("usage");
    }

    @Test
    void productsOfOneCompanyLieInOneHalf() {
        assertThat(Half.of("hubspot.crm.deal"))
                .isEqualTo(Half.of("hubspot.events"))
                .isEqualTo(Half.of("hubspot"));
    }

    @Test
    void aVendorOfTheOtherHalfIsNotWantedEvenByName() {
        Half other = Half.of("hubspot") == Half.TUNE ? Half.HELD_OUT : Half.TUNE;
        Options options = Options.parse("corpus", "--vendors", "hubspot", "--split", other.label());

        assertThat(options.wants("hubspot")).isFalse();
    }
}
