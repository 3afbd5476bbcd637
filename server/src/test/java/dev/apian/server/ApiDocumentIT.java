// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.server.ApiDocument.Operation;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every operation of the document is there, and answers as the document says. Those about access have [AccessIT],
/// since
/// they change who may ask.
@TestInstance(Lifecycle.PER_CLASS)
class ApiDocumentIT {

    private static final List<String> FILTERS = List.of(
            "/api/v1/calls/histogram?status=404",
            "/api/v1/alerts?status=open&status=investigating&severity=high&severity=critical&sort=newest&limit=1",
            "/api/v1/alerts?scenario=id-walk&q=o&from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z",
            "/api/v1/alerts?status=",
            "/api/v1/alerts?show=all&place=today&place=earlier&fold=campaign&assignee=maria&campaign=none",
            "/api/v1/suppressions/preview?scenarios=id-walk&networks=203.0.113.0/24",
            "/api/v1/actors?sort=risk&limit=2",
            "/api/v1/actors?sort=last_seen&kind=user&q=A",
            "/api/v1/actors?sort=first_seen",
            "/api/v1/endpoints?sort=actors&q=ORDER",
            "/api/v1/endpoints?sort=endpoint&sensitivity=high",
            "/api/v1/endpoints?sort=posture&posture=required&method=get&state=active&limit=3",
            "/api/v1/endpoints?sort=data&data=secret&label=login&host=nowhere.example",
            "/api/v1/endpoints?sort=sensitivity&data=card_number&state=dormant",
            "/api/v1/entities?type=order&q=1&limit=3",
            "/api/v1/retention?keep_days=30&keep_bytes=200000000000",
            "/api/v1/drift?kind=shadow&kind=unused&limit=1",
            "/api/v1/matrix?type=order&whose=own&whose=unknown&limit=3",
            "/api/v1/matrix?actor=nobody&endpoint=R0VU&week=2026-03-04",
            "/api/v1/matrix/diff?from=2026-03-02&to=2026-03-09&factor=5&change=new&whose=other",
            "/api/v1/explained?type=order&limit=1",
            "/api/v1/hunt/builder?measure=bytes&more_than=5&days=3&how=unexplained&whose=other&status=4xx&country=DE",
            "/api/v1/hunt/builder?entity_type=order&endpoint=o&method=GET&sensitivity=low&actor_kind=user",
            "/api/v1/calls?status=404&limit=5",
            "/api/v1/calls?from=2020-01-01T00:00:00Z&to=2099-01-01T00:00:00Z&country=DE&device=x&asn=AS1&limit=1",
            "/api/v1/calls?client_ip=203.0.113.7&call_id=x&limit=1");

    private static final String CORRECTION = "{\"kind\":\"pin\",\"template\":\"/nowhere/{id}\"}";
    private static final String RULING = "{\"kind\":\"name\",\"actor\":\"a-0000000000001\",\"name\":\"nobody\"}";
    private static final String STATEMENT = "{\"sql\":\"FROM calls LIMIT 3\"}";
    private static final String SAVED = "{\"name\":\"Everything\",\"sql\":\"FROM calls\"}";
    private static final String LIMITS = "{\"on\":true,\"limits\":{\"steps\":\"40\"}}";
    private static final String SETTINGS = "{\"on\":true,\"limits\":{},\"reason\":\"as it was\"}";
    private static final String NETWORKS =
            "{\"items\":[{\"network\":\"192.0.2.0/24\",\"name\":\"Office\",\"kind\":\"egress\"}]}";
    private static final String WEBHOOK = "{\"name\":\"chat\",\"url\":\"http://127.0.0.1:1/nobody\"}";
    private static final String DOCUMENT =
            "{\"name\":\"shop.yaml\",\"text\":\"openapi: 3.0.0\\npaths: {/v1/never: {get: {}}}\"}";

    private final ApiDocument document = load();

    private Running running = unset();
    private int pushed;

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        running = Running.on(data);
        pushed = Traffic.pushInto(running);
        running.eventually(
                "/api/v1/overview", overview -> overview.path("calls").asInt() >= pushed - 50);
        running.eventually("/api/v1/alerts", alerts -> alerts.path("total").asInt() >= 3);
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void everyOperationAnswersAsTheDocumentSays() throws Exception {
        Map<String, String> examples = examples();
        for (Operation operation : operations()) {
            String path = operation.path();
            for (Map.Entry<String, String> example : examples.entrySet()) {
                path = path.replace(example.getKey(), example.getValue());
            }
            assertThat(path).as("no example for a part of it").doesNotContain("{");
            check(operation, path, 200, answerTo(operation, path));
        }
    }

