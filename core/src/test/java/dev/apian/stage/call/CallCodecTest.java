// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apian.sketch.Hash;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CallCodecTest {

    private static final Content CONTENT = new Content(
            new Body(-7, List.of(new Body.Key("a[].b", Body.Type.INTEGER)), Set.of(DataClass.EMAIL, DataClass.API_KEY)),
            new Body(7, List.of(), Set.of()),
            "query GetOrder",
            List.of("limit", "page"),
            List.of(new Content.Choice("action", "list")),
            List.of(new Content.Echo(3, "id")));
    private static final Call FULL = full(listedId(), CONTENT);

    @Test
    void oneCallInSixteenCarriesTheKeysOfItsBodies() throws IOException {
        int carried = 0;
        for (int i = 0; i < 1_600; i++) {
            Call loaded = Reading.loaded(Reading.saved(full("id" + i, CONTENT)));
            carried += loaded.content().request().keys().size();
            assertThat(loaded.content().request().shape()).isEqualTo(-7);
            assertThat(loaded.content().request().found())
                    .containsExactlyInAnyOrder(DataClass.EMAIL, DataClass.API_KEY);
            assertThat(loaded.content().echoes()).isEqualTo(CONTENT.echoes());
        }
        assertThat(carried).isBetween(60, 140);
    }

    @Test
    void contentThatIsNotThereTakesNoRoom() throws IOException {
        Content parameters = new Content(Body.NONE, Body.NONE, "", List.of("a"), List.of(), List.of());
        int without = Reading.saved(full("id", Content.NONE)).length;

        assertThat(Reading.saved(full("id", parameters))).hasSize(without + 4);
    }

    /// An id whose call brings its keys along.
    private static String listedId() {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "id" + i)
                .filter(id -> Hash.of(id) % ContentCodec.CALLS_A_KEY_LIST == 0)
                .findFirst()
                .orElseThrow();
    }

    private static Call full(String id, Content content) {
        return new Call(
                id,
                1_772_359_200_123_456L,
                "GET",
                "h",
                "/ä/😀",
                "/{x}",
                200,
                new Origin("2001:db8::1", "DE", 52.5, 13.4, 50, 4_294_967_295L, "Net", NetworkKind.VPN, "Köln"),
                "ua",
                "dev",
                "acme",
                List.of("a", "b"),
                List.of(new Facet(Facet.Kind.USER_ID, "bob"), new Facet(Facet.Kind.SESSION, "0123", 7)),
                List.of(new Facet(Facet.Kind.ACCESS_TOKEN, "ab", Long.MAX_VALUE)),
                List.of(new Field(Field.Place.RESPONSE_BODY, "orders", "id", "1")),
                content,
                true,
                0,
                Long.MAX_VALUE - 1,
                12);
    }

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
        assertThat(Body.Type.values())
                .startsWith(
                        Body.Type.STRING,
                        Body.Type.INTEGER,
                        Body.Type.NUMBER,
                        Body.Type.BOOLEAN,
                        Body.Type.NULL,
                        Body.Type.OBJECT,
                        Body.Type.ARRAY);
        assertThat(DataClass.values())
                .startsWith(
                        DataClass.EMAIL,
                        DataClass.PHONE,
                        DataClass.PERSON_NAME,
                        DataClass.POSTAL_ADDRESS,
                        DataClass.BIRTH_DATE,
                        DataClass.COORDINATES,
                        DataClass.IP_ADDRESS,
                        DataClass.CARD_NUMBER,
                        DataClass.IBAN,
                        DataClass.NATIONAL_ID,
                        DataClass.TOKEN,
                        DataClass.API_KEY,
                        DataClass.PASSWORD,
                        DataClass.PRIVATE_KEY);
    }
}
