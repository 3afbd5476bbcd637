// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.catalogue.Catalogue;
import dev.apian.server.http.Answering;
import dev.apian.server.live.Watched;
import dev.apian.stage.signal.Card;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The operations of `openapi.yaml` that read, and the one that records a verdict.
public final class Api implements AutoCloseable {

    /// The body of a verdict.
    public static final int VERDICT_BYTES_MAX = 64 << 10;

    private final Archive archive;
    private final Catalogue catalogue;
    private final Alerts alerts;
    private final AlertSeries series;
    private final Actors actors;
    private final Endpoints endpoints;
    private final Entities entities;
    private final Calls calls;
    private final Overview overview;
    private final Scenarios scenarios;

    private Api(Archive archive, Catalogue catalogue, Watched watched, List<Card> cards, InstantSource clock) {
        this.archive = archive;
        this.catalogue = catalogue;
        Cases cases = new Cases(watched.alerts(), catalogue);
        alerts = new Alerts(cases, archive);
        series = new AlertSeries(cases, archive, () -> Overview.eventTime(watched.progress()));
        actors = new Actors(archive, cases);
        endpoints = new Endpoints(archive);
        entities = new Entities(archive);
        calls = new Calls(archive);
        overview = new Overview(archive, cases, watched, clock);
        scenarios = new Scenarios(cards);
    }

    /// @param directory with the lake
    /// @param catalogue closed with this
    public static Api open(Path directory, Catalogue catalogue, Watched watched, List<Card> cards, InstantSource clock)
            throws IOException {
        return new Api(Archive.open(directory), catalogue, watched, cards, clock);
    }

    public void serveOn(ServerBuilder server) {
        get(server, "/api/v1/overview", overview::show);
        get(server, "/api/v1/alerts", alerts::list);
        get(server, "/api/v1/alerts/{id}", alerts::one);
        get(server, "/api/v1/alerts/{id}/calls", alerts::calls);
        get(server, "/api/v1/alerts/{id}/series", series::of);
        get(server, "/api/v1/actors", actors::list);
        get(server, "/api/v1/actors/{actor}", actors::one);
        get(server, "/api/v1/endpoints", endpoints::list);
        get(server, "/api/v1/endpoints/{id}", endpoints::one);
        get(server, "/api/v1/entities", entities::list);
        get(server, "/api/v1/entities/{type}/{id}", entities::one);
        get(server, "/api/v1/calls", calls::list);
        get(server, "/api/v1/scenarios", scenarios::list);
        server.route()
                .patch("/api/v1/alerts/{id}")
                .maxRequestLength(VERDICT_BYTES_MAX)
                .build((HttpService) this::decide);
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            catalogue.close();
        }
    }

    private static void get(ServerBuilder server, String path, Answering.Operation operation) {
        server.route().get(path).build(new Answering(operation));
    }

    private HttpResponse decide(ServiceRequestContext context, HttpRequest request) {
        return HttpResponse.of(request.aggregate().thenApply(whole -> decide(context, request, whole)));
    }

    private HttpResponse decide(ServiceRequestContext context, HttpRequest request, AggregatedHttpRequest whole) {
        byte[] body = whole.content().array();
        return new Answering(asked -> alerts.decide(asked, body)).serve(context, request);
    }
}
