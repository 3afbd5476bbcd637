// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.catalogue.Catalogue;
import dev.apian.engine.Corrections;
import dev.apian.server.documents.DocumentShelf;
import dev.apian.server.http.Answering;
import dev.apian.server.http.Parameters;
import dev.apian.server.live.Watched;
import dev.apian.stage.signal.Card;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The operations of `openapi.yaml` that read, and those that record what people say: verdicts, corrections
/// and documents.
public final class Api implements AutoCloseable {

    /// The body of what a person says.
    public static final int SAID_BYTES_MAX = 64 << 10;

    /// How many files of calls are damaged, so that the answer lacks what is in them; not there if none is.
    private static final String DAMAGED_FILES = "apian-damaged-files";

    private final Archive archive;
    private final Catalogue catalogue;
    private final Alerts alerts;
    private final AlertSeries series;
    private final Actors actors;
    private final Baselines baselines;
    private final Notices notices;
    private final Endpoints endpoints;
    private final Inventory inventory;
    private final PathCorrections corrections;
    private final IdentityCorrections identityCorrections;
    private final Documents documents;
    private final Drifts drifts;
    private final Entities entities;
    private final EntityTypes entityTypes;
    private final Processes processes;
    private final Matrix matrix;
    private final Explained explained;
    private final Calls calls;
    private final Coverage coverage;
    private final Overview overview;
    private final Scenarios scenarios;

    private Api(
            Archive archive,
            Catalogue catalogue,
            Path directory,
            Watched watched,
            List<Card> cards,
            InstantSource clock) {
        this.archive = archive;
        this.catalogue = catalogue;
        Cases cases = new Cases(watched.alerts(), catalogue);
        alerts = new Alerts(cases, archive);
        series = new AlertSeries(cases, archive, () -> Overview.eventTime(watched.progress()));
        actors = new Actors(archive, cases);
        baselines = new Baselines(archive, watched);
        notices = new Notices(archive, watched);
        endpoints = new Endpoints(archive);
        inventory = new Inventory(archive);
        DocumentShelf shelf = DocumentShelf.of(directory);
        corrections = new PathCorrections(Corrections.open(directory), watched.readsCorrections(), clock);
        identityCorrections = new IdentityCorrections(Corrections.open(directory), watched.readsCorrections(), clock);
        documents = new Documents(shelf, watched.readsCorrections(), clock);
        drifts = new Drifts(archive, shelf);
        entities = new Entities(archive);
        entityTypes = new EntityTypes(archive);
        processes = new Processes(archive);
        matrix = new Matrix(archive);
        explained = new Explained(archive);
        calls = new Calls(archive);
        coverage = new Coverage(watched);
        overview = new Overview(archive, cases, watched, clock);
        scenarios = new Scenarios(cards);
    }

    /// @param directory with the lake
    /// @param catalogue closed with this
    public static Api open(Path directory, Catalogue catalogue, Watched watched, List<Card> cards, InstantSource clock)
            throws IOException {
        return new Api(Archive.open(directory, watched::damageMet), catalogue, directory, watched, cards, clock);
    }

    public void serveOn(ServerBuilder server) {
        get(server, "/api/v1/overview", overview::show);
        get(server, "/api/v1/coverage", coverage::show);
        get(server, "/api/v1/alerts", alerts::list);
        get(server, "/api/v1/alerts/{id}", alerts::one);
        get(server, "/api/v1/alerts/{id}/calls", alerts::calls);
        get(server, "/api/v1/alerts/{id}/series", series::of);
        get(server, "/api/v1/actors", actors::list);
        get(server, "/api/v1/actors/corrections", identityCorrections::list);
        get(server, "/api/v1/actors/{actor}", actors::one);
        get(server, "/api/v1/actors/{actor}/baseline", baselines::of);
        get(server, "/api/v1/notices", notices::list);
        get(server, "/api/v1/endpoints", endpoints::list);
        get(server, "/api/v1/endpoints/{id}", endpoints::one);
        get(server, "/api/v1/inventory", inventory::show);
        get(server, "/api/v1/corrections", corrections::list);
        get(server, "/api/v1/documents", documents::list);
        get(server, "/api/v1/drift", drifts::list);
        server.route().get("/api/v1/openapi").build(Answering.file(drifts::export));
        get(server, "/api/v1/entities", entities::list);
        get(server, "/api/v1/entities/{type}/{id}", entities::one);
        get(server, "/api/v1/entity-types", entityTypes::list);
        get(server, "/api/v1/entity-types/{type}/process", processes::of);
        get(server, "/api/v1/matrix", matrix::list);
        get(server, "/api/v1/matrix/diff", matrix::diff);
        get(server, "/api/v1/explained", explained::list);
        get(server, "/api/v1/calls", calls::list);
        get(server, "/api/v1/scenarios", scenarios::list);
        server.route()
                .patch("/api/v1/alerts/{id}")
                .maxRequestLength(SAID_BYTES_MAX)
                .build(hearing(alerts::decide));
        server.route()
                .post("/api/v1/corrections")
                .maxRequestLength(SAID_BYTES_MAX)
                .build(hearing(corrections::add));
        server.route().delete("/api/v1/corrections/{id}").build(new Answering(corrections::remove));
        server.route()
                .post("/api/v1/actors/corrections")
                .maxRequestLength(SAID_BYTES_MAX)
                .build(hearing(identityCorrections::add));
        server.route().delete("/api/v1/actors/corrections/{id}").build(new Answering(identityCorrections::remove));
        server.route()
                .post("/api/v1/documents")
                .maxRequestLength(Documents.DOCUMENT_BYTES_MAX)
                .build(hearing(documents::add));
        server.route().delete("/api/v1/documents/{name}").build(new Answering(documents::remove));
    }

    @Override
    public void close() throws IOException {
        try (archive) {
            catalogue.close();
        }
    }

    private void get(ServerBuilder server, String path, Answering.Operation operation) {
        server.route().get(path).build(new Answering(operation).decorate(this::tellDamage));
    }

    /// Every answer that may lack something says so.
    private HttpResponse tellDamage(HttpService service, ServiceRequestContext context, HttpRequest request)
            throws Exception {
        return service.serve(context, request)
                .mapHeaders(headers -> archive.damagedFiles() == 0
                        ? headers
                        : headers.toBuilder()
                                .setInt(DAMAGED_FILES, archive.damagedFiles())
                                .build());
    }

    /// An operation with a body.
    private interface Hearing {
        JsonNode answer(Parameters asked, byte[] body) throws IOException;
    }

    /// Reads the body to its end, then answers.
    private static HttpService hearing(Hearing operation) {
        return (context, request) -> HttpResponse.of(request.aggregate().thenApply(whole -> {
            byte[] body = whole.content().array();
            return new Answering(asked -> operation.answer(asked, body)).serve(context, request);
        }));
    }
}
