// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.linecorp.armeria.client.grpc.GrpcClients;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.config.core.v3.RequestMethod;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.envoyproxy.envoy.data.accesslog.v3.AccessLogCommon;
import io.envoyproxy.envoy.data.accesslog.v3.AccessLogType;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPAccessLogEntry;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPRequestProperties;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPResponseProperties;
import io.envoyproxy.envoy.data.accesslog.v3.TCPAccessLogEntry;
import io.envoyproxy.envoy.service.accesslog.v3.AccessLogServiceGrpc.AccessLogServiceStub;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage.HTTPAccessLogEntries;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage.Identifier;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage.TCPAccessLogEntries;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EnvoyTest {

    @TempDir
    Path data;

    @Test
    void entriesOfAStreamBecomeCallsWhileItLasts() throws Exception {
        try (Running running = Running.on(data);
                Envoy envoy = new Envoy(running)) {
            envoy.send(identified(http(entry("/v1/orders/1001?expand=items", 200))));
            JsonNode first = running.eventually(
                            "/api/v1/calls", page -> page.path("items").size() == 1)
                    .at("/items/0");
            assertThat(first.path("call_id").asString()).isEqualTo("request-/v1/orders/1001?expand=items");
            assertThat(first.path("path").asString()).isEqualTo("/v1/orders/1001");
            assertThat(first.path("host").asString()).isEqualTo("api.shop.example");
            assertThat(first.path("client_ip").asString()).isEqualTo("203.0.113.7");
            assertThat(first.path("duration_ms").asDouble()).isEqualTo(12.0);
            assertThat(first.path("credential").asString()).isNotEmpty();
            assertThat(first.toString()).doesNotContain("geheim-7431");
            envoy.send(http(entry("/v1/orders/1002", 404)));
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 2);
        }
    }

    @Test
    void connectionsAndEntriesOfUnfinishedRequestsAreSkipped() throws Exception {
        try (Running running = Running.on(data);
                Envoy envoy = new Envoy(running)) {
            envoy.send(identified(StreamAccessLogsMessage.newBuilder()
                    .setTcpLogs(TCPAccessLogEntries.newBuilder()
                            .addLogEntry(TCPAccessLogEntry.getDefaultInstance())
                            .addLogEntry(TCPAccessLogEntry.getDefaultInstance()))));
            HTTPAccessLogEntry.Builder start = entry("/a", 0);
            start.getCommonPropertiesBuilder().setAccessLogType(AccessLogType.DownstreamStart);
            HTTPAccessLogEntry.Builder end = entry("/a", 200);
            end.getCommonPropertiesBuilder().setAccessLogType(AccessLogType.DownstreamEnd);
            envoy.send(http(start, end));
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
            JsonNode overview = running.json("/api/v1/overview");
            assertThat(overview.path("rejects").size()).isZero();
            assertThat(overview.path("skipped").toString())
                    .contains("{\"reason\":\"TCP connection\",\"count\":2}")
                    .contains("unfinished or upstream request\",\"count\":1}");
        }
    }

    @Test
    void anEntryThatCannotBeReadIsCountedAndTheStreamGoesOn() throws Exception {
        try (Running running = Running.on(data);
                Envoy envoy = new Envoy(running)) {
            HTTPAccessLogEntry.Builder noAnswer = entry("/a", 200);
            noAnswer.clearResponse();
            envoy.send(identified(http(noAnswer)));
            envoy.send(http(entry("/b", 200)));
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
            assertThat(running.json("/api/v1/overview").at("/rejects/0/reason").asString())
                    .isEqualTo("no_response_status");
        }
    }

    @Test
    void anEngineThatIsBehindHoldsTheStreamAndLosesNothing() throws Exception {
        int entries = 40;
        try (Running running = Running.on(
                        data,
                        InstantSource.system(),
                        settings -> settings.withLive(settings.live().withQueueCallsMax(2)));
                Envoy envoy = new Envoy(running)) {
            for (int i = 0; i < entries; i += 2) {
                envoy.send(http(entry("/a/" + i, 200), entry("/a/" + (i + 1), 200)));
            }
            envoy.finish();
            running.eventually(
                    "/api/v1/overview", overview -> overview.path("calls").asInt() == entries);
        }
    }

    @Test
    void aMessageThatCanNeverFitDoesNotHoldAThread() throws Exception {
        try (Running running = Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withQueueCallsMax(1)))) {
            for (int i = 0; i < 2 * ApianServer.BLOCKING_THREADS_MAX; i++) {
                new Envoy(running).send(http(entry("/a", 200), entry("/b", 200)));
            }
            assertThat(running.push(Running.record(Instant.now(), "c-1", "/c", 200))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aServerThatStopsEndsItsStreams() throws Exception {
        Running running = Running.on(data);
        try (Envoy envoy = new Envoy(running)) {
            envoy.send(identified(http(entry("/a", 200))));
            running.eventually("/api/v1/calls", page -> page.path("items").size() == 1);
            running.close();
            assertThat(envoy.ended.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static StreamAccessLogsMessage.Builder http(HTTPAccessLogEntry.Builder... entries) {
        HTTPAccessLogEntries.Builder list = HTTPAccessLogEntries.newBuilder();
        for (HTTPAccessLogEntry.Builder entry : entries) {
            list.addLogEntry(entry);
        }
        return StreamAccessLogsMessage.newBuilder().setHttpLogs(list);
    }

    private static StreamAccessLogsMessage.Builder identified(StreamAccessLogsMessage.Builder message) {
        return message.setIdentifier(Identifier.newBuilder()
                .setLogName("apian")
                .setNode(Node.newBuilder().setId("edge-1").setCluster("edge")));
    }

    private static HTTPAccessLogEntry.Builder entry(String path, int status) {
        Instant now = Instant.now();
        return HTTPAccessLogEntry.newBuilder()
                .setCommonProperties(AccessLogCommon.newBuilder()
                        .setStartTime(Timestamp.newBuilder()
                                .setSeconds(now.getEpochSecond())
                                .setNanos(now.getNano()))
                        .setDuration(Duration.newBuilder().setNanos(12_000_000))
                        .setDownstreamRemoteAddress(address("203.0.113.7"))
                        .setDownstreamDirectRemoteAddress(address("10.0.0.1")))
                .setRequest(HTTPRequestProperties.newBuilder()
                        .setRequestMethod(RequestMethod.GET)
                        .setScheme("https")
                        .setAuthority("api.shop.example:443")
                        .setPath("/rewritten")
                        .setOriginalPath(path)
                        .setUserAgent("curl/8.9.1")
                        .setRequestId("request-" + path)
                        .putRequestHeaders("authorization", "Bearer geheim-7431"))
                .setResponse(HTTPResponseProperties.newBuilder()
                        .setResponseCode(UInt32Value.of(status))
                        .setResponseBodyBytes(512)
                        .putResponseHeaders("set-cookie", "session=geheim-7431-granted; Path=/"));
    }

    private static Address.Builder address(String ip) {
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(ip).setPortValue(443));
    }

    /// A client as Envoy is one: it opens a stream, sends, and expects nothing.
    private static final class Envoy
            implements ClientResponseObserver<StreamAccessLogsMessage, StreamAccessLogsResponse>, AutoCloseable {

        final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final ClientCallStreamObserver<StreamAccessLogsMessage> stream;

        Envoy(Running running) {
            stream = (ClientCallStreamObserver<StreamAccessLogsMessage>)
                    GrpcClients.builder("gproto+http://127.0.0.1:" + running.server.port())
                            .responseTimeoutMillis(0)
                            .build(AccessLogServiceStub.class)
                            .streamAccessLogs(this);
        }

        void send(StreamAccessLogsMessage.Builder message) {
            stream.onNext(message.build());
        }

        void finish() {
            stream.onCompleted();
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<StreamAccessLogsMessage> unused) {}

        @Override
        public void onNext(StreamAccessLogsResponse answer) {}

        @Override
        public void onError(Throwable failure) {
            ended.complete(false);
        }

        @Override
        public void onCompleted() {
            ended.complete(true);
        }

        @Override
        public void close() {
            stream.cancel("the test is over", null);
        }
    }
}
