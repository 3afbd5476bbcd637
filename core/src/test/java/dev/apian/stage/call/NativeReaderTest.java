// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static dev.apian.stage.call.Reading.NATIVE;
import static dev.apian.stage.call.Reading.call;
import static dev.apian.stage.call.Reading.record;
import static dev.apian.stage.call.Reading.rejected;
import static dev.apian.stage.call.Reading.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Outcome.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeReaderTest {

    private static final String FLAT = """
            {"timestamp":"2026-03-01T10:00:00.123456+01:00","http.request.method":"post","url.path":"/v1/orders/1001",
             "url.query":"customerId=77","url.scheme":"https","server.address":"API.Shop.example","server.port":443,
             "http.response.status_code":201,"event.id":"e-1","client.address":"203.0.113.9",
             "user_agent.original":"curl/8.5.0","http.request.header.x-api-key":["k-0123456789"],
             "http.request.body.content":"{\\"orderId\\":\\"A-1\\"}","http.response.body.content":"{\\"id\\":5}",
             "http.request.body.size":17,"http.response.body.size":8,"http.server.request.duration":0.0125,
             "http.route":"/v1/orders/{id}","user.id":"bob","user.roles":["b","a","b"],"session.id":"s-12345678",
             "client.id":"web","organization.id":"acme","tls.client.subject":"CN=svc","tls.client.ja4":"t13d",
             "client.geo.country_iso_code":"de","client.geo.location.lat":52.5,"client.geo.location.lon":13.4,
             "client.as.number":3320,"client.as.organization.name":"Telekom","trace_id":"1","span_id":"2"}""";

    private static final String NESTED = """
            {"span_id":"2","client":{"as":{"organization":{"name":"Telekom"},"number":3320},
              "geo":{"location":{"lon":13.4,"lat":52.5},"country_iso_code":"de"},"id":"web","address":"203.0.113.9"},
             "tls":{"client":{"subject":"CN=svc"}},"organization":{"id":"acme"},"session":{"id":"s-12345678"},
             "user":{"roles":["b","a","b"],"id":"bob"},"event":{"id":"e-1","other":[1,{"a":[]}]},
             "http":{"route":"/v1/orders/{id}","server":{"request":{"duration":0.0125}},
              "response":{"status_code":201,"body":{"size":8,"content":"{\\"id\\":5}"}},
              "request.body":{"content":"{\\"orderId\\":\\"A-1\\"}","size":17},
              "request":{"header":{"X-Api-Key":"k-0123456789"},"method":"post"}},
             "user_agent":{"original":"curl/8.5.0"},"server":{"address":"API.Shop.example"},
             "url":{"query":"customerId=77","path":"/v1/orders/1001"},"@timestamp":"2026-03-01T09:00:00.123456Z"}""";

    @Test
    void everyFieldOfTheContractIsRead() {
        Call call = call(NATIVE, FLAT);

        assertThat(call.id()).isEqualTo("e-1");
        assertThat(call.at()).isEqualTo("2026-03-01T09:00:00.123456Z");
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.host()).isEqualTo("api.shop.example");
        assertThat(call.path()).isEqualTo("/v1/orders/1001");
        assertThat(call.route()).isEqualTo("/v1/orders/{id}");
        assertThat(call.status()).isEqualTo(201);
        assertThat(call.origin()).isEqualTo(new Origin("203.0.113.9", "DE", 52.5, 13.4, 50, 3320, "Telekom"));
        assertThat(call.userAgent()).isEqualTo("curl/8.5.0");
        assertThat(call.device()).isEqualTo("curl");
        assertThat(call.organization()).isEqualTo("acme");
        assertThat(call.roles()).containsExactly("a", "b");
        assertThat(Reading.facets(call.presented()))
                .containsExactly("user_id=bob", "certificate=CN=svc", "session", "api_key", "client_id=web");
        assertThat(Reading.fields(call)).containsExactly(".customerId=77", ".orderId=A-1", ".id=5");
        assertThat(call.responseSeen()).isTrue();
        assertThat(call.requestBytes()).isEqualTo(17);
        assertThat(call.responseBytes()).isEqualTo(8);
        assertThat(call.durationMicros()).isEqualTo(12_500);
    }

    @Test
    void nestedObjectsInAnyOrderGiveTheSameCall() {
        assertThat(call(NATIVE, NESTED)).isEqualTo(call(NATIVE, FLAT));
    }

    @Test
    void whatIsNotToldIsUnknown() {
        Call call = with("");

        assertThat(call.origin()).isEqualTo(Origin.UNKNOWN);
        assertThat(call.presented()).isEmpty();
        assertThat(call.fields()).isEmpty();
        assertThat(call.responseSeen()).isFalse();
        assertThat(call.requestBytes()).isEqualTo(-1);
        assertThat(call.durationMicros()).isEqualTo(-1);
        assertThat(call.route()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-01T10:00:00Z\"",
                "\"2026-03-01t10:00:00.000z\"",
                "\"2026-03-01 10:00:00\"",
                "\"2026-03-01T11:30:00+01:30\"",
                "\"2026-03-01T05:00:00-0500\"",
                "1772359200",
                "1772359200.0",
                "1772359200000",
                "1772359200000000",
                "1772359200000000000",
                "\"1772359200\"",
                "1.7723592e9"
            })
    void aTimeMayBeWrittenInManyWays(String time) {
        String record = record("").replace("\"2026-03-01T10:00:00Z\"", time);

        assertThat(call(NATIVE, record).at()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(call(NATIVE, record.replace("timestamp", "time")).at()).isEqualTo("2026-03-01T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "'yesterday',BAD_TIME",
        "'2026-02-30T10:00:00Z',BAD_TIME",
        "'2026-03-01T25:00:00Z',BAD_TIME",
        "'2026-03-01T10:00:00X',BAD_TIME",
        "'2026-03-01',BAD_TIME",
        "'',BAD_TIME",
        "'-5',BAD_TIME",
        "'9999-12-31T23:59:59Z',IMPLAUSIBLE_TIME",
        "'1970-01-01T00:00:00Z',IMPLAUSIBLE_TIME",
        "'17',IMPLAUSIBLE_TIME",
        "'99999999999999999999999',BAD_TIME"
    })
    void aTimeThatCannotBeIsRejectedWithItsReason(String time, Reason reason) {
        assertThat(rejected(NATIVE, record("").replace("2026-03-01T10:00:00Z", time))
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"timestamp\"|NO_TIME",
                "\"http.request.method\"|NO_METHOD",
                "\"url.path\"|NO_PATH",
                "\"http.response.status_code\"|NO_STATUS"
            })
    void aRequiredFieldThatIsMissingIsNamed(String field, Reason reason) {
        assertThat(rejected(NATIVE, record("").replace(field, "\"other\"")).reason())
                .isEqualTo(reason);
    }

    @Test
    void aFullUrlGivesHostPathAndQueryAndLosesItsPassword() {
        String url = "\"url.full\":\"https://bob:hunter22@api.shop.example:8443/v1/orders/7?orderId=7#top\"";

        Call call = call(NATIVE, record("").replace("\"url.path\":\"/v1/orders\"", url));

        assertThat(call.host()).isEqualTo("api.shop.example");
        assertThat(call.path()).isEqualTo("/v1/orders/7");
        assertThat(Reading.fields(call)).containsExactly(".orderId=7");
        assertThat(call.toString()).doesNotContain("hunter22", "bob");
    }

    @Test
    void theFirstOfTwoValuesCounts() {
        assertThat(with("\"user.id\":\"alice\",\"user.id\":\"mallory\"").presented(Facet.Kind.USER_ID))
                .isEqualTo(new Facet(Facet.Kind.USER_ID, "alice"));
    }

    @Test
    void escapesAreTakenOut() {
        Call call = with("\"user.id\":\"b\\u00f6b \\\"x\\\" \\ud83d\\ude00\",\"event\\u002eid\":\"e\\/1\"");

        assertThat(call.presented().get(0).value()).isEqualTo("böb \"x\" 😀");
        assertThat(call.id()).isEqualTo("e/1");
    }

    @Test
    void bytesThatAreNoUtf8DoNotLoseTheRecord() {
        byte[] bytes = record("\"user.id\":\"bXb\"").getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == 'X' ? (byte) 0xC3 : bytes[i];
        }

        Outcome outcome = NATIVE.read(bytes, 0, bytes.length);

        assertThat(((Outcome.Accepted) outcome).call().presented().get(0).value())
                .isEqualTo("b\uFFFDb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}x",
                "[]",
                "hello",
                "{\"timestamp\"",
                "{\"timestamp\":}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"timestamp\":\"2026-03-01T10:00:00Z\",\"http.request.method\":\"GE",
                "{\"a\":{\"b\":[1,2}",
                "null",
                "{\"a\":@}"
            })
    void whatIsNoRecordIsMalformed(String record) {
        assertThat(rejected(NATIVE, record).reason()).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void binaryIsNoText() {
        assertThat(rejected(NATIVE, "\u0016\u0003\u0001\u0002").reason()).isEqualTo(Reason.NOT_TEXT);
    }

    @Test
    void aRecordOverTheLimitIsTooLong() {
        byte[] bytes = new byte[Limits.RECORD_BYTES_MAX + 1];
        Arrays.fill(bytes, (byte) 'x');

        Outcome.Rejected rejected = (Outcome.Rejected) NATIVE.read(bytes, 0, bytes.length);

        assertThat(rejected.reason()).isEqualTo(Reason.TOO_LONG);
        assertThat(rejected.sample()).hasSize(Outcome.Rejected.SAMPLE_CHARS_MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "user.roles", "url"})
    void tenThousandLevelsAreTooDeepAndNoStackOverflow(String field) {
        String deep = "\"" + field + "\":" + "[".repeat(10_000) + "]".repeat(10_000);

        assertThat(rejected(NATIVE, record(deep)).reason()).isEqualTo(Reason.TOO_DEEP);
        assertThat(rejected(NATIVE, "{\"" + field + "\":" + "{\"url\":".repeat(10_000))
                        .reason())
                .isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void aClientCannotHideItsCallBehindADeepBody() {
        String body = Reading.quote("{\"orderId\":7,\"a\":" + "[".repeat(10_000));

        assertThat(Reading.fields(with("\"http.request.body.content\":" + body)))
                .containsExactly(".orderId=7");
    }

    @Test
    void anAddressThatIsNoneLeavesTheCall() {
        assertThat(with("\"client.address\":\"not an address\"").origin().ip()).isEmpty();
        assertThat(with("\"client.address\":\"999.1.1.1\"").origin().ip()).isEmpty();
    }

    @Test
    void theIdDependsOnWhatHappenedAndOnNoSecret() {
        String one = with("\"http.request.header.authorization\":\"Bearer aaaaaaaaaaaa\"")
                .id();

        assertThat(with("\"http.request.header.authorization\":\"Bearer bbbbbbbbbbbb\"")
                        .id())
                .isEqualTo(one);
        assertThat(with("\"user.id\":\"bob\"").id()).isNotEqualTo(one);
        assertThat(with("\"client.address\":\"203.0.113.9\"").id()).isNotEqualTo(one);
    }

    @Test
    void aSampleShowsTheShapeOnly() {
        assertThat(rejected(NATIVE, "{\"key\":\"Gehéim-42\"").sample()).isEqualTo("{\"aaa\":\"aaaaaaa-00\"");
    }
}
