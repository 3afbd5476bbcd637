// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.ocel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import dev.apian.lake.Query;
import dev.apian.lake.QueryLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An order made by alice, read by her and by eve, and its invoice, as an event log.
class OcelExportTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        try (CallLake lake = CallLake.open(directory)) {
            lake.append(call(0, "alice", "POST /orders", 201, entity("order", "1", "created")));
            lake.append(call(10, "alice", "GET /orders/{orderId}", 200, entity("order", "1", "used")));
            lake.append(call(
                    20,
                    "alice",
                    "GET /orders/{orderId}/invoices/{invoiceId}",
                    200,
                    entity("invoice", "77", "parent"),
                    entity("order", "1", "used")));
            lake.append(call(30, "eve", "GET /orders/{orderId}", 404, entity("order", "1", "unexplained")));
            lake.append(call(40, null, "GET /orders/{orderId}", 200, entity("order", "1", null)));
            lake.append(call(50, "eve", "GET /health", 200));
        }
    }

    @Test
    void theLogIsWhatTheStandardAsksFor() throws Exception {
        Schema schema = schema();
        JsonNode log = export(List.of(), null, null);
        assertThat(schema.validate(log)).isEmpty();
        assertThat(schema.validate(JSON.readTree("{\"events\":[{\"id\":1}]}")))
                .as("the check notices what is wrong")
                .isNotEmpty();
    }

    @Test
    void aCallThatNamesEntitiesIsAnEventWithWhatItIsToThem() throws Exception {
        JsonNode events = export(List.of(), null, null).path("events");
        assertThat(texts(events, "type"))
                .containsExactly(
                        "POST /orders",
                        "GET /orders/{orderId}",
                        "GET /orders/{orderId}/invoices/{invoiceId}",
                        "GET /orders/{orderId}",
                        "GET /orders/{orderId}");
        assertThat(events.at("/2/relationships").toString())
                .isEqualTo("[{\"objectId\":\"invoice:77\",\"qualifier\":\"parent\"},"
                        + "{\"objectId\":\"order:1\",\"qualifier\":\"used\"},"
                        + "{\"objectId\":\"actor:alice\",\"qualifier\":\"actor\"}]");
        assertThat(events.at("/2/time").asString()).isEqualTo("2026-11-01T12:00:20Z");
        assertThat(events.at("/3/attributes").toString()).contains("\"status\",\"value\":\"404\"", "\"eve\"");
        assertThat(events.at("/4/relationships").toString())
                .isEqualTo("[{\"objectId\":\"order:1\",\"qualifier\":\"names\"}]");
    }

    @Test
    void anEntityKnowsItsOwnerAndEveryObjectThatIsNamedIsThere() throws Exception {
        JsonNode log = export(List.of(), null, null);
        assertThat(texts(log.path("objects"), "id"))
                .containsExactly("invoice:77", "order:1", "actor:alice", "actor:eve");
        assertThat(log.at("/objects/1/relationships").toString())
                .isEqualTo("[{\"objectId\":\"actor:alice\",\"qualifier\":\"owner\"}]");
        assertNothingIsMissing(log);
    }

    @Test
    void typesAndTimesNarrowTheLogAndNothingIsMissingThen() throws Exception {
        JsonNode invoices = export(List.of("invoice"), null, null);
        assertThat(texts(invoices.path("events"), "id")).hasSize(1);
        assertThat(texts(invoices.path("objectTypes"), "name")).containsExactly("actor", "invoice");
        assertNothingIsMissing(invoices);
        JsonNode late = export(List.of(), NOON.plusSeconds(30), NOON.plusSeconds(40));
        assertThat(texts(late.path("events"), "time")).containsExactly("2026-11-01T12:00:30Z");
        assertThat(texts(late.path("objects"), "id"))
                .as("the owner made no call in that time")
                .containsExactly("order:1", "actor:alice", "actor:eve");
        assertNothingIsMissing(late);
    }

    @Test
    void theSameLakeGivesTheSameBytes() throws Exception {
        assertThat(bytes(List.of(), null, null)).isEqualTo(bytes(List.of(), null, null));
    }

    @Test
    void aBusinessWithThingsCalledActorsKeepsThemApart() {
        assertThat(OcelJson.typeOf("actor")).isNotEqualTo(OcelJson.ACTOR);
        assertThat(OcelJson.entity("actor", "alice")).isEqualTo("entity:actor:alice");
    }

    private static void assertNothingIsMissing(JsonNode log) {
        Set<String> objects = new TreeSet<>(texts(log.path("objects"), "id"));
        Set<String> types = new TreeSet<>(texts(log.path("objectTypes"), "name"));
        Set<String> eventTypes = new TreeSet<>(texts(log.path("eventTypes"), "name"));
        assertThat(types).containsAll(texts(log.path("objects"), "type"));
        assertThat(eventTypes).containsAll(texts(log.path("events"), "type"));
        for (String list : List.of("events", "objects")) {
            for (JsonNode item : log.path(list)) {
                assertThat(objects).containsAll(texts(item.path("relationships"), "objectId"));
            }
        }
    }

    private static List<String> texts(JsonNode items, String member) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(member).asString()));
        return texts;
    }

    private JsonNode export(List<String> types, @Nullable Instant from, @Nullable Instant to) throws Exception {
        return JSON.readTree(bytes(types, from, to));
    }

    private String bytes(List<String> types, @Nullable Instant from, @Nullable Instant to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Query query = Query.open(directory, QueryLimits.DEFAULT)) {
            new OcelExport(query, types, from, to).write(out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = requireNonNull(OcelExportTest.class.getResourceAsStream("ocel20-schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JSON.readTree(in));
        }
    }

    private static CallRow.Entity entity(String type, String id, @Nullable String how) {
        return new CallRow.Entity(type, id, how, null);
    }

    private static CallRow call(
            long seconds, @Nullable String actor, String endpoint, int status, CallRow.Entity... entities) {
        return new CallRow(
                NOON.plusSeconds(seconds).toEpochMilli() * 1_000,
                "call-" + seconds,
                "api.example",
                endpoint.substring(0, endpoint.indexOf(' ')),
                "/",
                endpoint,
                "e",
                status,
                actor,
                "user",
                null,
                null,
                null,
                CallRow.ASN_UNKNOWN,
                null,
                null,
                List.of(entities),
                CallRow.BYTES_UNKNOWN,
                CallRow.BYTES_UNKNOWN,
                CallRow.DURATION_UNKNOWN,
                false);
    }
}
