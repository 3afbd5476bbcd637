// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.apian.catalogue.Catalogue;
import dev.apian.engine.Corrections;
import dev.apian.engine.Keeping;
import dev.apian.server.documents.DocumentShelf;
import dev.apian.server.http.Answering;
import dev.apian.server.http.Operations;
import dev.apian.server.http.Operations.Witness;
import dev.apian.server.http.Role;
import dev.apian.server.hunt.Hunt;
import dev.apian.server.live.RetentionSetting;
import dev.apian.server.live.Watched;
import dev.apian.server.networks.NetworkList;
import dev.apian.server.notify.AlertQueue;
import dev.apian.server.tuning.BackTests;
import dev.apian.server.tuning.Tuned;
import dev.apian.stage.signal.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// The operations of `openapi.yaml` that read, and those that record what people say: verdicts, corrections
/// and documents.
public final class Api implements AutoCloseable {

    /// How many files of calls are damaged, so that the answer lacks what is in them; not there if none is.
    private static final String DAMAGED_FILES = "apian-damaged-files";

    private final Archive archive;
    private final Catalogue catalogue;
    private final Alerts alerts;
    private final Deciding deciding;
    private final Similar similar;
    private final Suppressing suppressing;
    private final Budget budget;
    private final Home home;
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
    private final Histogram histogram;
    private final Coverage coverage;
    private final Sources sources;
    private final Retaining retaining;
    private final Overview overview;
    private final Scenarios scenarios;
    private final Events events;
    private final Hunt hunt;
    private final BackTests backTests;
    private final Tuner tuner;
    private final Networks networks;
    private final AlertQueue queue;

    private Api(
            Archive archive,
            Hunt hunt,
            Catalogue catalogue,
            Path directory,
            Watched watched,
            Tuned tuned,
            NetworkList named,
            List<Path> places,
            Keeping keeping,
            InstantSource clock) {
        this.archive = archive;
        this.hunt = hunt;
        this.catalogue = catalogue;
        Cases cases = new Cases(watched.alerts(), catalogue, () -> Overview.eventTime(watched.progress()), clock);
        deciding = new Deciding(cases, catalogue);
        similar = new Similar(cases);
        suppressing = new Suppressing(catalogue.suppressions(), cases);
        budget = cases.budget();
        alerts = new Alerts(cases, archive);
        series = new AlertSeries(cases, archive, () -> Overview.eventTime(watched.progress()));
        actors = new Actors(archive, cases);
        baselines = new Baselines(archive, watched);
        notices = new Notices(archive, watched);
        home = new Home(cases, watched, notices, archive, clock);
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
        histogram = new Histogram(archive);
        coverage = new Coverage(watched);
        sources = new Sources(watched);
        RetentionSetting retention = new RetentionSetting(catalogue.preferences());
        retaining = new Retaining(retention, keeping, directory, watched, clock);
        overview = new Overview(archive, cases, watched, clock);
        Noise noise = new Noise(archive, cases);
        scenarios = new Scenarios(tuned, noise, cases, watched);
        backTests = new BackTests(directory, places, named);
        tuner = new Tuner(tuned, backTests, scenarios, noise, watched, clock);
        networks = new Networks(named, watched);
        events = new Events(
                watched,
                () -> catalogue.verdicts().version() + catalogue.suppressions().version());
        queue = new Telling(cases);
    }

