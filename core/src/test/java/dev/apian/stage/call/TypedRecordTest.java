// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.Outcome.Reason;
import dev.apian.stage.call.Outcome.Rejected;
import org.junit.jupiter.api.Test;

class TypedRecordTest {

    private static final byte[] KEY = "0123456789abcdef".getBytes(US_ASCII);
    private static final long MICROS = 1_790_000_000_123_456L;
    private static final String AT = "2026-09-21T14:13:20.123456Z";

    private final ReaderSettings settings = ReaderSettings.of(KEY, Long.MAX_VALUE);
    private final TypedRecord record = new TypedReader(settings).record();

    @Test
    void typedValuesMakeTheSameCallAsANativeLine() {
        fill("/v1/orders/1001?page=2", 200);
        record.put("server.address", "api.shop.example");
        record.put("client.address", "203.0.113.7");
        record.put("http.request.header.authorization", "Bearer geheim-7431-token");
        record.put("http.response.body.size", 512);
        record.took(12_345_000);
        String line = """
                {"timestamp":"%s","http.request.method":"GET","url.path":"/v1/orders/1001?page=2",\
                "http.response.status_code":200,"server.address":"api.shop.example","client.address":"203.0.113.7",\
                "http.request.header.authorization":["Bearer geheim-7431-token"],"http.response.body.size":512,\
                "http.server.request.duration":0.012345}""".formatted(AT);
        assertThat(call()).isEqualTo(nativeCall(line));
    }

    @Test
    void namesFromBeforeTheStableConventionsMeanTheSame() {
        record.startedAt(MICROS * 1_000);
        record.put("http.method", "GET");
        record.put("http.target", "/v1/orders/1001?page=2");
        record.put("http.status_code", 200);
        record.put("http.user_agent", "curl/8.9.1");
        record.put("net.sock.peer.addr", "203.0.113.7");
        record.put("http.host", "api.shop.example:443");
        Call call = call();
        assertThat(call.path()).isEqualTo("/v1/orders/1001");
        assertThat(call.host()).isEqualTo("api.shop.example");
        assertThat(call.userAgent()).isEqualTo("curl/8.9.1");
        assertThat(call.origin().ip()).isEqualTo("203.0.113.7");
    }

    @Test
    void aMethodOfNobodysListIsToldByItsOriginal() {
        record.startedAt(MICROS * 1_000);
        record.put("http.request.method", "_OTHER");
        record.put("http.request.method_original", "PURGE");
        record.put("url.path", "/a");
        record.put("http.response.status_code", 200);
        assertThat(record.isHttp()).isTrue();
        assertThat(call().method()).isEqualTo("PURGE");
    }

    @Test
    void whatRecordsShareHoldsUnlessOneSaysOtherwise() {
        record.share("server.address", "fallback.example");
        record.share("service.name", "orders");
        record.next();
        fill("/a", 200);
        assertThat(call().host()).isEqualTo("fallback.example");
        record.next();
        fill("/a", 200);
        record.put("server.address", "own.example");
        assertThat(call().host()).isEqualTo("own.example");
        record.clear();
        fill("/a", 200);
        assertThat(call().host()).isEmpty();
    }

    @Test
    void aServiceStandsInForAHostOnlyIfNobodyToldOne() {
        record.share("service.name", "Orders");
        record.next();
        fill("/a", 200);
        assertThat(call().host()).isEqualTo("orders");
        record.next();
        fill("/a", 200);
        record.put("http.request.header.host", "api.shop.example");
        assertThat(call().host()).isEqualTo("api.shop.example");
        record.next();
        record.startedAt(MICROS * 1_000);
        record.put("http.method", "GET");
        record.put("http.url", "https://api.shop.example/a");
        record.put("http.status_code", 200);
        assertThat(call().host()).isEqualTo("api.shop.example");
    }

    @Test
    void nothingOfARecordIsLeftInTheNext() {
        fill("/v1/first/1001", 200);
        record.put("http.request.header.x-api-key", "geheim-7431-key");
        record.put("user.id", "maria");
        Call first = call();
        record.next();
        fill("/v1/second", 404);
        Call second = call();
        assertThat(first.path()).isEqualTo("/v1/first/1001");
        assertThat(first.presented()).hasSize(2);
        assertThat(second.presented()).isEmpty();
        assertThat(second.path()).isEqualTo("/v1/second");
        assertThat(second.status()).isEqualTo(404);
    }

