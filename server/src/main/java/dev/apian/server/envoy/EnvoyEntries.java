// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.envoy;

import com.google.protobuf.Duration;
import dev.apian.server.live.Skipped.Reason;
import dev.apian.server.push.Batch;
import dev.apian.stage.call.TypedReader;
import dev.apian.stage.call.TypedRecord;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.RequestMethod;
import io.envoyproxy.envoy.data.accesslog.v3.AccessLogCommon;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPAccessLogEntry;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPRequestProperties;
import io.envoyproxy.envoy.data.accesslog.v3.HTTPResponseProperties;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;

/// Reads entries of Envoy's access log. A request that has ended is a call; the entries that Envoy may write at its
/// start, meanwhile, or for each attempt upstream would tell it twice.
final class EnvoyEntries {

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final TypedReader reader;

    EnvoyEntries(TypedReader reader) {
        this.reader = reader;
    }

    /// @param source what people read as the place where a record came from
    Batch read(StreamAccessLogsMessage message, String source) {
        Batch batch = new Batch(source);
        switch (message.getLogEntriesCase()) {
            case HTTP_LOGS -> {
                TypedRecord record = reader.record();
                for (HTTPAccessLogEntry entry : message.getHttpLogs().getLogEntryList()) {
                    read(entry, record, batch);
                }
            }
            case TCP_LOGS ->
                batch.skip(Reason.TCP_CONNECTION, message.getTcpLogs().getLogEntryCount());
            case LOGENTRIES_NOT_SET -> {}
        }
        return batch;
    }

    private static void read(HTTPAccessLogEntry entry, TypedRecord record, Batch batch) {
        switch (entry.getCommonProperties().getAccessLogType()) {
            case NotSet, DownstreamEnd -> {
                record.next();
                common(entry.getCommonProperties(), record);
                request(entry.getRequest(), record);
                response(entry.getResponse(), record);
                batch.add(record.finish());
            }
            case TcpUpstreamConnected,
                    TcpPeriodic,
                    TcpConnectionEnd,
                    DownstreamStart,
                    DownstreamPeriodic,
                    UpstreamPoolReady,
                    UpstreamPeriodic,
                    UpstreamEnd,
                    DownstreamTunnelSuccessfullyEstablished,
                    UNRECOGNIZED -> batch.skip(Reason.OTHER_STAGE);
        }
    }

    private static void common(AccessLogCommon common, TypedRecord record) {
        record.startedAt(common.getStartTime().getSeconds() * NANOS_PER_SECOND
                + common.getStartTime().getNanos());
        if (common.hasDuration()) {
            record.took(nanos(common.getDuration()));
        } else if (common.hasTimeToLastDownstreamTxByte()) {
            record.took(nanos(common.getTimeToLastDownstreamTxByte()));
        }
        put("client.address", address(common.getDownstreamRemoteAddress()), record);
        put("network.peer.address", address(common.getDownstreamDirectRemoteAddress()), record);
        put(
                "tls.client.subject",
                common.getTlsProperties().getPeerCertificateProperties().getSubject(),
                record);
        common.getCustomTagsMap().forEach(record::put);
    }

    /// The path is the client's own where a route rewrote it.
    private static void request(HTTPRequestProperties request, TypedRecord record) {
        if (request.getRequestMethod() != RequestMethod.METHOD_UNSPECIFIED
                && request.getRequestMethod() != RequestMethod.UNRECOGNIZED) {
            record.put("http.request.method", request.getRequestMethod().name());
        }
        String path = request.getOriginalPath().isEmpty() ? request.getPath() : request.getOriginalPath();
        put("url.path", path, record);
        put("server.address", request.getAuthority(), record);
        put("user_agent.original", request.getUserAgent(), record);
        put("http.request.header.x-forwarded-for", request.getForwardedFor(), record);
        record.put("http.request.body.size", request.getRequestBodyBytes());
        record.id(request.getRequestId());
        request.getRequestHeadersMap().forEach((name, value) -> record.put("http.request.header." + name, value));
    }

    private static void response(HTTPResponseProperties response, TypedRecord record) {
        if (response.hasResponseCode()) {
            record.put("http.response.status_code", response.getResponseCode().getValue());
        }
        record.put("http.response.body.size", response.getResponseBodyBytes());
        response.getResponseHeadersMap().forEach((name, value) -> record.put("http.response.header." + name, value));
    }

    private static void put(String name, String value, TypedRecord record) {
        if (!value.isEmpty()) {
            record.put(name, value);
        }
    }

    private static String address(Address address) {
        return address.getSocketAddress().getAddress();
    }

    private static long nanos(Duration duration) {
        return duration.getSeconds() * NANOS_PER_SECOND + duration.getNanos();
    }
}
