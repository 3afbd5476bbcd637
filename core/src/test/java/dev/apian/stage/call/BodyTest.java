// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void keysHaveTheirPlaceAndType() {
        assertThat(keys("{\"id\":1,\"total\":9.5,\"paid\":true,\"note\":null,\"name\":\"x\",\"to\":{\"zip\":\"1\"},"
                        + "\"orders\":[{\"id\":7,\"tags\":[\"a\"]}],\"grid\":[[1]]}"))
                .containsExactly(
                        "id INTEGER",
                        "total NUMBER",
                        "paid BOOLEAN",
                        "note NULL",
                        "name STRING",
                        "to OBJECT",
                        "to.zip STRING",
                        "orders[] ARRAY",
                        "orders[].id INTEGER",
                        "orders[].tags[] ARRAY",
                        "grid[] ARRAY",
                        "grid[][] ARRAY");
        assertThat(keys("[{\"id\":1}]")).containsExactly("[] ARRAY", "[].id INTEGER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":2}|{\"b\":2,\"a\":1}",
                "{\"a\":[{\"b\":1}]}|{\"a\":[{\"b\":1},{\"b\":2},{\"b\":3}]}",
                "{\"a\":[{\"b\":1},{\"c\":1}]}|{\"a\":[{\"c\":2},{\"b\":3}]}",
                "{\"a\":1}|{ \"a\" : null }",
                "{\"a\":[]}|{\"a\":[1,2,3]}",
                "{\"a\":{\"8f14e45f-ceea-4e1b-9d2a-0c1f5a1b2c3d\":{\"b\":1}}}"
                        + "|{\"a\":{\"1001\":{\"b\":1},\"1002\":{\"b\":1}}}"
            })
    void orderNumberAndValuesDoNotChangeTheShape(String one, String other) {
        assertThat(body(one).shape()).isNotZero().isEqualTo(body(other).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|[]",
                "{\"a\":1}|{\"b\":1}",
                "{\"a\":{\"b\":1}}|{\"a\":[{\"b\":1}]}",
                "{\"a\":{\"b\":1},\"c\":1}|{\"a\":{\"c\":1},\"b\":1}",
                "{\"a\":{\"b\":1}}|{\"a\":1,\"b\":1}",
                "{\"a\":{\"b\":{}}}|{\"b\":{\"a\":{}}}"
            })
    void otherKeysOrPlacesAreAnotherShape(String one, String other) {
        assertThat(body(one).shape()).isNotEqualTo(body(other).shape());
    }

    @Test
    void nullSaysLessThanAValueAndAWholeNumberLessThanAFraction() {
        assertThat(keys("[{\"a\":null,\"b\":1},{\"a\":\"x\",\"b\":1.5},{\"a\":null,\"b\":2}]"))
                .containsExactly("[] ARRAY", "[].a STRING", "[].b NUMBER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"id\"", "<id>7</id>", "true", "--b\\r\\nid=7", "plain text"})
    void whatIsNoObjectOrArrayHasNoShape(String text) {
        assertThat(body(text)).isEqualTo(Body.NONE);
    }

    @Test
    void aFormHasAShapeToo() {
        Body form =
                with("\"http.request.body.content\":\"b=2&a=1&a=3\"").content().request();

        assertThat(form.keys())
                .containsExactly(new Body.Key("b", Body.Type.STRING), new Body.Key("a", Body.Type.STRING));
        assertThat(form.shape()).isEqualTo(body("{\"a\":1,\"b\":2}").shape());
    }

    @Test
    void bodiesOfOneFormShareTheirKeys() {
        assertThat(body("{\"a\":1,\"b\":{\"c\":2}}")).isSameAs(body("{\"a\":5,\"b\":{\"c\":6}}"));
        assertThat(body("{\"a\":1,\"b\":2}").keys())
                .isNotEqualTo(body("{\"b\":1,\"a\":2}").keys());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8f14e45f-ceea-4e1b-9d2a-0c1f5a1b2c3d",
                "1001",
                "2026-03-01",
                "+49 170 1234567",
                "203.0.113.9",
                "ORD-100234",
                "bob@example.com",
                "Zq7Kx9Vw3Lp5Rt8Yb2Nm",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "5f2b6c1e9d3a4f0b8c7d6e5f",
                "Bob Miller",
                ""
            })
    void keysThatAreValuesAreNotKept(String key) {
        assertThat(keys("{\"x\":{\"" + key + "\":{\"age\":1}}}"))
                .containsExactly("x OBJECT", "x.{} OBJECT", "x.{}.age INTEGER");
        assertThat(body("{\"" + key + "\":{\"id\":7}}").toString()).doesNotContain(key.isEmpty() ? "\"\"" : key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customerDefaultShippingAddressLine1",
                "billing_address_line_2",
                "oauth2ClientAuthenticationMethod",
                "@odata.context",
                "orders@odata.count",
                "$ref",
                "größe",
                "2fa",
                "sha256",
                "X-Rate-Limit-Remaining",
                "data",
                "filter[order_id]"
            })
    void keysThatOnlyLookOddAreKept(String key) {
        assertThat(keys("{\"" + key + "\":1}")).containsExactly(key + " INTEGER");
    }

    @Test
    void manyKeysAreBoundedAndTheirOrderStillDoesNotMatter() {
        List<String> names = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"k" + Integer.toString(i, 7) + "x\":1")
                .toList();
        Body one = body("{" + String.join(",", names) + "}");
        Body other = body("{" + String.join(",", names.reversed()) + "}");

        assertThat(one.keys()).hasSize(Body.KEYS_MAX);
        assertThat(one.shape()).isEqualTo(other.shape());
    }

    @Test
    void aBodyThatIsCutOffGivesWhatItHas() {
        assertThat(keys("{\"orderId\":7,\"items\":[{\"id\":8},{\"id\":\"9"))
                .containsExactly("orderId INTEGER", "items[] ARRAY", "items[].id INTEGER");
    }

    @Test
    void deepPathsAreNotListed() {
        String deep = "{\"nestedNestedNested\":".repeat(20) + "1" + "}".repeat(20);

        assertThat(body(deep).keys())
                .hasSizeBetween(5, 12)
                .allSatisfy(key -> assertThat(key.path()).hasSizeLessThanOrEqualTo(KeySet.PATH_CHARS_MAX));
    }

    @Test
    void threadsThatShareAReaderDisturbNobody() {
        List<String> texts = IntStream.range(0, 200)
                .mapToObj(i ->
                        "{\"k" + i % 17 + "\":{\"a" + i % 5 + "\":[{\"b\":" + i + ",\"mail\":\"bob@example.com\"}]}}")
                .toList();
        List<Body> alone = texts.stream().map(BodyTest::body).toList();

        for (int round = 0; round < 20; round++) {
            assertThat(texts.parallelStream().map(BodyTest::body).toList()).isEqualTo(alone);
        }
    }

    private static String keys(Body body) {
        return body.keys().stream().map(key -> key.path() + " " + key.type()).collect(Collectors.joining(","));
    }

    private static List<String> keys(String json) {
        String keys = keys(body(json));
        return List.of(keys.split(","));
    }

    private static Body body(String text) {
        return with("\"http.response.body.content\":" + quote(text)).content().response();
    }
}
