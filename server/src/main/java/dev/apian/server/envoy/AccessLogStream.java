// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.envoy;

import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.server.http.Problem;
import dev.apian.server.push.Batch;
import dev.apian.server.push.Intake;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsMessage.Identifier;
import io.envoyproxy.envoy.service.accesslog.v3.StreamAccessLogsResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Envoy's stream. The next message is asked for only when the calls of the last one are durable: so an engine
/// that is behind fills Envoy's buffers rather than this server's memory, and no thread waits meanwhile.
final class AccessLogStream implements StreamObserver<StreamAccessLogsMessage> {

    /// What people read as the place where a record came from, until a stream has said more.
    static final String SOURCE = "Envoy access log";

    private static final Logger LOG = LoggerFactory.getLogger(AccessLogStream.class);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(100);
    /// The last message of a stream that is gone is tried this often; nobody is left who could send it again.
    private static final int TRIES_AFTER_END_MAX = 50;

    private static final int NAME_CHARS_MAX = 100;

    private final ServerCallStreamObserver<StreamAccessLogsResponse> answers;
    private final ServiceRequestContext context;
    private final Intake intake;
    private final EnvoyEntries entries;
    private final Set<AccessLogStream> open;
    private String source = SOURCE;

    private AccessLogStream(
            ServerCallStreamObserver<StreamAccessLogsResponse> answers,
            Intake intake,
            EnvoyEntries entries,
            Set<AccessLogStream> open) {
        this.answers = answers;
        this.context = ServiceRequestContext.current();
        this.intake = intake;
        this.entries = entries;
        this.open = open;
    }

    static AccessLogStream open(
            ServerCallStreamObserver<StreamAccessLogsResponse> answers,
            Intake intake,
            EnvoyEntries entries,
            Set<AccessLogStream> open) {
        AccessLogStream stream = new AccessLogStream(answers, intake, entries, open);
        answers.disableAutoRequest();
        answers.setOnCancelHandler(() -> open.remove(stream));
        open.add(stream);
        answers.request(1);
        return stream;
    }

    @Override
    public void onNext(StreamAccessLogsMessage message) {
        if (message.hasIdentifier()) {
            source = source(message.getIdentifier());
        }
        take(entries.read(message, source), 0);
    }

    private void take(Batch batch, int triesAfterEnd) {
        boolean lasts = open.contains(this);
        try {
            intake.take(batch);
            if (lasts) {
                answers.request(1);
            }
        } catch (Problem full) {
            if (lasts || triesAfterEnd < TRIES_AFTER_END_MAX) {
                later(() -> take(batch, lasts ? 0 : triesAfterEnd + 1));
            } else {
                LOG.warn(
                        "{} calls of a stream that ended are lost ({}): {}",
                        batch.calls().size(),
                        source,
                        full.getMessage());
            }
        }
    }

    private void later(Runnable again) {
        var _ = context.eventLoop()
                .schedule(
                        () -> context.blockingTaskExecutor().execute(again),
                        AGAIN_AFTER.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void onError(Throwable broken) {
        open.remove(this);
    }

    @Override
    public void onCompleted() {
        end();
    }

    /// Ends the stream, which is what the protocol has for asking Envoy to connect anew.
    void end() {
        if (open.remove(this)) {
            answers.onNext(StreamAccessLogsResponse.getDefaultInstance());
            answers.onCompleted();
        }
    }

    private static String source(Identifier identifier) {
        String name = "%s %s of %s"
                .formatted(SOURCE, identifier.getLogName(), identifier.getNode().getId());
        return name.length() <= NAME_CHARS_MAX ? name : name.substring(0, NAME_CHARS_MAX);
    }
}
