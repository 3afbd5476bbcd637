// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.util.BlockingTaskExecutor;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServerListener;
import com.linecorp.armeria.server.encoding.EncodingService;
import dev.apian.engine.Installation;
import dev.apian.server.http.Doorman;
import dev.apian.server.http.Failures;
import dev.apian.stage.signal.Detector;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A running server: one data directory, one engine, one port.
///
/// Opening takes seconds, listening does not: who asks meanwhile is told that it is [Starting]. From [#open] on it
/// answers from what is [Opened].
public final class ApianServer implements AutoCloseable {

    /// A record that claims to be from later than this is refused: one clock that runs ahead must not carry event time
    /// along and make everybody else late.
    public static final Duration CLOCK_AHEAD_MAX = Duration.ofMinutes(10);

    static final int CONNECTIONS_MAX = 1_024;
    static final int BLOCKING_THREADS_MAX = 16;

    private static final Duration ANSWER_MAX = Duration.ofSeconds(40);
    private static final Duration QUIET_AT_END = Duration.ofMillis(50);
    private static final Duration GRACE_AT_END = Duration.ofSeconds(5);

    private final ServerSettings settings;
    private final Opening opening;
    private final BlockingTaskExecutor workers = BlockingTaskExecutor.builder()
            .numThreads(BLOCKING_THREADS_MAX)
            .threadNamePrefix("apian-answer")
            .build();
    private final Server http;

    /// What is to be closed at the end: the directory as it was taken, later what is open.
    private volatile Closeable held;

    private volatile @Nullable Opened opened;

    /// Opens what is shown. If it fails, it has closed what it was given.
    interface Opening {
        Opened open() throws IOException;
    }

    private ApianServer(ServerSettings settings, Closeable held, Opening opening) {
        this.settings = settings;
        this.held = held;
        this.opening = opening;
        this.http = starting(settings, workers)
                .serverListener(
                        ServerListener.builder().whenStopping(_ -> endStreams()).build())
                .build();
    }

    /// Loads what listening needs, on a thread of its own. A program that will serve calls this before it does anything
    /// else, and listens earlier by what it takes to read a command line.
    public static void prepare(ServerSettings settings) {
        Thread.ofPlatform()
                .name("apian-preparing")
                .daemon()
                .start(() -> starting(settings, BlockingTaskExecutor.of()).build());
    }

    private static ServerBuilder starting(ServerSettings settings, BlockingTaskExecutor workers) {
        ServerBuilder server = Server.builder().http(new InetSocketAddress(settings.host(), settings.port()));
        setUp(server, settings, workers);
        new Starting().serveOn(server);
        return server;
    }

    /// Takes the data directory and listens. What it throws says what to do.
    ///
    /// @param detectors asked for when the directory is opened
    public static ApianServer listen(
            ServerSettings settings, Supplier<List<Detector<?>>> detectors, InstantSource clock) throws IOException {
        Installation installation = Installation.open(settings.data());
        return listen(settings, installation, () -> {
            List<Detector<?>> all = detectors.get();
            return Opened.over(settings, Ingest.open(installation, settings, all, clock), all, clock);
        });
    }

    /// Listens and opens the data directory. What it throws says what to do.
    public static ApianServer start(ServerSettings settings, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        return opened(listen(settings, () -> detectors, clock));
    }

    /// The same with an engine that somebody else feeds too.
    public static ApianServer start(
            ServerSettings settings, Ingest ingest, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        return opened(listen(settings, ingest.engine(), () -> Opened.over(settings, ingest, detectors, clock)));
    }

    /// Shows a cluster's lake and decides in its catalogue; calls go to the cluster's Kafka, not to this server.
    ///
    /// @param settings  whose data directory is the lake
    /// @param catalogue JDBC URL
    public static ApianServer overLake(
            ServerSettings settings, String catalogue, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        return opened(listen(settings, () -> {}, () -> Opened.overLake(settings, catalogue, detectors, clock)));
    }

    /// @param held what `opening` will open, closed if it does not come to that
    static ApianServer listen(ServerSettings settings, Closeable held, Opening opening) throws IOException {
        ApianServer server = new ApianServer(settings, held, opening);
        try {
            server.http.start().join();
            return server;
        } catch (CompletionException e) {
            server.close();
            throw new IOException(
                    "cannot listen on %s:%d: %s; is another server there? Choose another place with --listen HOST:PORT"
                            .formatted(settings.host(), settings.port(), reason(e)),
                    e);
        }
    }

    private static @Nullable String reason(CompletionException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private static ApianServer opened(ApianServer listening) throws IOException {
        try {
            listening.open();
            return listening;
        } catch (IOException | RuntimeException e) {
            listening.close();
            throw e;
        }
    }

    /// Opens what is shown, and answers from it. What it throws says what to do; close this then.
    public void open() throws IOException {
        held = () -> {};
        Opened there = opening.open();
        held = there;
        opened = there;
        http.reconfigure(server -> {
            there.serveOn(server);
            setUp(server, settings, workers);
        });
    }

    /// The engine, and readers of records for it. It must be open, and not be over a cluster's lake.
    public Ingest ingest() {
        Opened there = opened;
        Ingest ingest = there == null ? null : there.ingest();
        if (ingest == null) {
            throw new IllegalStateException("there is no engine, or not yet");
        }
        return ingest;
    }

    public int port() {
        return http.activeLocalPort();
    }

    /// Where people find the console.
    public String url() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + port() + "/";
    }

    /// Answers what is under way, judges what waits, takes a checkpoint.
    @Override
    public void close() throws IOException {
        try {
            http.stop().join();
        } finally {
            held.close();
        }
    }

    private void endStreams() {
        Opened there = opened;
        if (there != null) {
            there.endStreams();
        }
    }

    /// What holds from the beginning to the end. Comes after the services, since the decorator that is added last is
    /// the
    /// first to see a request.
    private static void setUp(ServerBuilder server, ServerSettings settings, BlockingTaskExecutor workers) {
        server.maxNumConnections(CONNECTIONS_MAX)
                .bossGroupFactory(Accepting::group)
                .blockingTaskExecutor(workers, true)
                .requestTimeout(ANSWER_MAX)
                .gracefulShutdownTimeout(QUIET_AT_END, GRACE_AT_END)
                .disableServerHeader()
                .errorHandler(new Failures())
                .decorator(EncodingService.builder()
                        .encodableContentTypes(ApianServer::isText)
                        .minBytesToForceChunkedEncoding(1_024)
                        .newDecorator())
                .decorator(new Doorman(settings.hostNames()));
    }

    private static boolean isText(MediaType type) {
        String subtype = type.subtype();
        return type.is(MediaType.ANY_TEXT_TYPE)
                || subtype.endsWith("json")
                || subtype.endsWith("xml")
                || subtype.equals("javascript")
                || subtype.equals("yaml");
    }
}
