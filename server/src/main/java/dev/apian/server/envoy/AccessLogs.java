// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.envoy;

import com.linecorp.armeria.common.grpc.GrpcSerializationFormats;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.grpc.GrpcService;
import dev.apian.server.push.Intake;
import dev.apian.server.push.PushLimits;
import dev.apian.server.push.UnreadableMessages;
import dev.apian.stage.call.TypedReader;
import io.envoyproxy.envoy.service.accesslog.v3.AccessLogServiceGrpc.AccessLogServiceImplBase;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Envoy's access log service, version 3, over gRPC. A stream lasts as long as the Envoy and has no answers; one that
/// is ended makes Envoy open another.
public final class AccessLogs {

    private final Intake intake;
    private final EnvoyEntries entries;
    private final int bytesMax;
    private final Set<AccessLogStream> open = ConcurrentHashMap.newKeySet();

    public AccessLogs(Intake intake, TypedReader reader, PushLimits limits) {
        this.intake = intake;
        this.entries = new EnvoyEntries(reader);
        this.bytesMax = limits.bodyBytesMax();
    }

    public void serveOn(ServerBuilder server) {
        server.service(
                grpc(),
                service -> service.decorate((inner, context, request) -> {
                    context.clearRequestTimeout();
                    context.setMaxRequestLength(0); // each message has a limit, a stream has none
                    return inner.serve(context, request);
                }));
    }

    /// Ends every stream, so that the server can; Envoy opens another.
    public void endStreams() {
        open.forEach(AccessLogStream::end);
    }

    private GrpcService grpc() {
        return GrpcService.builder()
                .addService(new AccessLogServiceImplBase() {
                    @Override
                    public StreamObserver<StreamAccessLogsMessage> streamAccessLogs(
                            StreamObserver<StreamAccessLogsResponse> answers) {
                        return AccessLogStream.open(
                                (ServerCallStreamObserver<StreamAccessLogsResponse>) answers, intake, entries, open);
                    }
                })
                .supportedSerializationFormats(GrpcSerializationFormats.PROTO)
                .maxRequestMessageLength(bytesMax)
                .useBlockingTaskExecutor(true)
                .exceptionHandler(new UnreadableMessages(intake, AccessLogStream.SOURCE))
                .build();
    }
}