    /// @param directory with the lake
    /// @param catalogue closed with this
    /// @param detectors as they come
    /// @param places    address databases
    /// @param keeping   how much is kept unless somebody said otherwise
    public static Api open(
            Path directory,
            Catalogue catalogue,
            Watched watched,
            List<Detector<?>> detectors,
            List<Path> places,
            Keeping keeping,
            InstantSource clock)
            throws IOException {
        Tuned tuned = Tuned.open(detectors, catalogue.tunings());
        NetworkList named = NetworkList.open(catalogue.preferences());
        Archive archive = Archive.open(directory, watched::damageMet);
        try {
            Hunt hunt = Hunt.open(directory, catalogue, watched::damageMet, clock);
            return new Api(archive, hunt, catalogue, directory, watched, tuned, named, places, keeping, clock);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /// Where operations get their address; every answer that may lack something says so.
    public Operations operations(ServerBuilder server, Witness witness) {
        return new Operations(server, this::tellDamage, witness);
    }

    public void serveOn(Operations operations) {
        operations.get(Role.VIEWER, "/api/v1/events", events);
        operations.get("/api/v1/overview", overview::show);
        operations.get("/api/v1/coverage", coverage::show);
        operations.get("/api/v1/sources", sources::list);
        operations.get("/api/v1/retention", retaining::show);
        operations.hear(HttpMethod.PUT, Role.ADMIN, "/api/v1/retention", retaining::set);
        operations.delete(Role.ADMIN, "/api/v1/retention", retaining::reset);
        operations.get("/api/v1/alerts", alerts::list);
        operations.get("/api/v1/alerts/{id}", deciding::one);
        operations.get("/api/v1/alerts/{id}/calls", alerts::calls);
        operations.get("/api/v1/alerts/{id}/series", series::of);
        operations.get("/api/v1/actors", actors::list);
        operations.get("/api/v1/actors/corrections", identityCorrections::list);
        operations.get("/api/v1/actors/{actor}", actors::one);
        operations.get("/api/v1/actors/{actor}/baseline", baselines::of);
        operations.get("/api/v1/notices", notices::list);
        operations.get("/api/v1/endpoints", endpoints::list);
        operations.get("/api/v1/endpoints/{id}", endpoints::one);
        operations.get("/api/v1/inventory", inventory::show);
        operations.get("/api/v1/corrections", corrections::list);
        operations.get("/api/v1/documents", documents::list);
        operations.get("/api/v1/drift", drifts::list);
        operations.get(Role.VIEWER, "/api/v1/openapi", Answering.file(drifts::export));
        operations.get("/api/v1/entities", entities::list);
        operations.get("/api/v1/entities/{type}/{id}", entities::one);
        operations.get("/api/v1/entity-types", entityTypes::list);
        operations.get("/api/v1/entity-types/{type}/process", processes::of);
        operations.get("/api/v1/matrix", matrix::list);
        operations.get("/api/v1/matrix/diff", matrix::diff);
        operations.get("/api/v1/explained", explained::list);
        operations.get("/api/v1/calls", calls::list);
        operations.get("/api/v1/calls/histogram", histogram::show);
        operations.get("/api/v1/scenarios", scenarios::list);
        operations.get("/api/v1/scenarios/{id}", scenarios::one);
        operations.put("/api/v1/scenarios/{id}/settings", tuner::set);
        operations.post("/api/v1/scenarios/{id}/back-test", tuner::test);
        operations.get("/api/v1/back-tests/{id}", tuner::show);
        operations.delete("/api/v1/back-tests/{id}", tuner::cancel);
        operations.patch("/api/v1/alerts", deciding::decideAll);
        operations.patch("/api/v1/alerts/{id}", deciding::decide);
        operations.get("/api/v1/alerts/{id}/similar", similar::of);
        operations.get("/api/v1/people", deciding::people);
        operations.get("/api/v1/home", home::show);
        operations.get("/api/v1/budget", budget::show);
        operations.put("/api/v1/budget", budget::set);
        operations.get("/api/v1/suppressions", suppressing::list);
        operations.get("/api/v1/suppressions/preview", suppressing::preview);
        operations.post("/api/v1/suppressions", suppressing::add);
        operations.delete("/api/v1/suppressions/{id}", suppressing::remove);
        operations.post("/api/v1/corrections", corrections::add);
        operations.delete("/api/v1/corrections/{id}", corrections::remove);
        operations.post("/api/v1/actors/corrections", identityCorrections::add);
        operations.delete("/api/v1/actors/corrections/{id}", identityCorrections::remove);
        operations.hear(
                HttpMethod.POST, Role.ANALYST, "/api/v1/documents", Documents.DOCUMENT_BYTES_MAX, documents::add);
        operations.delete("/api/v1/documents/{name}", documents::remove);
        operations.get("/api/v1/networks", networks::show);
        operations.hear(HttpMethod.PUT, Role.ADMIN, "/api/v1/networks", Networks.LIST_BYTES_MAX, networks::set);
        hunt.serveOn(operations);
    }

    /// The alerts as those see them who tell of them.
    public AlertQueue queue() {
        return queue;
    }

    /// Ends what would otherwise last as long as its client.
    public void endStreams() {
        events.close();
    }

    @Override
    public void close() throws IOException {
        try (archive;
                hunt) {
            backTests.close();
            catalogue.close();
        }
    }

    private HttpResponse tellDamage(HttpService service, ServiceRequestContext context, HttpRequest request)
            throws Exception {
        return service.serve(context, request)
                .mapHeaders(headers -> archive.damagedFiles() == 0
                        ? headers
                        : headers.toBuilder()
                                .setInt(DAMAGED_FILES, archive.damagedFiles())
                                .build());
    }
}
