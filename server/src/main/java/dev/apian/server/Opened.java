// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import dev.apian.catalogue.Catalogue;
import dev.apian.server.access.Access;
import dev.apian.server.api.Api;
import dev.apian.server.envoy.AccessLogs;
import dev.apian.server.http.Answering;
import dev.apian.server.http.ConsoleFiles;
import dev.apian.server.http.Operations;
import dev.apian.server.http.Problem;
import dev.apian.server.live.ClusterLake;
import dev.apian.server.live.LiveEngine;
import dev.apian.server.live.Watched;
import dev.apian.server.notify.Notify;
import dev.apian.server.otlp.Otlp;
import dev.apian.server.push.Intake;
import dev.apian.server.push.Push;
import dev.apian.stage.signal.Detector;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a server answers whose data directory, or cluster's lake, is open.
final class Opened implements Closeable {

    private final Watched watched;
    private final Consumer<ServerBuilder> intakes;
    private final Runnable endStreams;
    private final @Nullable Ingest ingest;
    private final Api api;
    private final Access access;
    private final Notify notify;
    private final Metrics metrics;

    private Opened(
            Watched watched,
            Consumer<ServerBuilder> intakes,
            Runnable endStreams,
            @Nullable Ingest ingest,
            Api api,
            Access access,
            Notify notify,
            InstantSource clock) {
        this.watched = watched;
        this.intakes = intakes;
        this.endStreams = endStreams;
        this.ingest = ingest;
        this.api = api;
        this.access = access;
        this.notify = notify;
        this.metrics = new Metrics(watched, clock);
    }

    /// @param ingest closed with this, also if this fails
    static Opened over(ServerSettings settings, Ingest ingest, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        LiveEngine engine = ingest.engine();
        try {
            Catalogue catalogue = Catalogue.open(Catalogue.urlIn(settings.data()));
            Api api = Api.open(
                    settings.data(),
                    catalogue,
                    engine,
                    detectors,
                    settings.geo(),
                    settings.live().keeping(),
                    clock);
            Intake intake = new Intake(engine);
            AccessLogs logs = new AccessLogs(intake, ingest.typed(), settings.push());
            return new Opened(
                    engine,
                    server -> takeCalls(server, settings, ingest, intake, logs),
                    logs::endStreams,
                    ingest,
                    api,
                    new Access(catalogue, settings.access(), clock),
                    new Notify(catalogue, api.queue(), settings.access().publicUrl(), clock),
                    clock);
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /// @param url JDBC URL of the cluster's catalogue
    static Opened overLake(ServerSettings settings, String url, List<Detector<?>> detectors, InstantSource clock)
            throws IOException {
        Catalogue decisions = Catalogue.open(url);
        try {
            ClusterLake lake = ClusterLake.open(settings.data(), decisions, clock);
            Api api = Api.open(
                    settings.data(),
                    decisions,
                    lake,
                    detectors,
                    settings.geo(),
                    settings.live().keeping(),
                    clock);
            return new Opened(
                    lake,
                    Opened::refuseCalls,
                    () -> {},
                    null,
                    api,
                    new Access(decisions, settings.access(), clock),
                    new Notify(decisions, api.queue(), settings.access().publicUrl(), clock),
                    clock);
        } catch (IOException | RuntimeException e) {
            decisions.close();
            throw e;
        }
    }

    /// Null over a cluster's lake.
    @Nullable
    Ingest ingest() {
        return ingest;
    }

    void serveOn(ServerBuilder server) {
        intakes.accept(server);
        Operations operations = api.operations(server, access.witness());
        api.serveOn(operations);
        access.serveOn(server, operations);
        notify.serveOn(operations);
        server.route().get("/healthz").build((_, _) -> health());
        server.route().get("/metrics").build((_, _) -> metrics.scrape());
        server.route().get("/openapi.yaml").build((_, _) -> document());
        server.route().pathPrefix("/").methods(HttpMethod.GET, HttpMethod.HEAD).build(new ConsoleFiles());
        access.guard(server);
    }

    /// Ends what would otherwise last as long as its client.
    void endStreams() {
        endStreams.run();
        api.endStreams();
    }

    /// Judges what waits, takes a checkpoint.
    @Override
    public void close() throws IOException {
        metrics.close();
        notify.close();
        api.close();
        watched.close();
    }

    private static void takeCalls(
            ServerBuilder server, ServerSettings settings, Ingest ingest, Intake intake, AccessLogs logs) {
        server.route()
                .post("/v1/calls")
                .maxRequestLength(0) // it has limits of its own
                .build(new Push(intake, ingest.reader(), settings.push()));
        new Otlp(intake, ingest.typed(), ingest.reader(), settings.push()).serveOn(server);
        logs.serveOn(server);
    }

    private static void refuseCalls(ServerBuilder server) {
        for (String path : List.of("/v1/calls", "/v1/traces", "/v1/logs")) {
            server.route().post(path).maxRequestLength(0).build((_, request) -> noIngest(request));
        }
    }

    /// The body is read to its end, or clients would see a broken connection instead of the answer.
    private static HttpResponse noIngest(HttpRequest request) {
        return HttpResponse.of(request.aggregate()
                .thenApply(_ -> Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "cluster",
                                "This server takes no calls",
                                "It shows a cluster's lake; send calls to the cluster's Kafka topic instead.")
                        .response()
                        .toHttpResponse()));
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
        try (InputStream in = Opened.class.getResourceAsStream("/openapi.yaml")) {
            if (in == null) {
                throw new IOException("openapi.yaml is not on the class path");
            }
            return HttpResponse.of(HttpStatus.OK, MediaType.create("application", "yaml"), in.readAllBytes());
        }
    }
}