    @Test
    void theCheckItselfNoticesWhatIsMissingAndWhatIsTooMuch() {
        Operation health = new Operation("/api/v1/scenarios", "get");
        String json = "application/json";
        assertThat(document.problems(health, 200, json, "{}")).isNotEmpty();
        assertThat(document.problems(health, 200, json, "{\"items\":[],\"more\":1}"))
                .isNotEmpty();
        assertThat(document.problems(health, 200, json, "{\"items\":[]}")).isEmpty();
    }

    @Test
    void everyFilterAndOrderIsAnswered() throws Exception {
        for (String path : FILTERS) {
            Operation operation = new Operation(path.substring(0, path.indexOf('?')), "get");
            check(operation, path, 200, running.get(path));
        }
    }

    @Test
    void whatIsNotThereIsAProblemThatSaysSo() throws Exception {
        for (Operation operation : operations()) {
            if (operation.path().contains("{") && operation.method().equals("get")) {
                String path = operation.path().replaceAll("\\{[a-z]+}", "no%2Fsuch@thing");
                HttpResponse<String> answer = running.get(path);
                check(operation, path, 404, answer);
            }
        }
        assertThat(running.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongParameterIsAProblemThatSaysSo() throws Exception {
        for (Operation operation : operations()) {
            if (operation.method().equals("get")
                    && operation.path().startsWith("/api/")
                    && !operation.path().contains("{")) {
                String path = operation.path() + "?lmit=5";
                check(operation, path, 400, running.get(path));
            }
        }
        assertThat(running.get("/api/v1/calls?limit=10001").body()).contains("10001", "from 1 to 10000");
        assertThat(running.get("/api/v1/calls?from=yesterday").body()).contains("yesterday");
        assertThat(running.get("/api/v1/alerts?status=closed").body()).contains("closed", "dismissed");
        assertThat(running.get("/api/v1/calls?cursor=abc").statusCode()).isEqualTo(400);
        assertThat(running.get("/api/v1/calls?entity_id=1").statusCode()).isEqualTo(400);
        assertThat(running.patch("/api/v1/alerts/" + anAlert(), "{\"state\":1}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void pagesTogetherHoldEveryItemOnce() throws Exception {
        for (String list : List.of(
                "/api/v1/calls?status=404&limit=7",
                "/api/v1/actors?limit=7",
                "/api/v1/alerts?limit=1",
                "/api/v1/endpoints?limit=7",
                "/api/v1/explained?limit=7",
                "/api/v1/matrix?type=order&limit=100",
                "/api/v1/matrix/diff?limit=50")) {
            TreeSet<String> seen = new TreeSet<>();
            int items = 0;
            JsonNode page = running.json(list);
            for (int pages = 0; pages < 200; pages++) {
                items += page.path("items").size();
                page.path("items").forEach(item -> seen.add(item.toString()));
                JsonNode cursor = page.path("next_cursor");
                if (cursor.isNull()) {
                    break;
                }
                page = running.json(list + "&cursor=" + cursor.asString());
            }
            assertThat(items).as(list).isGreaterThan(1).isEqualTo(seen.size());
        }
    }

    @Test
    void theFirstPageHoldsWhatMattersMost() throws Exception {
        JsonNode alerts = running.json("/api/v1/alerts").path("items");
        for (int i = 1; i < alerts.size(); i++) {
            assertThat(alerts.get(i).path("risk").asDouble())
                    .isLessThanOrEqualTo(alerts.get(i - 1).path("risk").asDouble());
        }
        JsonNode alert = running.json("/api/v1/alerts/" + alerts.at("/0/id").asString());
        JsonNode calls = running.json("/api/v1/alerts/" + alerts.at("/0/id").asString() + "/calls");
        assertThat(calls.path("items").size()).isEqualTo(alert.path("calls").size());
        String actor = encoded(alert.at("/actor/id").asString());
        assertThat(running.json("/api/v1/actors/" + actor).path("open_alerts").asInt())
                .isPositive();
    }

    private List<Operation> operations() {
        List<Operation> access = document.operations("access");
        return document.operations().stream()
                .filter(one -> !access.contains(one) && !one.path().equals(ApiDocument.STREAM))
                .toList();
    }

    private Map<String, String> examples() throws Exception {
        JsonNode entity = running.json("/api/v1/entities?limit=1").at("/items/0");
        String walk = "scenarios/id-walk";
        Map<String, String> examples = new HashMap<>(Map.of(
                "hunt/saved/{id}", "hunt/saved/" + kept("/api/v1/hunt/saved", SAVED, "id"),
                "hunt/queries/{id}", "hunt/queries/none-of-these",
                "alerts/{id}", "alerts/" + anAlert(),
                "endpoints/{id}", "endpoints/" + first("/api/v1/endpoints", "id"),
                "v1/corrections/{id}", "v1/corrections/" + kept("/api/v1/corrections", CORRECTION, "id"),
                "actors/corrections/{id}", "actors/corrections/" + kept("/api/v1/actors/corrections", RULING, "id"),
                "documents/{name}", "documents/" + kept("/api/v1/documents", DOCUMENT, "name"),
                "{actor}", first("/api/v1/actors", "actor"),
                "{type}/{id}",
                        encoded(entity.path("type").asString()) + "/"
                                + encoded(entity.path("id").asString()),
                "{type}/process", encoded(entity.path("type").asString()) + "/process"));
        examples.put("scenarios/{id}", walk);
        examples.put("back-tests/{id}", "back-tests/" + kept("/api/v1/" + walk + "/back-test", LIMITS, "id"));
        examples.put("suppressions/{id}", "suppressions/" + kept("/api/v1/suppressions", suppression(), "id"));
        examples.put("suppressions/preview", "suppressions/preview?actors=nobody");
        examples.put("webhooks/{id}", "webhooks/" + kept("/api/v1/webhooks", WEBHOOK, "id"));
        return examples;
    }

    private static String suppression() {
        return "{\"scope\":{\"actors\":[\"nobody\"]},\"reason\":\"a test\",\"until\":\"%s\"}"
                .formatted(Instant.now().plusSeconds(3_600));
    }

    private String kept(String path, String body, String member) throws Exception {
        HttpResponse<String> kept = running.say("POST", path, body);
        return Running.JSON.readTree(kept.body()).path(member).asString();
    }

    private String anAlert() throws Exception {
        return first("/api/v1/alerts", "id");
    }

    private String first(String list, String member) throws Exception {
        return encoded(running.json(list + "?limit=1").at("/items/0/" + member).asString());
    }

    private HttpResponse<String> answerTo(Operation operation, String path) throws Exception {
        return switch (operation.method()) {
            case "get" -> running.get(path);
            case "post" ->
                switch (operation.path()) {
                    case "/v1/calls" -> running.push("");
                    case "/api/v1/documents" -> running.say("POST", path, DOCUMENT);
                    case "/api/v1/actors/corrections" -> running.say("POST", path, RULING);
                    case "/api/v1/hunt/queries", "/api/v1/hunt/csv" -> running.say("POST", path, STATEMENT);
                    case "/api/v1/hunt/saved" -> running.say("POST", path, SAVED);
                    case "/api/v1/scenarios/{id}/back-test" -> onceNoneRuns(path);
                    case "/api/v1/suppressions" -> running.say("POST", path, suppression());
                    case "/api/v1/webhooks" -> running.say("POST", path, WEBHOOK);
                    case "/api/v1/webhooks/{id}/test" -> running.say("POST", path, "{}");
                    default -> running.say("POST", path, CORRECTION);
                };
            case "put" ->
                running.say(
                        "PUT",
                        path,
                        switch (operation.path()) {
                            case "/api/v1/budget" -> "{\"alerts_a_day\":7}";
                            case "/api/v1/retention" -> "{\"keep_days\":36000,\"keep_bytes\":null}";
                            case "/api/v1/networks" -> NETWORKS;
                            case "/api/v1/hunt/saved/{id}" -> SAVED;
                            default -> SETTINGS;
                        });
            case "delete" -> running.delete(path);
            case "patch" ->
                running.patch(
                        path,
                        switch (operation.path()) {
                            case "/api/v1/webhooks/{id}" -> "{\"on\":false}";
                            case "/api/v1/alerts/{id}" -> "{\"note\":\"seen\"}";
                            default -> "{\"note\":\"seen\",\"alerts\":[\"%s\"]}".formatted(anAlert());
                        });
            default -> throw new AssertionError("the test knows no " + operation.method());
        };
    }

    /// One back-test runs at a time.
    private HttpResponse<String> onceNoneRuns(String path) throws Exception {
        HttpResponse<String> answer = running.say("POST", path, LIMITS);
        while (answer.statusCode() == 409) {
            Thread.sleep(100);
            answer = running.say("POST", path, LIMITS);
        }
        return answer;
    }

    private void check(Operation operation, String path, int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        String type = answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
        assertThat(document.problems(operation, status, type, answer.body()))
                .as("%s %s %s".formatted(operation.method(), path, answer.body()))
                .isEmpty();
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ApiDocument load() {
        try {
            return ApiDocument.load();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
