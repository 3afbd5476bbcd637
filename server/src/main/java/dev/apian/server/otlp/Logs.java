// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.apian.server.live.Skipped.Reason;
import dev.apian.server.push.Batch;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.TypedReader;
import dev.apian.stage.call.TypedRecord;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

/// Reads log records. One is a call if its attributes tell of HTTP, or its body does: as a map, or as a line that
/// could be pushed as it is.
final class Logs implements Signal<ExportLogsServiceRequest, ExportLogsServiceResponse> {

    private final TypedReader reader;
    private final CallReader lines;

    /// @param lines reads bodies that are text
    Logs(TypedReader reader, CallReader lines) {
        this.reader = reader;
        this.lines = lines;
    }

    @Override
    public String source() {
        return "OTLP logs";
    }

    @Override
    public Parser<ExportLogsServiceRequest> parser() {
        return ExportLogsServiceRequest.parser();
    }

    @Override
    public Message.Builder builder() {
        return ExportLogsServiceRequest.newBuilder();
    }

    @Override
    public Batch read(ExportLogsServiceRequest request, Ids ids) {
        Batch batch = new Batch(source());
        TypedRecord record = reader.record();
        for (ResourceLogs resource : request.getResourceLogsList()) {
            record.clear();
            Attributes.share(resource.getResource().getAttributesList(), record);
            for (ScopeLogs scope : resource.getScopeLogsList()) {
                for (LogRecord log : scope.getLogRecordsList()) {
                    read(log, record, batch);
                }
            }
        }
        return batch;
    }

    private void read(LogRecord log, TypedRecord record, Batch batch) {
        record.next();
        Attributes.put(log.getAttributesList(), record);
        AnyValue body = log.getBody();
        if (body.getValueCase() == AnyValue.ValueCase.KVLIST_VALUE) {
            Attributes.put(body.getKvlistValue().getValuesList(), record);
        }
        if (!record.isHttp() && body.getValueCase() == AnyValue.ValueCase.STRING_VALUE) {
            record.putJson(body.getStringValue());
            if (!record.isHttp() && readLine(body.getStringValue(), batch)) {
                return;
            }
        }
        if (!record.isHttp()) {
            batch.skip(Reason.OTHER_LOG);
            return;
        }
        record.observedAt(log.getTimeUnixNano() != 0 ? log.getTimeUnixNano() : log.getObservedTimeUnixNano());
        batch.add(record.finish());
    }

    /// Whether a text is a line of another format than the native one: an access log's, say.
    private boolean readLine(String text, Batch batch) {
        byte[] line = text.strip().getBytes(UTF_8);
        if (lines.read(line, 0, line.length) instanceof Accepted accepted) {
            batch.add(accepted);
            return true;
        }
        return false;
    }

    @Override
    public ExportLogsServiceResponse answer(Batch batch) {
        if (batch.rejected() == 0) {
            return ExportLogsServiceResponse.getDefaultInstance();
        }
        return ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(batch.rejected())
                        .setErrorMessage(Signal.rejected(batch)))
                .build();
    }
}
