// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two weeks of a small shop: mallory reads sixty invoices that nobody showed her, alice reads her own, and bob did the
/// same as mallory ten days earlier.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HuntIT {

    private static final Instant LAST = Instant.parse("2026-11-20T12:00:00Z");
    private static final long DAY = 86_400;
    private static final String QUERIES = "/api/v1/hunt/queries";
    private static final String ENDLESS = "SELECT count(*) FROM range(1000000000) a, range(1000000000) b";

    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        try (CallLake lake = CallLake.open(data)) {
            for (int i = 0; i < 60; i++) {
                String id = String.valueOf(i);
                lake.append(read(
                        -10 * DAY - i, "bob", "DE", 200, new CallRow.Entity("invoice", id, "unexplained", "other")));
                lake.append(read(
                        -DAY + i, "mallory", "FR", 200, new CallRow.Entity("invoice", id, "unexplained", "other")));
                lake.append(read(-DAY + i, "alice", "DE", 200, new CallRow.Entity("invoice", id, "shown", "own")));
            }
            lake.append(read(0, "o'neil", "DE", 500));
            lake.flush();
            lake.checkpointed();
        }
        running = Running.on(data);
    }

    @AfterAll
    void stop() throws Exception {
        running.close();
    }

    @Test
    void everyTableAndColumnHasASentence() throws Exception {
        JsonNode tables = running.json("/api/v1/hunt/tables").path("items");
        assertThat(tables.findValuesAsString("name")).contains("calls", "accesses", "call_id", "whose");
        assertThat(tables).hasSize(10);
        for (JsonNode table : tables) {
            assertThat(table.path("means").asString())
                    .as(table.path("name").asString())
                    .isNotBlank();
            assertThat(table.path("columns"))
                    .isNotEmpty()
                    .allSatisfy(column -> assertThat(column.path("means").asString())
                            .as(table.path("name") + "." + column.path("name"))
                            .isNotBlank());
        }
    }

    @Test
    void aResultSaysWhatItsValuesAre() throws Exception {
        JsonNode answer = answer("SELECT time, actor, endpoint, host, status, client_ip, country, entities FROM calls"
                + " ORDER BY time DESC, actor LIMIT 1");
        assertThat(meanings(answer))
                .containsExactly("time", "actor", "endpoint", "", "status", "address", "country", "entities");
        assertThat(answer.at("/columns/2/beside").asInt(-1)).isEqualTo(3);
        assertThat(answer.at("/rows/0/0").asString()).isEqualTo(LAST.toString());
        assertThat(answer.at("/rows/0/4").asInt()).isEqualTo(500);
        assertThat(answer.path("cut").isNull()).isTrue();
        assertThat(meanings(answer("SELECT \"type\", id, owner FROM entities")))
                .containsExactly("entity_type", "entity", "actor");
        assertThat(meanings(answer("SELECT id, actor, calls FROM alerts")))
                .containsExactly("alert", "actor_reference", "calls");
        assertThat(meanings(answer("SELECT 1 AS id, 'x' AS what"))).containsExactly("", "");
    }

    @Test
    void rowsBeyondTheLimitAreCutAndNumbersStayExact() throws Exception {
        JsonNode answer = answered(run("{\"sql\":\"SELECT i FROM range(100) t(i)\",\"rows_max\":7}"));
        assertThat(answer.path("rows")).hasSize(7);
        assertThat(answer.path("cut").asString()).isEqualTo("rows");
        assertThat(answer("FROM range(20000)").path("rows")).hasSize(10_000);
        assertThat(answer("SELECT 9007199254740993, 12, 'nan'::DOUBLE")
                        .path("rows")
                        .toString())
                .isEqualTo("[[\"9007199254740993\",12,\"NaN\"]]");
        JsonNode large = answer("SELECT repeat('x', 5000) AS t, 1 AS n");
        assertThat(large.at("/rows/0/0").asString()).hasSize(4_001).endsWith("…");
        assertThat(large.path("cells_cut").asInt()).isEqualTo(1);
        assertThat(answer("SELECT repeat('x', 4000) AS t FROM range(9999)")
                        .path("cut")
                        .asString())
                .isEqualTo("size");
    }

    @Test
    void aMistakeIsToldWithItsPlace() throws Exception {
        String sql = "SELECT actor,\n  statsu FROM calls";
        HttpResponse<String> answer = run(body(sql, null));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode problem = Running.JSON.readTree(answer.body());
        assertThat(problem.path("position").asInt()).isEqualTo(sql.indexOf("statsu"));
        assertThat(problem.path("length").asInt()).isEqualTo(6);
        assertThat(problem.path("detail").asString())
                .contains("statsu", "The columns of calls are time")
                .doesNotContain("LINE 2", "^");
        assertThat(run(body("SELEC 1", null)).body()).contains("\"position\":0,\"length\":5");
        assertThat(run(body("DELETE FROM calls", null)).body()).contains("does more than read");
        assertThat(run(body("", null)).statusCode()).isEqualTo(400);
        assertThat(run("{\"sql\":\"SELECT 1\",\"id\":\"a b\"}").body()).contains("8 to 64 letters");
        assertThat(run("{\"sql\":\"SELECT 1\",\"rows_max\":10001}").body()).contains("10000");
    }

    @Test
    void aQueryIsCancelledByItsId() throws Exception {
        CompletableFuture<HttpResponse<String>> endless = start("endless-0001");
        running.eventually("/api/v1/hunt/tables", _ -> isCancelled("endless-0001"));
        HttpResponse<String> answer = endless.get();
        assertThat(answer.statusCode()).isEqualTo(499);
        assertThat(answer.body()).contains("problems/cancelled");
        assertThat(running.delete(QUERIES + "/endless-0001").body()).contains("\"was_running\":false");
    }

    @Test
    void anIdIsForOneRunAtATime() throws Exception {
        CompletableFuture<HttpResponse<String>> endless = start("endless-0002");
        running.eventually(
                "/api/v1/hunt/tables",
                _ -> run(body("SELECT 1", "endless-0002")).statusCode() == 409);
        assertThat(isCancelled("endless-0002")).isTrue();
        assertThat(endless.get().statusCode()).isEqualTo(499);
        running.eventually(
                "/api/v1/hunt/tables",
                _ -> run(body("SELECT 1", "endless-0002")).statusCode() == 200);
    }

    /// More run than may side by side; were they not stopped, the last would wait for the limit of those before.
    @Test
    void queriesEndWhenWhoAskedGoesAway() throws Exception {
        List<String> ids = List.of("gone-00001", "gone-00002", "gone-00003", "gone-00004");
        List<CompletableFuture<HttpResponse<String>>> abandoned =
                ids.stream().map(this::start).toList();
        for (String id : ids) {
            running.eventually(
                    "/api/v1/hunt/tables", _ -> run(body("SELECT 1", id)).statusCode() == 409);
        }
        abandoned.forEach(one -> one.cancel(true));
        for (String id : ids) {
            running.eventually("/api/v1/hunt/tables", _ -> !isCancelled(id));
        }
        assertThat(answer("SELECT 42").at("/rows/0/0").asInt()).isEqualTo(42);
    }

    @Test
    void aResultIsKeptAsAFile() throws Exception {
        String sql = "SELECT actor, [1, 2] AS l, 'a,\"b\"' AS t FROM calls WHERE actor = 'o''neil'";
        HttpResponse<String> file = running.say("POST", "/api/v1/hunt/csv", body(sql, null));
        assertThat(file.body()).isEqualTo("actor,l,t\r\no'neil,\"[1,2]\",\"a,\"\"b\"\"\"\r\n");
        assertThat(file.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"apian-hunt.csv\"");
        assertThat(file.headers().firstValue("apian-cut-rows")).isEmpty();
        HttpResponse<String> many = running.say("POST", "/api/v1/hunt/csv", body("FROM range(100001)", null));
        assertThat(many.body().lines()).hasSize(100_001);
        assertThat(many.headers().firstValue("apian-cut-rows")).contains("100000");
        assertThat(running.say("POST", "/api/v1/hunt/csv", body("FROM cals", null))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aQueryIsSavedChangedAndRemovedAndExamplesStay() throws Exception {
        HttpResponse<String> saved =
                running.say("POST", "/api/v1/hunt/saved", "{\"name\":\"Mine\",\"sql\":\"FROM calls\"}");
        String id = Running.JSON.readTree(saved.body()).path("id").asString();
        assertThat(saved.body()).contains("\"author\":\"local\"", "\"built_in\":false");
        running.say(
                "PUT", "/api/v1/hunt/saved/" + id, "{\"name\":\"Ours\",\"sql\":\"FROM actors\",\"description\":\"d\"}");
        JsonNode items = running.json("/api/v1/hunt/saved").path("items");
        assertThat(items.at("/0/name").asString()).isEqualTo("Ours");
        assertThat(items.at("/0/sql").asString()).isEqualTo("FROM actors");
        assertThat(running.delete("/api/v1/hunt/saved/" + id).statusCode()).isEqualTo(200);
        assertThat(running.delete("/api/v1/hunt/saved/" + id).statusCode()).isEqualTo(404);
        assertThat(running.delete("/api/v1/hunt/saved/example-hours").statusCode())
                .isEqualTo(403);
        assertThat(running.say("POST", "/api/v1/hunt/saved", "{\"sql\":\"FROM calls\"}")
                        .body())
                .contains("name is missing");
    }

    @Test
    void everyExampleRunsAndTheFirstFindsMallory() throws Exception {
        JsonNode examples = running.json("/api/v1/hunt/saved").path("items");
        int tried = 0;
        for (JsonNode example : examples) {
            if (example.path("built_in").asBoolean()) {
                HttpResponse<String> answer = run(body(example.path("sql").asString(), null));
                assertThat(answer.statusCode())
                        .as(example.path("id") + answer.body())
                        .isEqualTo(200);
                tried++;
            }
        }
        assertThat(tried).isGreaterThanOrEqualTo(8);
        JsonNode found = answer(sqlOf(examples, "example-never-shown"));
        assertThat(found.path("rows")).hasSize(1);
        assertThat(found.at("/rows/0/0").asString()).isEqualTo("mallory");
        assertThat(found.at("/rows/0/3").asInt()).isEqualTo(60);
    }

    @Test
    void theBuilderFindsWhoReadManyThingsNeverShownToThem() throws Exception {
        String question = "measure=entities&entity_type=invoice&how=unexplained&more_than=50&days=7";
        assertThat(found(question)).containsExactly("mallory");
        assertThat(found(question + "&country=FR&method=get&status=2xx&actor_kind=user&endpoint=INVOICES"))
                .containsExactly("mallory");
        assertThat(found(question + "&country=DE")).isEmpty();
        assertThat(found("measure=entities&entity_type=invoice&how=unexplained&more_than=50&days=30"))
                .containsExactly("bob", "mallory");
        assertThat(found("measure=entities&more_than=60&days=30")).isEmpty();
        assertThat(running.json("/api/v1/hunt/builder?" + question)
                        .path("words")
                        .asString())
                .isEqualTo("Actors with more than 50 different things of the type 'invoice', never shown to them nor"
                        + " otherwise explained, in the last 7 days");
    }

    @Test
    void everyMeasureRunsWithEveryCondition() throws Exception {
        for (String measure : List.of("calls", "entities", "endpoints", "addresses", "countries", "errors", "bytes")) {
            String bare = "measure=" + measure;
            found(bare);
            found(bare + "&entity_type=invoice&how=unexplained&how=used&whose=other&endpoint=inv&method=GET&status=2xx"
                    + "&sensitivity=low&actor_kind=user&country=FR&days=1");
        }
        assertThat(found("measure=errors")).containsExactly("o'neil");
        assertThat(found("measure=calls&whose=other&more_than=59&days=7")).containsExactly("mallory");
        assertThat(found("measure=bytes&more_than=1000000")).isEmpty();
    }

    @Test
    void wordsOfPeopleNeverBecomeSql() throws Exception {
        String evil = "x') OR 1=1 --";
        assertThat(found("measure=calls&endpoint=" + encoded(evil))).isEmpty();
        assertThat(found("measure=calls&country=" + encoded("' OR actor LIKE '%")))
                .isEmpty();
        assertThat(found("measure=entities&entity_type=" + encoded("invoice' OR '1'='1")))
                .isEmpty();
        assertThat(found("measure=calls&method=" + encoded("GET\\' OR 1=1"))).isEmpty();
        for (String line : List.of("a\nUNION SELECT 1", "a\r\nSELECT", "a\u0000b", "a\u0085b")) {
            HttpResponse<String> refused = running.get("/api/v1/hunt/builder?endpoint=" + encoded(line));
            assertThat(refused.statusCode()).isEqualTo(400);
        }
        assertThat(running.get("/api/v1/hunt/builder?how=guessed").body()).contains("guessed", "unexplained");
    }

    private List<String> found(String question) throws Exception {
        JsonNode built = running.json("/api/v1/hunt/builder?" + question);
        JsonNode rows = answer(built.path("sql").asString()).path("rows");
        List<String> actors = new ArrayList<>();
        rows.forEach(row -> actors.add(row.path(0).asString()));
        return actors;
    }

    private JsonNode answer(String sql) throws Exception {
        return answered(run(body(sql, null)));
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private HttpResponse<String> run(String body) {
        try {
            return running.say("POST", QUERIES, body);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<HttpResponse<String>> start(String id) {
        return running.client.sendAsync(
                running.to(QUERIES)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(ENDLESS, id)))
                        .build(),
                BodyHandlers.ofString());
    }

    private boolean isCancelled(String id) {
        try {
            return running.delete(QUERIES + "/" + id).body().contains("\"was_running\":true");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String body(String sql, @Nullable String id) {
        return Running.JSON.createObjectNode().put("sql", sql).put("id", id).toString();
    }

    private static List<String> meanings(JsonNode answer) {
        List<String> meanings = new ArrayList<>();
        answer.path("columns")
                .forEach(column -> meanings.add(column.path("means").asString("")));
        return meanings;
    }

    private static String sqlOf(JsonNode items, String id) {
        for (JsonNode item : items) {
            if (item.path("id").asString().equals(id)) {
                return item.path("sql").asString();
            }
        }
        throw new AssertionError("no " + id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static CallRow read(long seconds, String actor, String country, int status, CallRow.Entity... entities) {
        return new CallRow(
                LAST.plusSeconds(seconds).toEpochMilli() * 1_000,
                "c-" + actor + seconds,
                "api.shop.example",
                "GET",
                "/v1/invoices/1",
                "GET /v1/invoices/{invoiceId}",
                "e1",
                status,
                actor,
                "user",
                null,
                "203.0.113.7",
                country,
                CallRow.ASN_UNKNOWN,
                null,
                null,
                List.of(entities),
                CallRow.BYTES_UNKNOWN,
                1_000,
                CallRow.DURATION_UNKNOWN,
                false);
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
