// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.fields;
import static dev.apian.stage.call.Reading.quote;
import static dev.apian.stage.call.Reading.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentsTest {

    @Test
    void idsAreKeptWithTheKeyAroundThem() {
        assertThat(fields(response(
                        "{\"data\":{\"orders\":[{\"id\":1,\"total\":9.5,\"lines\":[{\"sku\":\"A\"}]},{\"id\":2}]},"
                                + "\"couponIds\":[7,8],\"name\":\"x\"}")))
                .containsExactly("orders.id=1", "lines.sku=A", "orders.id=2", ".couponIds=7", ".couponIds=8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "orderId",
                "order_id",
                "orderID",
                "ORDER-ID",
                "orderid",
                "uuid",
                "userUuid",
                "invoiceNumber",
                "orderNo",
                "bookingRef",
                "couponCode",
                "sub",
                "user_id",
                "username",
                "email",
                "login",
                "code"
            })
    void namesOfIdsAreKnown(String name) {
        assertThat(fields(response("{\"" + name + "\":\"A-77\"}"))).containsExactly("." + name + "=A-77");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paid",
                "valid",
                "grid",
                "requestId",
                "traceId",
                "pageNumber",
                "phoneNumber",
                "countryCode",
                "status",
                "total",
                "cardNumber",
                "csrfToken",
                "tokenId",
                "description",
                "android",
                "passwordId",
                "",
                "-"
            })
    void namesThatOnlyLookLikeIdsAreNot(String name) {
        assertThat(response("{\"" + name + "\":\"A-77\"}").fields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":true}",
                "{\"id\":null}",
                "{\"id\":1.5}",
                "{\"id\":\"two words\"}",
                "{\"id\":\"\"}",
                "{\"code\":\"123456\"}",
                "{\"id\":{}}",
                "[]",
                "7",
                "\"id\"",
                "<id>7</id>",
                "--b\\r\\nid=7",
                "{\"card\":{\"number\":\"4111111111111111\"}}"
            })
    void valuesThatAreNoIdsAreLeftOut(String body) {
        assertThat(response(body).fields()).isEmpty();
    }

    @Test
    void whatWasCutOffGivesWhatItHas() {
        assertThat(fields(response("{\"orderId\":7,\"items\":[{\"id\":8},{\"id\":\"9")))
                .containsExactly(".orderId=7", "items.id=8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderId\":\"A-1\",\"items\":[{\"id\":7,\"note\":\"say \\\"hi\\\", \\\\\",\"sku\":\"S\"}]}",
                "{\"a\\\\\":\"x\\\\\",\"orderId\":\"q\\\"7\",\"id\":\"\\u00fc1\"}",
                "{ \"id\" : \"a\\/b\" , \"ids\" : [ 1 , \"2\" ] }"
            })
    void aBodyIsTheSameAsStringAsObjectAndOddlyEscaped(String body) {
        Call asObject = with("\"http.response.body.content\":" + body);
        Call asString = response(body);
        Call odd = with("\"http.response.body.content\":" + quote(body).replace("\\\"", "\\u0022"));

        assertThat(fields(asObject)).isNotEmpty();
        assertThat(asString).isEqualTo(asObject);
        assertThat(fields(odd)).startsWith(fields(asObject).get(0));
    }

    @Test
    void aQueryIsDecoded() {
        assertThat(fields(with("\"url.query\":\"?filter%5Border_id%5D=A%2F7&x&=1&customerId=\"")))
                .containsExactly(".filter[order_id]=A/7");
    }

    @Test
    void aThousandFieldsAreEnough() {
        String ids = "1,".repeat(5_000) + "1";

        assertThat(response("{\"ids\":[" + ids + "]}").fields()).hasSize(Call.FIELDS_MAX);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/orders/1001|/v1/orders/1001",
                "/v1/invites/INV-2031|/v1/invites/INV-2031",
                "/reset-password/confirm|/reset-password/confirm",
                "/verify/verification-required|/verify/verification-required",
                "/v1/users/550e8400-e29b-41d4-a716-446655440000|/v1/users/550e8400-e29b-41d4-a716-446655440000",
                "|/",
                "x|/x"
            })
    void pathsWithoutSecretsStayAsTheyAre(String told, String path) {
        Call call = Reading.call(Reading.NATIVE, Reading.record("").replace("/v1/orders", told == null ? "" : told));

        assertThat(call.path()).isEqualTo(path);
    }

    @Test
    void twoSecretLinksStayTwo() {
        String one = path("/reset-password/aB3dE5fG7hI9jK1l/done");

        assertThat(one).matches("/reset-password/~[0-9a-f]{16}/done");
        assertThat(path("/reset-password/bB3dE5fG7hI9jK1l/done")).isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "Chrome/120.0 Safari/537.36|Chrome on Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 "
                        + "Safari/604.1|Safari on iPhone",
                "Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0|Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0|Edge on Windows",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|Googlebot",
                "curl/8.5.0|curl",
                "okhttp/4.12.0|okhttp",
                "python-requests/2.31.0|python-requests",
                "ShopApp/5.1 (build 7)|ShopApp",
                "-|''"
            })
    void devicesAreCoarse(String userAgent, String device) {
        assertThat(with("\"user_agent.original\":" + quote(userAgent)).device()).isEqualTo(device);
    }

    private static String path(String path) {
        return Reading.call(Reading.NATIVE, Reading.record("").replace("/v1/orders", path))
                .path();
    }

    private static Call response(String body) {
        return with("\"http.response.body.content\":" + quote(body));
    }
}
