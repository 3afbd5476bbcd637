// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.SETTINGS;
import static dev.apian.stage.call.Reading.call;
import static dev.apian.stage.call.Reading.rejected;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Formats.Detected;
import dev.apian.stage.call.Outcome.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Logs of AWS load balancers, AWS API Gateway and Kong, and entries of HTTP archives, in their documented forms.
class GatewayLogTest {

    private static final String ALB = Reading.resource("gateway/alb.log");
    private static final String API_GATEWAY = Reading.resource("gateway/apigateway.log");
    private static final String KONG = Reading.resource("gateway/kong.log");
    private static final String HAR = Reading.resource("gateway/har-entry.json");

    static List<String> records() {
        return List.of(ALB, API_GATEWAY, KONG, HAR);
    }

    @Test
    void anEntryOfALoadBalancerIsRead() {
        Call call = call(new AlbReader(SETTINGS), ALB);

        assertThat(call.at()).isEqualTo("2026-03-01T10:00:00.186641Z");
        assertThat(call.method() + " " + call.host() + call.path()).isEqualTo("GET api.shop.example/v1/orders");
        assertThat(Reading.fields(call)).containsExactly(".orderId=7");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.origin().ip()).isEqualTo("203.0.113.9");
        assertThat(call.userAgent()).isEqualTo("curl/8.5 \"x\"");
        assertThat(call.requestBytes()).isEqualTo(240);
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.durationMicros()).isEqualTo(171_000);
    }

    @Test
    void aRequestThatReachedNoTargetHasNoDuration() {
        Call call = call(
                new AlbReader(SETTINGS),
                ALB.replace("0.086 0.048 0.037 200 200", "-1 -1 -1 503 -")
                        .replace("203.0.113.9:2817", "[2001:db8::1]:1"));

        assertThat(call.status()).isEqualTo(503);
        assertThat(call.durationMicros()).isEqualTo(-1);
        assertThat(call.origin().ip()).isEqualTo("2001:db8::1");
    }

    @Test
    void aConnectionThatSentNoRequestIsNoCall() {
        String line =
                ALB.replace("GET https://api.shop.example:443/v1/orders?orderId=7 HTTP/2.0", "- http://shop:80- -");
        assertThat(rejected(new AlbReader(SETTINGS), line).reason()).isEqualTo(Reason.NO_METHOD);
    }

    @Test
    void aRecordOfApiGatewayIsReadWithItsTemplate() {
        Call call = call(new ApiGatewayReader(SETTINGS), API_GATEWAY);

        assertThat(call.id()).isEqualTo("c-1");
        assertThat(call.at()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(call.path()).isEqualTo("/v1/orders/7");
        assertThat(call.route()).isEqualTo("/v1/orders/{orderId}");
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.durationMicros()).isEqualTo(12_000);
        assertThat(Reading.facets(call.presented())).containsExactly("user_id=maria");
    }

    @Test
    void aTemplateThatDoesNotFitThePathIsLeftOut() {
        CallReader reader = new ApiGatewayReader(SETTINGS);

        Call staged = call(reader, API_GATEWAY.replace("\"/v1/orders/7\"", "\"/prod/v1/orders/7\""));
        assertThat(staged.path()).isEqualTo("/prod/v1/orders/7");
        assertThat(staged.route()).isNull();
        assertThat(call(reader, API_GATEWAY.replace("/v1/orders/{orderId}", "/v1/orders/{proxy+}"))
                        .route())
                .isNull();
        Call pathless = call(reader, API_GATEWAY.replace("\"path\":\"/v1/orders/7\",", ""));
        assertThat(pathless.path()).isEqualTo("/v1/orders/{orderId}");
        assertThat(pathless.route()).isNull();
    }

    @Test
    void theRouteKeyOfAnHttpApiGivesThePath() {
        CallReader reader = new ApiGatewayReader(SETTINGS);
        String record = API_GATEWAY
                .replace("\"path\":\"/v1/orders/7\",", "")
                .replace("\"resourcePath\":\"/v1/orders/{orderId}\"", "\"routeKey\":\"GET /v1/orders\"");

        assertThat(call(reader, record).path()).isEqualTo("/v1/orders");
        assertThat(rejected(reader, record.replace("GET /v1/orders", "$default"))
                        .reason())
                .isEqualTo(Reason.NO_PATH);
    }

    @Test
    void theCommonFormOfApiGatewayIsAnAccessLog() {
        Call call = call(
                new AutoReader(SETTINGS),
                "203.0.113.9 - - [01/Mar/2026:10:00:00 +0000] \"GET /v1/orders HTTP/1.1\" 200 512"
                        + " 3a1b2c4d-0000-1111-2222-333344445555 Pmdb-ElvliAFUbQ=");

        assertThat(call.path()).isEqualTo("/v1/orders");
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.durationMicros()).isEqualTo(-1);
    }

    @Test
    void aRecordOfKongIsRead() {
        Call call = call(new KongReader(SETTINGS), KONG);

        assertThat(call.id()).isEqualTo("c-2");
        assertThat(call.at()).isEqualTo("2026-03-01T10:00:00.186Z");
        assertThat(call.method() + " " + call.host() + call.path()).isEqualTo("GET api.shop.example/v1/orders");
        assertThat(Reading.fields(call)).containsExactly(".orderId=7");
        assertThat(call.requestBytes()).isEqualTo(79);
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.durationMicros()).isEqualTo(12_000);
        assertThat(Reading.facets(call.presented()))
                .containsExactlyInAnyOrder("api_key", "user_id=42", "username=maria");
        assertThat(Reading.facets(call.granted())).containsExactly("session");
    }

    @Test
    void anEntryOfAnArchiveIsReadWithItsHeadersAndBodies() {
        Call call = call(new HarReader(SETTINGS), HAR);

        assertThat(call.at()).isEqualTo("2026-03-01T10:00:00.186Z");
        assertThat(call.method() + " " + call.host() + call.path()).isEqualTo("POST api.shop.example/v1/orders");
        assertThat(call.status()).isEqualTo(201);
        assertThat(call.device()).isEqualTo("curl");
        assertThat(call.requestBytes()).isEqualTo(20);
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.durationMicros()).isEqualTo(12_500);
        assertThat(Reading.facets(call.presented())).containsExactlyInAnyOrder("access_token", "api_key");
        assertThat(Reading.facets(call.granted())).containsExactly("session");
        assertThat(Reading.fields(call)).contains(".customerId=C-9", ".orderId=O-7");
    }

    @Test
    void whatABrowserNeverSentOrNeverGotAnAnswerToIsNoCall() {
        CallReader reader = new HarReader(SETTINGS);

        assertThat(rejected(reader, HAR.replace("\"status\":201", "\"status\":0"))
                        .reason())
                .isEqualTo(Reason.NO_STATUS);
        assertThat(rejected(
                                reader,
                                HAR.replace("https://api.shop.example/v1/orders?expand=items", "data:image/png;base64"))
                        .reason())
                .isEqualTo(Reason.NO_PATH);
        Call packed = call(
                reader,
                HAR.replace(
                        "\"mimeType\":\"application/json\",\"text\":\"{\\\"orderId",
                        "\"mimeType\":\"image/png\",\"encoding\":\"base64\",\"text\":\"{\\\"orderId"));
        assertThat(packed.responseSeen()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachIsToldByItsContent(String record) {
        byte[] bytes = (record + "\n" + record + "\n").getBytes(UTF_8);
        Detected detected = Formats.detect(bytes, 0, bytes.length);

        assertThat(detected).isInstanceOf(Detected.Known.class);
        Format format = ((Detected.Known) detected).format();
        assertThat(format).isIn(Format.ALB, Format.API_GATEWAY, Format.KONG, Format.HAR);
        assertThat(call(new AutoReader(SETTINGS), record)).isEqualTo(call(format.reader(SETTINGS), record));
    }

    @ParameterizedTest
    @MethodSource("records")
    void cutOffAnywhereItIsNeverAnException(String record) {
        for (Format format : Format.values()) {
            CallReader reader = format.reader(SETTINGS);
            for (int length = 0; length < record.length(); length++) {
                Outcome outcome = Reading.read(reader, record.substring(0, length));
                boolean isJson = record.startsWith("{");
                if (isJson) {
                    assertThat(outcome).as("%s, %d bytes", format, length).isInstanceOf(Outcome.Rejected.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void wrongTypesAreOutcomesAndNeverAnException(String record) {
        for (String wrong : List.of("null", "[]", "{}", "true", "-7", "\"\"", "[[{\"a\":1}]]", "1e999")) {
            String damaged = record.replaceAll("(:)(\"[^\"]*\"|[0-9.]+)([,}\\]])", "$1" + wrong + "$3");
            for (Format format : Format.values()) {
                assertThat(Reading.read(format.reader(SETTINGS), damaged)).isNotNull();
            }
        }
    }
}
