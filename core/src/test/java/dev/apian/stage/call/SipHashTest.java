// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SipHashTest {

    /// The test vectors of the reference implementation: key 00..0f, input 00, 00 01, and so on.
    @Test
    void agreesWithTheReference() {
        byte[] key = bytes(16);
        long k0 = Text.longAt(key, 0);
        long k1 = Text.longAt(key, 8);

        assertThat(SipHash.of(k0, k1, bytes(0), 0, 0)).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(SipHash.of(k0, k1, bytes(1), 0, 1)).isEqualTo(0x74f839c593dc67fdL);
        assertThat(SipHash.of(k0, k1, bytes(8), 0, 8)).isEqualTo(0x93f5f5799a932462L);
        assertThat(SipHash.of(k0, k1, bytes(15), 0, 15)).isEqualTo(0xa129ca6149be45e5L);
    }

    @Test
    void aKeyOfTheWrongLengthIsRefused() {
        assertThatThrownBy(() -> new Fingerprints(bytes(15)))
                .hasMessageContaining("15")
                .hasMessageContaining("16");
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(new Fingerprints(bytes(16)).toString()).doesNotContain("00", "0f");
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
