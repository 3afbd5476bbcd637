// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.apian.server.live.Skipped.Reason;
import dev.apian.server.push.Batch;
import dev.apian.stage.call.TypedReader;
import dev.apian.stage.call.TypedRecord;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/// Reads spans: one of a server that tells of HTTP is a call.
final class Traces implements Signal<ExportTraceServiceRequest, ExportTraceServiceResponse> {

    private final TypedReader reader;

    Traces(TypedReader reader) {
        this.reader = reader;
    }

    @Override
    public String source() {
        return "OTLP traces";
    }

    @Override
    public Parser<ExportTraceServiceRequest> parser() {
        return ExportTraceServiceRequest.parser();
    }

    @Override
    public Message.Builder builder() {
        return ExportTraceServiceRequest.newBuilder();
    }

    @Override
    public Batch read(ExportTraceServiceRequest request, Ids ids) {
        Batch batch = new Batch(source());
        TypedRecord record = reader.record();
        for (ResourceSpans resource : request.getResourceSpansList()) {
            record.clear();
            Attributes.share(resource.getResource().getAttributesList(), record);
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                for (Span span : scope.getSpansList()) {
                    read(span, ids, record, batch);
                }
            }
        }
        return batch;
    }

    private static void read(Span span, Ids ids, TypedRecord record, Batch batch) {
        switch (span.getKind()) {
            case SPAN_KIND_SERVER -> {
                record.next();
                record.startedAt(span.getStartTimeUnixNano());
                if (span.getEndTimeUnixNano() != 0) {
                    record.took(span.getEndTimeUnixNano() - span.getStartTimeUnixNano());
                }
                Attributes.put(span.getAttributesList(), record);
                record.id(ids.of(span.getTraceId(), span.getSpanId()));
                if (record.isHttp()) {
                    batch.add(record.finish());
                } else {
                    batch.skip(Reason.OTHER_SERVER_SPAN);
                }
            }
            case SPAN_KIND_CLIENT -> batch.skip(Reason.CLIENT_SPAN);
            case SPAN_KIND_PRODUCER, SPAN_KIND_CONSUMER -> batch.skip(Reason.MESSAGING_SPAN);
            case SPAN_KIND_INTERNAL, SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> batch.skip(Reason.INTERNAL_SPAN);
        }
    }

    @Override
    public ExportTraceServiceResponse answer(Batch batch) {
        if (batch.rejected() == 0) {
            return ExportTraceServiceResponse.getDefaultInstance();
        }
        return ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(batch.rejected())
                        .setErrorMessage(Signal.rejected(batch)))
                .build();
    }
}