    @Test
    void secretsOfAnyHeaderNameBecomePrints() {
        fill("/a", 200);
        record.put("http.request.header.authorization", "Bearer geheim-7431-a");
        record.put("http.request.header.cookie", "session=geheim-7431-b");
        record.put("http.request.header.ocp-apim-subscription-key", "geheim-7431-c");
        record.put("http.request.header.x_acme_auth_token", "geheim-7431-d");
        record.put("http.request.body.content", "{\"password\":\"geheim-7431-e\",\"orderId\":\"1001\"}");
        Call call = call();
        assertThat(call.toString()).doesNotContain("geheim-7431");
        assertThat(call.presented()).extracting(Facet::kind).contains(Facet.Kind.API_KEY, Facet.Kind.ACCESS_TOKEN);
        assertThat(call.fields()).extracting(Field::value).contains("1001");
    }

    @Test
    void aLineInsideARecordIsReadUnderTheSameNames() {
        record.share("service.name", "orders");
        record.next();
        record.putJson("{\"http\":{\"request\":{\"method\":\"GET\"}},\"url.path\":\"/a\\/b\","
                + "\"http.response.status_code\":200}");
        assertThat(record.isHttp()).isTrue();
        record.observedAt(MICROS * 1_000);
        Call call = call();
        assertThat(call.path()).isEqualTo("/a/b");
        assertThat(call.micros()).isEqualTo(MICROS);
        assertThat(call.host()).isEqualTo("orders");
    }

    @Test
    void textThatIsNoRecordAddsNothing() {
        record.putJson("{\"http.request.method\":\"GET\",\"url.path\":");
        assertThat(record.isHttp()).isFalse();
        record.putJson("user logged in");
        assertThat(record.isHttp()).isFalse();
    }

    @Test
    void aSpanOfAnotherKindIsNoHttp() {
        record.startedAt(MICROS * 1_000);
        record.put("rpc.system", "grpc");
        record.put("server.address", "api.shop.example");
        assertThat(record.isHttp()).isFalse();
    }

    @Test
    void whatIsMissingIsNamedAndMasked() {
        record.startedAt(MICROS * 1_000);
        record.put("http.request.method", "GET");
        record.put("url.path", "/geheim-7431");
        assertThat(record.finish()).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.NO_STATUS);
            assertThat(rejected.sample()).doesNotContain("geheim").doesNotContain("7431");
        });
        record.next();
        fill("/a", 200);
        assertThat(record.finish()).isInstanceOf(Accepted.class);
    }

    @Test
    void timesOutOfRangeAreRejected() {
        fill(-1, "/a", 200);
        assertThat(record.finish())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.BAD_TIME));
        record.next();
        fill(0, "/a", 200);
        assertThat(record.finish())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.NO_TIME));
    }

    @Test
    void aRecordThatIsTooLongIsRejectedAndTheNextIsNot() {
        TypedRecord small = new TypedReader(settings.withLimits(Limits.DEFAULT.withRecordBytes(2_000))).record();
        small.put("http.request.method", "GET");
        small.put("url.path", "/".repeat(3_000));
        assertThat(small.finish())
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.TOO_LONG));
        small.next();
        small.startedAt(MICROS * 1_000);
        small.put("http.request.method", "GET");
        small.put("url.path", "/" + "ä".repeat(800));
        small.put("http.response.status_code", 200);
        assertThat(small.finish()).isInstanceOf(Accepted.class);
    }

    private void fill(String path, int status) {
        fill(MICROS * 1_000, path, status);
    }

    private void fill(long nanos, String path, int status) {
        record.startedAt(nanos);
        record.put("http.request.method", "GET");
        record.put("url.path", path);
        record.put("http.response.status_code", status);
    }

    private Call call() {
        return ((Accepted) record.finish()).call();
    }

    private Call nativeCall(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        return ((Accepted) new NativeReader(settings).read(bytes, 0, bytes.length)).call();
    }
}
