// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.SETTINGS;
import static dev.apian.stage.call.Reading.call;
import static dev.apian.stage.call.Reading.rejected;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Formats.Detected;
import dev.apian.stage.call.Outcome.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogTest {

    private static final CallReader COMBINED = new CombinedReader(SETTINGS);
    private static final CallReader NGINX = new NginxJsonReader(SETTINGS);
    private static final String LINE =
            "203.0.113.9 - - [01/Mar/2026:11:00:00 +0100] \"GET /v1/orders?orderId=7 HTTP/1.1\" 200 512";

    @Test
    void aCommonLineIsRead() {
        Call call = call(COMBINED, LINE);

        assertThat(call.at()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(call.path()).isEqualTo("/v1/orders");
        assertThat(call.origin().ip()).isEqualTo("203.0.113.9");
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.userAgent()).isEmpty();
        assertThat(Reading.fields(call)).containsExactly(".orderId=7");
    }

    @Test
    void aCombinedLineWithEverythingIsRead() {
        Call call = call(
                COMBINED,
                "shop.example:443 10.0.0.2 - jane doe [01/Mar/2026:10:00:00 +0000] \"POST /login HTTP/2.0\" 302 - "
                        + "\"https://x/\\\"q\\\"\" \"curl/8.5 \\\"x\\\"\" \"203.0.113.5, 10.0.0.7\" "
                        + "rt=0.250 uct=\"0.1\"");

        assertThat(call.host()).isEqualTo("shop.example");
        assertThat(call.origin().ip()).isEqualTo("203.0.113.5");
        assertThat(Reading.facets(call.presented())).containsExactly("username=jane doe");
        assertThat(call.userAgent()).isEqualTo("curl/8.5 \"x\"");
        assertThat(call.responseBytes()).isEqualTo(-1);
        assertThat(call.durationMicros()).isEqualTo(250_000);
    }

    @Test
    void aNumberBehindIsTheDuration() {
        assertThat(call(COMBINED, LINE + " \"-\" \"curl/8\" 0.012").durationMicros())
                .isEqualTo(12_000);
        assertThat(call(COMBINED, LINE + " \"-\" \"curl/8\" 1234").durationMicros())
                .isEqualTo(1_234);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"\\x16\\x03\\x01\" 400 226 \"-\" \"-\"|NO_METHOD",
                "1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"-\" 408 0 \"-\" \"-\"|NO_METHOD",
                "1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"\" 400 0|NO_METHOD",
                "1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"GET\" 400 0|NO_PATH",
                "1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" - 0|NO_STATUS",
                "1.2.3.4 - - [01/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1|MALFORMED",
                "1.2.3.4 - - [99/Mar/2026:10:00:00 +0000] \"GET / HTTP/1.1\" 200 0|BAD_TIME",
                "1.2.3.4 - - [01/Mar/9999:10:00:00 +0000] \"GET / HTTP/1.1\" 200 0|IMPLAUSIBLE_TIME",
                "[Thu Oct 13 12:24:49.880562 2022] [error] something|MALFORMED",
                "hello|MALFORMED"
            })
    void whatIsNoCallIsRejectedWithItsReason(String line, Reason reason) {
        assertThat(rejected(COMBINED, line).reason()).isEqualTo(reason);
    }

    @Test
    void aHostNameForAnAddressKeepsTheCall() {
        assertThat(call(COMBINED, LINE.replace("203.0.113.9", "host.example"))
                        .origin()
                        .ip())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"time_iso8601\":\"2026-03-01T10:00:00+00:00\",\"request\":\"GET /v1/orders?orderId=7 "
                        + "HTTP/1.1\",\"status\":\"200\","
                        + "\"remote_addr\":\"10.0.0.1\",\"http_x_forwarded_for\":\"203.0.113.9\","
                        + "\"http_user_agent\":\"curl/8\","
                        + "\"body_bytes_sent\":\"512\",\"request_time\":\"0.012\","
                        + "\"http_host\":\"api.shop.example\",\"remote_user\":\"-\"}",
                "{\"msec\":1772359200.000,\"request_method\":\"GET\","
                        + "\"request_uri\":\"/v1/orders?orderId=7\",\"status\":200,"
                        + "\"remote_addr\":\"203.0.113.9\",\"http_user_agent\":\"curl/8\","
                        + "\"bytes_sent\":512,\"request_time\":0.012,"
                        + "\"host\":\"api.shop.example\"}",
                "{\"ts\":1772359200.0,\"request\":{\"client_ip\":\"203.0.113.9\",\"method\":\"GET\","
                        + "\"host\":\"api.shop.example:80\","
                        + "\"uri\":\"/v1/orders?orderId=7\",\"headers\":{\"User-Agent\":[\"curl/8\"]}},"
                        + "\"duration\":0.012,\"size\":512,"
                        + "\"status\":200,\"resp_headers\":{\"Server\":[\"Caddy\"]}}",
                "{\"StartUTC\":\"2026-03-01T10:00:00Z\",\"RequestMethod\":\"GET\","
                        + "\"RequestPath\":\"/v1/orders?orderId=7\","
                        + "\"DownstreamStatus\":200,\"DownstreamContentSize\":512,\"Duration\":12000000,"
                        + "\"ClientHost\":\"203.0.113.9\","
                        + "\"RequestHost\":\"api.shop.example\",\"request_User-Agent\":\"curl/8\"}"
            })
    void jsonLogsOfManyServersGiveTheSameCall(String line) {
        Call call = call(NGINX, line);

        assertThat(call.at()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(call.method() + " " + call.host() + call.path()).isEqualTo("GET api.shop.example/v1/orders");
        assertThat(call.origin().ip()).isEqualTo("203.0.113.9");
        assertThat(call.device()).isEqualTo("curl");
        assertThat(call.responseBytes()).isEqualTo(512);
        assertThat(call.durationMicros()).isEqualTo(12_000);
        assertThat(call.presented()).isEmpty();
        assertThat(call(new AutoReader(SETTINGS), line)).isEqualTo(call);
    }

    @Test
    void aFormatIsToldByContent() {
        assertThat(detect(Reading.record("") + "\n" + Reading.record("") + "\n"))
                .isEqualTo(new Detected.Known(Format.NATIVE, 2, 2));
        assertThat(detect(LINE + "\n" + LINE + "\n1.2.3.4 cut")).isEqualTo(new Detected.Known(Format.COMMON, 2, 2));
        assertThat(detect(LINE + " \"-\" \"curl/8\"\nrubbish\n")).isEqualTo(new Detected.Known(Format.COMBINED, 1, 2));
        assertThat(detect("{\"msec\":1772359200.0,\"request\":\"GET / HTTP/1.1\",\"status\":200}\n"))
                .isEqualTo(new Detected.Known(Format.NGINX_JSON, 1, 1));
    }

    @Test
    void whatFitsNoFormatIsExplained() {
        assertThat(detect("")).isInstanceOf(Detected.Unknown.class);
        assertThat(((Detected.Unknown) detect("user,password\nbob,hunter22\n")).reason())
                .contains("none of the first 2 lines")
                .doesNotContain("hunter22");
    }

    @Test
    void formatsHaveNames() {
        assertThat(Format.byName("auto")).contains(Format.AUTO);
        assertThat(Format.byName("NATIVE")).contains(Format.NATIVE);
        assertThat(Format.byName("xml")).isEmpty();
    }

    private static Detected detect(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return Formats.detect(bytes, 0, bytes.length);
    }
}
