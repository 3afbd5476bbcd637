// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.encoding.EncodingService;
import dev.apian.catalogue.Catalogue;
import dev.apian.server.api.Api;
import dev.apian.server.envoy.AccessLogs;
import dev.apian.server.http.Answering;
import dev.apian.server.http.ConsoleFiles;
import dev.apian.server.http.Doorman;
import dev.apian.server.http.Failures;
import dev.apian.server.http.Problem;
import dev.apian.server.live.ClusterLake;
import dev.apian.server.live.LiveEngine;
import dev.apian.server.live.Watched;
import dev.apian.server.otlp.Otlp;
import dev.apian.server.push.Intake;
import dev.apian.server.push.Push;
import dev.apian.stage.signal.Card;
import dev.apian.stage.signal.Detector;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A running server: one data directory, one engine, one port.
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
    private final Watched watched;
    private final Consumer<ServerBuilder> intakes;
    private final Api api;
    private final AutoCloseable running;
    private final Metrics metrics;
    private final Server http;

    private ApianServer(
            ServerSettings settings,
            Watched watched,
            Consumer<ServerBuilder> intakes,
            Api api,
            AutoCloseable running,
            InstantSource clock) {
        this.settings = settings;
        this.watched = watched;
        this.intakes = intakes;
        this.api = api;
        this.running = running;
        this.metrics = new Metrics(watched, clock);
        this.http = http();
    }

    /// Opens the data directory and listens. What it throws says what to do.
    public static ApianServer start(ServerSettings settings, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        return start(settings, Ingest.open(settings, detectors, clock), detectors, clock);
    }

    /// The same with an engine that somebody else feeds too.
    public static ApianServer start(
            ServerSettings settings, Ingest ingest, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        LiveEngine engine = ingest.engine();
        try {
            Catalogue catalogue =
                    Catalogue.open("jdbc:sqlite:" + settings.data().resolve("catalogue.db"));
            Api api = Api.open(settings.data(), catalogue, engine, cards(detectors), clock);
            return listening(new ApianServer(
                    settings, engine, server -> takeCalls(server, settings, ingest), api, engine, clock));
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /// Shows a cluster's lake and decides in its catalogue; calls go to the cluster's Kafka, not to this server.
    ///
    /// @param settings  whose data directory is the lake
    /// @param catalogue JDBC URL
    public static ApianServer overLake(
            ServerSettings settings, String catalogue, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        Catalogue decisions = Catalogue.open(catalogue);
        try {
            ClusterLake lake = ClusterLake.open(settings.data(), decisions, clock);
            Api api = Api.open(settings.data(), decisions, lake, cards(detectors), clock);
            return listening(new ApianServer(settings, lake, ApianServer::refuseCalls, api, lake, clock));
        } catch (IOException | RuntimeException e) {
            decisions.close();
            throw e;
        }
    }

    private static ApianServer listening(ApianServer server) throws IOException {
        server.listen();
        return server;
    }

    private static List<Card> cards(List<Detector<?>> detectors) {
        return detectors.stream().<Card>map(Detector::card).toList();
    }

    private static void takeCalls(ServerBuilder server, ServerSettings settings, Ingest ingest) {
        Intake intake = new Intake(ingest.engine());
        server.route()
                .post("/v1/calls")
                .maxRequestLength(0) // it has limits of its own
                .build(new Push(intake, ingest.reader(), settings.push()));
        new Otlp(intake, ingest.typed(), ingest.reader(), settings.push()).serveOn(server);
        new AccessLogs(intake, ingest.typed(), settings.push()).serveOn(server);
    }

    private static void refuseCalls(ServerBuilder server) {
        for (String path : List.of("/v1/calls", "/v1/traces", "/v1/logs")) {
            server.route().post(path).maxRequestLength(0).build((context, request) -> noIngest(request));
        }
    }

    /// The body is read to its end, or clients would see a broken connection instead of the answer.
    private static HttpResponse noIngest(HttpRequest request) {
        return HttpResponse.of(request.aggregate()
                .thenApply(whole -> Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "cluster",
                                "This server takes no calls",
                                "It shows a cluster's lake; send calls to the cluster's Kafka topic instead.")
                        .response()
                        .toHttpResponse()));
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
            metrics.close();
            api.close();
            closeRunning();
        }
    }

    private void closeRunning() throws IOException {
        try {
            running.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void listen() throws IOException {
        try {
            http.start().join();
        } catch (CompletionException e) {
            throw new IOException(
                    "cannot listen on %s:%d: %s; is another server there? Choose another place with --listen HOST:PORT"
                            .formatted(settings.host(), settings.port(), reason(e)),
                    e);
        }
    }

    private static @Nullable String reason(CompletionException e) {
        return e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
    }

    private Server http() {
        ServerBuilder server = Server.builder()
                .http(new InetSocketAddress(settings.host(), settings.port()))
                .maxNumConnections(CONNECTIONS_MAX)
                .blockingTaskExecutor(BLOCKING_THREADS_MAX)
                .requestTimeout(ANSWER_MAX)
                .gracefulShutdownTimeout(QUIET_AT_END, GRACE_AT_END)
                .disableServerHeader()
                .errorHandler(new Failures())
                .decorator(EncodingService.builder()
                        .encodableContentTypes(ApianServer::isText)
                        .minBytesToForceChunkedEncoding(1_024)
                        .newDecorator())
                .decorator(new Doorman(settings.hostNames()));
        intakes.accept(server);
        api.serveOn(server);
        server.route().get("/healthz").build((context, request) -> health());
        server.route().get("/metrics").build((context, request) -> metrics.scrape());
        server.route().get("/openapi.yaml").build((context, request) -> document());
        server.route().pathPrefix("/").methods(HttpMethod.GET, HttpMethod.HEAD).build(new ConsoleFiles());
        return server.build();
    }

    private static boolean isText(MediaType type) {
        String subtype = type.subtype();
        return type.is(MediaType.ANY_TEXT_TYPE)
                || subtype.endsWith("json")
                || subtype.endsWith("xml")
                || subtype.equals("javascript")
                || subtype.equals("yaml");
    }

    private HttpResponse health() {
        String failure = watched.failure();
        String trouble = watched.trouble();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (failure != null) {
            body.put("status", "unavailable").put("reason", failure);
            return Answering.json(HttpStatus.SERVICE_UNAVAILABLE, body);
        }
        body.put("status", trouble == null ? "ok" : "degraded").put("reason", trouble);
        return Answering.json(HttpStatus.OK, body);
    }

    private static HttpResponse document() throws IOException {
        try (InputStream in = ApianServer.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IOException("openapi.yaml is not on the class path");
            }
            return HttpResponse.of(HttpStatus.OK, MediaType.create("application", "yaml"), in.readAllBytes());
        }
    }
}
