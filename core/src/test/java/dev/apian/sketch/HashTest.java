// SPDX-License-Identifier: Apache-2.0
package dev.apian.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Ids of actors, endpoints and alerts are hashes: these numbers must never change.
class HashTest {

    @Test
    void theSameTextGivesTheSameHashInEveryRelease() {
        assertThat(Hash.of("")).isEqualTo(HASH_OF_NOTHING);
        assertThat(Hash.of("GET /v1/orders/{orderId}")).isEqualTo(HASH_OF_ENDPOINT);
        assertThat(Hash.of("user", "alice")).isEqualTo(HASH_OF_PAIR);
        assertThat(Hash.of(1, 2)).isEqualTo(HASH_OF_NUMBERS);
    }

    @Test
    void theOrderOfAPairMatters() {
        assertThat(Hash.of("a", "b")).isNotEqualTo(Hash.of("b", "a"));
        assertThat(Hash.of(1, 2)).isNotEqualTo(Hash.of(2, 1));
    }

    @Test
    void aCutAtAnotherPlaceIsAnotherPair() {
        assertThat(Hash.of("ab", "c")).isNotEqualTo(Hash.of("a", "bc"));
    }

    @Test
    void smallNumbersSpreadWithoutCollision() {
        Set<Long> mixed = new HashSet<>();
        for (long key = 0; key < 100_000; key++) {
            mixed.add(Hash.mix(key) & 0xffff_ffff_ffffL);
        }

        assertThat(mixed).hasSize(100_000);
    }

    @Test
    void textHoldsAllBitsInThirteenCharactersThatAreNotMisread() {
        assertThat(Hash.text(0)).isEqualTo("0000000000000");
        assertThat(Hash.text(-1)).isEqualTo("fzzzzzzzzzzzz");
        assertThat(Hash.text(Hash.of("a"))).hasSize(13).doesNotContainPattern("[ilou]");
    }

    private static final long HASH_OF_NOTHING = 3244421341483603138L;
    private static final long HASH_OF_ENDPOINT = -1055515386127720748L;
    private static final long HASH_OF_PAIR = -4324700102086551478L;
    private static final long HASH_OF_NUMBERS = 442694471590705966L;
}
