// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.google.protobuf.Message;
import com.linecorp.armeria.common.grpc.GrpcSerializationFormats;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.grpc.GrpcService;
import dev.apian.server.push.Intake;
import dev.apian.server.push.PushLimits;
import dev.apian.server.push.UnreadableMessages;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.TypedReader;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc.LogsServiceImplBase;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc.TraceServiceImplBase;

/// OTLP over gRPC and over HTTP: traces and logs.
public final class Otlp {

    private final Export<ExportTraceServiceRequest, ExportTraceServiceResponse> traces;
    private final Export<ExportLogsServiceRequest, ExportLogsServiceResponse> logs;
    private final Intake intake;
    private final int bytesMax;

    /// @param lines reads log records that are lines of text
    public Otlp(Intake intake, TypedReader reader, CallReader lines, PushLimits limits) {
        this.traces = new Export<>(new Traces(reader), intake, limits.linesMax());
        this.logs = new Export<>(new Logs(reader, lines), intake, limits.linesMax());
        this.intake = intake;
        this.bytesMax = limits.bodyBytesMax();
    }

    public void serveOn(ServerBuilder server) {
        InFlight inFlight = new InFlight(InFlight.MESSAGES_MAX);
        server.service(grpc(traceService(), traces.signal()), service -> service.decorate(inFlight));
        server.service(grpc(logsService(), logs.signal()), service -> service.decorate(inFlight));
        server.route().post("/v1/traces").maxRequestLength(0).build(http(traces).decorate(inFlight));
        server.route().post("/v1/logs").maxRequestLength(0).build(http(logs).decorate(inFlight));
    }

    private <Q extends Message, R extends Message> OtlpHttp<Q, R> http(Export<Q, R> export) {
        return new OtlpHttp<>(export, bytesMax);
    }

    private BindableService traceService() {
        return new TraceServiceImplBase() {
            @Override
            public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> observer) {
                Grpc.answer(observer, () -> traces.take(request, Ids.BINARY));
            }
        };
    }

    private BindableService logsService() {
        return new LogsServiceImplBase() {
            @Override
            public void export(ExportLogsServiceRequest request, StreamObserver<ExportLogsServiceResponse> observer) {
                Grpc.answer(observer, () -> logs.take(request, Ids.BINARY));
            }
        };
    }

    private GrpcService grpc(BindableService service, Signal<?, ?> signal) {
        return GrpcService.builder()
                .addService(service)
                .supportedSerializationFormats(GrpcSerializationFormats.PROTO)
                .maxRequestMessageLength(bytesMax)
                .useBlockingTaskExecutor(true)
                .exceptionHandler(new UnreadableMessages(intake, signal.source()))
                .build();
    }
}
