// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallCodecTest {

    private static final Call FULL = new Call(
            "id",
            1_772_359_200_123_456L,
            "GET",
            "h",
            "/ä/😀",
            "/{x}",
            200,
            new Origin("2001:db8::1", "DE", 52.5, 13.4, 50, 4_294_967_295L, "Net"),
            "ua",
            "dev",
            "acme",
            List.of("a", "b"),
            List.of(new Facet(Facet.Kind.USER_ID, "bob"), new Facet(Facet.Kind.SESSION, "0123", 7)),
            List.of(new Facet(Facet.Kind.ACCESS_TOKEN, "ab", Long.MAX_VALUE)),
            List.of(new Field(Field.Place.RESPONSE_BODY, "orders", "id", "1")),
            Content.NONE,
            true,
            0,
            Long.MAX_VALUE - 1,
            12);

    @Test
    void aFullCallComesBackAsItWas() throws IOException {
        assertThat(Reading.loaded(Reading.saved(FULL))).isEqualTo(FULL);
    }

    @Test
    void anEmptyCallComesBackAsItWas() throws IOException {
        Call call = new Call(
                "",
                -1,
                "",
                "",
                "",
                null,
                0,
                Origin.UNKNOWN,
                "",
                "",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Content.NONE,
                false,
                -1,
                -1,
                -1);

        assertThat(Reading.loaded(Reading.saved(call))).isEqualTo(call);
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        byte[] bytes = Reading.saved(FULL);
        bytes[0] = 99;

        assertThatThrownBy(() -> Reading.loaded(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("99");
    }

    @Test
    void garbageIsAnIoExceptionAndNothingElse() throws IOException {
        byte[] bytes = Reading.saved(FULL);
        for (int i = 2; i < bytes.length; i++) {
            byte[] broken = bytes.clone();
            broken[i] = (byte) 0xff;
            try {
                assertThat(Reading.loaded(broken)).isNotNull();
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
    }

    /// The saved form holds positions: adding is fine at the end, another order needs another version.
    @Test
    void theOrderOfKindsIsPinned() {
        assertThat(Facet.Kind.values())
                .startsWith(
                        Facet.Kind.USER_ID,
                        Facet.Kind.SUBJECT,
                        Facet.Kind.USERNAME,
                        Facet.Kind.CERTIFICATE,
                        Facet.Kind.ACCESS_TOKEN,
                        Facet.Kind.REFRESH_TOKEN,
                        Facet.Kind.SESSION,
                        Facet.Kind.API_KEY,
                        Facet.Kind.CLIENT_ID);
        assertThat(Field.Place.values())
                .startsWith(Field.Place.QUERY, Field.Place.REQUEST_BODY, Field.Place.RESPONSE_BODY);
    }
}
