// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.sse.ServerSentEvent;
import com.linecorp.armeria.common.stream.StreamMessage;
import com.linecorp.armeria.common.stream.StreamWriter;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import com.linecorp.armeria.server.streaming.ServerSentEvents;
import dev.apian.server.http.Problem;
import dev.apian.server.live.Watched;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells open pages what has changed, so that they need not ask again and again: server-sent events (WHATWG HTML, 9.2)
/// of
/// two names, `alerts` and `progress`. An event says that it is worth asking, not what the answer is.
final class Events implements HttpService, AutoCloseable {

    static final int CLIENTS_MAX = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /// A stream ends after this and the browser opens another, so that who may no longer look is asked again.
    private static final Duration STREAM_MAX = Duration.ofMinutes(5);

    private final LongSupplier decisions;
    private final Watched watched;
    private final Set<StreamWriter<ServerSentEvent>> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apian-events").factory());
    private long alertsSeen;
    private long eventMicrosSeen;

    /// @param decisions another number whenever somebody has decided something about alerts
    Events(Watched watched, LongSupplier decisions) {
        this.watched = watched;
        this.decisions = decisions;
        this.alertsSeen = alerts();
        this.eventMicrosSeen = watched.progress().eventMicros();
        var _ = looking.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        if (clients.size() >= CLIENTS_MAX) {
            return Problem.busy(
                            "event_streams_max",
                            clients.size() + 1L,
                            CLIENTS_MAX,
                            "Too many pages are open at the same time; ask for what you need instead.",
                            RETRY_AFTER)
                    .response()
                    .toHttpResponse();
        }
        StreamWriter<ServerSentEvent> client = StreamMessage.streaming();
        clients.add(client);
        var _ = client.whenComplete().handle((_, _) -> clients.remove(client));
        client.write(ServerSentEvent.ofRetry(RETRY_AFTER));
        context.setRequestTimeout(STREAM_MAX.plus(RETRY_AFTER));
        var _ = context.eventLoop().schedule(() -> client.close(), STREAM_MAX.toMillis(), TimeUnit.MILLISECONDS);
        return ServerSentEvents.fromPublisher(client);
    }

    /// Ends every stream.
    @Override
    public void close() {
        looking.shutdownNow();
        clients.forEach(StreamWriter::close);
    }

    private void look() {
        try {
            long alerts = alerts();
            long eventMicros = watched.progress().eventMicros();
            if (alerts != alertsSeen) {
                tell("alerts");
            }
            if (eventMicros != eventMicrosSeen) {
                tell("progress");
            }
            alertsSeen = alerts;
            eventMicrosSeen = eventMicros;
        } catch (RuntimeException e) {
            LOG.warn("open pages are not told what has changed: {}", e.toString());
        }
    }

    /// Both numbers only grow.
    private long alerts() {
        return watched.alerts().version() + decisions.getAsLong();
    }

    private void tell(String name) {
        ServerSentEvent event = ServerSentEvent.builder().event(name).data("{}").build();
        // One that is gone removes itself.
        clients.forEach(client -> {
            boolean _ = client.tryWrite(event);
        });
    }
}
