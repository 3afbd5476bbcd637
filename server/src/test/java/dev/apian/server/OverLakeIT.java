// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.StoredAlert;
import dev.apian.lake.CallRow;
import dev.apian.lake.LakeCommit;
import dev.apian.lake.LakeWriter;
import dev.apian.stage.signal.BuiltIn;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A server over the lake and the real PostgreSQL of a cluster.
class OverLakeIT {

    private static final String ALERT = """
            {"id":"al-1","raised_at":"2026-11-01T00:00:00Z","first_seen":"2026-11-01T00:00:00Z",\
            "last_seen":"2026-11-01T00:00:00Z","severity":"high","risk":0.9,"title":"Somebody walks through orders",\
            "summary":"x","actor":{"id":"a-1","name":"mallory","kind":"user"},"scenarios":["id-walk"],\
            "involved":{"users":[],"credentials":[],"addresses":[],"endpoints":[],"entities":[]},\
            "evidence":[],"calls":["c1"],"what_to_check":[],"repeated":0,"signals":[],"cards":[]}""";

    @TempDir
    Path lake;

    private EmbeddedPostgres postgres;
    private String url;
    private Running one;

    @BeforeEach
    void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        url = postgres.getJdbcUrl("postgres", "postgres");
        try (LakeWriter writer = LakeWriter.open(lake, "one");
                LakeCommit commit = LakeCommit.open(lake)) {
            writer.append(call());
            commit.commit(writer.prepare());
        }
        try (Catalogue catalogue = Catalogue.open(url)) {
            catalogue.alerts().put(List.of(new StoredAlert("al-1", 1, 1, ALERT)));
        }
        one = open();
    }

    @AfterEach
    void stop() throws IOException {
        try {
            one.close();
        } finally {
            postgres.close();
        }
    }

    @Test
    void alertsComeFromTheCatalogueAndCallsFromTheLake() throws Exception {
        JsonNode alerts = one.json("/api/v1/alerts");
        assertThat(alerts.toString()).contains("Somebody walks through orders");
        assertThat(one.json("/api/v1/alerts/al-1").path("title").asString()).isEqualTo("Somebody walks through orders");
        JsonNode overview = one.json("/api/v1/overview");
        assertThat(overview.path("calls").asLong()).isEqualTo(1);
        assertThat(overview.path("open_alerts").path("high").asInt()).isEqualTo(1);
        assertThat(overview.path("event_time").asString()).startsWith("2026-11-01");
    }

    @Test
    void aVerdictGivenAtOneServerIsSeenAtAnother() throws Exception {
        try (Running other = open()) {
            HttpResponse<String> decided =
                    one.patch("/api/v1/alerts/al-1", "{\"status\":\"confirmed\",\"note\":\"real\"}");
            assertThat(decided.statusCode()).as(decided.body()).isEqualTo(200);

            JsonNode seen = other.eventually(
                    "/api/v1/alerts/al-1",
                    alert -> alert.path("status").asString("").equals("confirmed"));
            assertThat(seen.path("note").asString()).isEqualTo("real");
        }
    }

    @Test
    void callsAreSentElsewhere() throws Exception {
        HttpResponse<String> answer = one.push("{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Kafka");
    }

    @Test
    void correctionsAreRefusedSinceTheJobDoesNotReadThem() throws Exception {
        String pin = "{\"kind\":\"pin\",\"template\":\"/orders/{id}\"}";
        HttpResponse<String> answer = one.say("POST", "/api/v1/corrections", pin);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("does not read corrections");
        assertThat(one.json("/api/v1/corrections").path("items")).isEmpty();
        assertThat(one.json("/api/v1/corrections").path("applied").asBoolean()).isFalse();
    }

    @Test
    void whatIsStoredIsToldButTheJobKeepsIt() throws Exception {
        JsonNode kept = one.json("/api/v1/retention");
        assertThat(kept.at("/lake/calls").asInt()).isOne();
        HttpResponse<String> answer = one.say("PUT", "/api/v1/retention", "{\"keep_days\":1}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("--keep-days");
        assertThat(one.delete("/api/v1/retention").statusCode()).isEqualTo(409);
        JsonNode sources = one.json("/api/v1/sources");
        assertThat(sources.path("since").isNull()).isTrue();
        assertThat(sources.path("items")).isEmpty();
    }

    @Test
    void namesOfNetworksAreRefusedSinceTheJobDoesNotReadThem() throws Exception {
        String list = "{\"items\":[{\"network\":\"192.0.2.0/24\",\"name\":\"Office\",\"kind\":\"egress\"}]}";
        HttpResponse<String> answer = one.say("PUT", "/api/v1/networks", list);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("does not read this list");
        assertThat(one.json("/api/v1/networks").path("items")).isEmpty();
        assertThat(one.json("/api/v1/networks").path("applied").asBoolean()).isFalse();
    }

    @Test
    void documentsAreKeptAndHeldAgainstWhatWasSeen() throws Exception {
        String text = "openapi: 3.0.0\\npaths: {/never: {get: {}}}";
        HttpResponse<String> answer =
                one.say("POST", "/api/v1/documents", "{\"name\":\"shop\",\"text\":\"" + text + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        assertThat(one.json("/api/v1/documents").path("applied").asBoolean()).isFalse();
        assertThat(one.json("/api/v1/drift").at("/items/0/kind").asString()).isEqualTo("unused");
        assertThat(one.json("/api/v1/openapi").path("openapi").asString()).isEqualTo("3.1.0");
    }

    private Running open() throws IOException {
        return Running.of(ApianServer.overLake(
                ServerSettings.of(lake).withPort(0), url, BuiltIn.detectors(), InstantSource.system()));
    }

    private static CallRow call() {
        return new CallRow(
                Instant.parse("2026-11-01T00:00:00Z").toEpochMilli() * 1_000,
                "c1",
                "api.example",
                "GET",
                "/orders/1",
                "GET /orders/{orderId}",
                "e1",
                200,
                "a-1",
                "user",
                null,
                null,
                null,
                CallRow.ASN_UNKNOWN,
                null,
                null,
                List.of(),
                CallRow.BYTES_UNKNOWN,
                CallRow.BYTES_UNKNOWN,
                CallRow.DURATION_UNKNOWN,
                false);
    }
}
