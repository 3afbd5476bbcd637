// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static dev.apian.server.Running.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.server.ApiDocument.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Who gets in and may do what, over HTTP as browsers and programs do it.
class AccessIT {

    private static final String PASSWORD = "four words far apart";
    private static final String CALL =
            Running.record(Instant.parse("2026-11-22T10:00:00Z"), "c-1", "/v1/orders/1", 200);

    private final Set<Operation> asked = new HashSet<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private ApiDocument document = unset();
    private Running running = unset();

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        InstantSource clock = () -> now;
        document = ApiDocument.load();
        running = Running.on(data, clock, settings -> settings);
    }

    @AfterEach
    void stop() throws Exception {
        running.close();
    }

    /// What a browser holds.
    private record Held(String cookie, String page) {}

    @Test
    void nobodyHasToSignInAsLongAsThereIsNoUser() throws Exception {
        JsonNode session = ok(ask("GET", "/api/v1/session", null, null));
        assertThat(session.path("required").asBoolean()).isFalse();
        assertThat(session.at("/user/name").asString()).isEqualTo("local");
        assertThat(running.push(CALL).statusCode()).isEqualTo(200);
        assertThat(running.get("/api/v1/overview").statusCode()).isEqualTo(200);
    }

    @Test
    void theFirstUserIsAnAdministratorAndClosesTheDoor() throws Exception {
        assertThat(addUser(null, "vera", "viewer").statusCode()).isEqualTo(400);
        ok(addUser(null, "anna", "admin"));
        for (String path :
                List.of("/api/v1/overview", "/api/v1/alerts", "/api/v1/users", "/api/v1/audit", "/metrics")) {
            assertThat(running.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(running.push(CALL).statusCode()).isEqualTo(401);
        assertThat(running.say("POST", "/v1/traces", "{}").statusCode()).isEqualTo(401);
        for (String service : List.of(
                "/opentelemetry.proto.collector.trace.v1.TraceService/Export",
                "/opentelemetry.proto.collector.logs.v1.LogsService/Export",
                "/envoy.service.accesslog.v3.AccessLogService/StreamAccessLogs")) {
            HttpResponse<String> answer = running.send(running.to(service)
                    .header("Content-Type", "application/grpc+proto")
                    .POST(BodyPublishers.ofByteArray(new byte[5]))
                    .build());
            assertThat(answer.statusCode()).as(service).isEqualTo(401);
        }
        for (String path : List.of("/", "/alerts", "/healthz", "/openapi.yaml", "/api/v1/session")) {
            assertThat(running.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aPasswordOpensASessionThatThePageCannotRead() throws Exception {
        ok(addUser(null, "anna", "admin"));
        HttpResponse<String> answer = signIn("anna", PASSWORD);
        String cookie = answer.headers().firstValue("set-cookie").orElse("");
        assertThat(cookie)
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
        Held anna = held(answer);
        assertThat(ok(ask("GET", "/api/v1/session", anna, null))
                        .at("/user/role")
                        .asString())
                .isEqualTo("admin");
        assertThat(ask("GET", "/api/v1/overview", anna, null).statusCode()).isEqualTo(200);
        ok(ask("DELETE", "/api/v1/session", anna, null));
        assertThat(ask("GET", "/api/v1/overview", anna, null).statusCode()).isEqualTo(401);
    }

    @Test
    void aChangeWithACookieAloneIsRefused() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        Held forged = new Held(anna.cookie(), "");
        assertThat(addUser(forged, "eve", "admin").statusCode()).isEqualTo(403);
        assertThat(addUser(new Held(anna.cookie(), "x" + anna.page()), "eve", "admin")
                        .statusCode())
                .isEqualTo(403);
        ok(addUser(anna, "vera", "viewer"));
    }

    @Test
    void aViewerCannotChangeAndAnAnalystCannotAdminister() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        ok(addUser(anna, "vera", "viewer"));
        ok(addUser(anna, "lin", "analyst"));
        String pin = "{\"kind\":\"pin\",\"template\":\"/nowhere/{id}\"}";
        Held vera = held(signIn("vera", PASSWORD));
        assertThat(ask("GET", "/api/v1/alerts", vera, null).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = ask("POST", "/api/v1/corrections", vera, pin);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("vera (viewer)", "analyst");
        Held lin = held(signIn("lin", PASSWORD));
        ok(ask("POST", "/api/v1/corrections", lin, pin));
        for (String path : List.of("/api/v1/users", "/api/v1/tokens", "/api/v1/audit")) {
            assertThat(ask("GET", path, lin, null).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(ask("GET", "/api/v1/retention", vera, null).statusCode()).isEqualTo(200);
        assertThat(ask("PUT", "/api/v1/retention", lin, "{\"keep_days\":1}").statusCode())
                .isEqualTo(403);
        assertThat(ask("DELETE", "/api/v1/retention", lin, null).statusCode()).isEqualTo(403);
        assertThat(addUser(lin, "eve", "admin").statusCode()).isEqualTo(403);
        assertThat(ask("GET", "/api/v1/networks", vera, null).statusCode()).isEqualTo(200);
        for (Held one : List.of(vera, lin)) {
            HttpResponse<String> answer = ask("PUT", "/api/v1/networks", one, "{\"items\":[]}");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("it needs the role admin");
        }
        ok(ask("PUT", "/api/v1/networks", anna, "{\"items\":[]}"));
    }

    @Test
    void aTokenToSendCannotReadAndATokenToReadCannotSend() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        String ingest = token(anna, "{\"name\":\"gateway\",\"role\":\"ingest\"}");
        String viewer = token(anna, "{\"name\":\"dashboard\",\"role\":\"viewer\",\"days\":1}");
        assertThat(push(ingest)).isEqualTo(200);
        assertThat(read(ingest)).isEqualTo(403);
        assertThat(push(viewer)).isEqualTo(403);
        assertThat(read(viewer)).isEqualTo(200);
        assertThat(push("apian_nothing")).isEqualTo(401);
        assertThat(ask("POST", "/v1/calls", anna, CALL).statusCode()).isEqualTo(403);
        assertThat(running.send(running.to("/v1/traces")
                                .header("Authorization", "Bearer " + viewer)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode())
                .isEqualTo(403);
        now = now.plus(Duration.ofDays(2));
        assertThat(read(viewer)).isEqualTo(401);
        JsonNode tokens = ok(ask("GET", "/api/v1/tokens", held(signIn("anna", PASSWORD)), null));
        assertThat(tokens.toString()).contains("gateway", "dashboard").doesNotContain(ingest, viewer);
    }

    @Test
    void aTokenThatWasRemovedOpensNothing() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        String ingest = token(anna, "{\"name\":\"gateway\",\"role\":\"ingest\"}");
        assertThat(push(ingest)).isEqualTo(200);
        String id =
                ok(ask("GET", "/api/v1/tokens", anna, null)).at("/items/0/id").asString();
        ok(ask("DELETE", "/api/v1/tokens/" + id, anna, null));
        assertThat(push(ingest)).isEqualTo(401);
    }

    @Test
    void whoGuessesHasToWait() throws Exception {
        ok(addUser(null, "anna", "admin"));
        for (int i = 0; i < 8; i++) {
            assertThat(signIn("anna", "wrong words far apart").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> waiting = signIn("anna", PASSWORD);
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.headers().firstValue("retry-after")).isPresent();
        now = now.plus(Duration.ofMinutes(16));
        ok(signIn("anna", PASSWORD));
    }

    @Test
    void anUnknownNameIsAnsweredLikeAWrongPassword() throws Exception {
        ok(addUser(null, "anna", "admin"));
        HttpResponse<String> wrong = signIn("anna", "wrong words far apart");
        HttpResponse<String> unknown = signIn("nobody", "wrong words far apart");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void aSessionEndsWhenItIsIdleAndWhenItsUserIsClosed() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        ok(addUser(anna, "vera", "viewer"));
        Held vera = held(signIn("vera", PASSWORD));
        ok(ask("PATCH", "/api/v1/users/vera", anna, "{\"active\":false}"));
        assertThat(ask("GET", "/api/v1/alerts", vera, null).statusCode()).isEqualTo(401);
        assertThat(signIn("vera", PASSWORD).statusCode()).isEqualTo(401);
        now = now.plus(Duration.ofHours(11));
        assertThat(ask("GET", "/api/v1/alerts", anna, null).statusCode()).isEqualTo(200);
        now = now.plus(Duration.ofHours(11));
        assertThat(ask("GET", "/api/v1/alerts", anna, null).statusCode()).isEqualTo(200);
        now = now.plus(Duration.ofHours(13));
        assertThat(ask("GET", "/api/v1/alerts", anna, null).statusCode()).isEqualTo(401);
    }

    @Test
    void theLastAdministratorStaysOne() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        for (String change : List.of("{\"role\":\"viewer\"}", "{\"active\":false}")) {
            assertThat(ask("PATCH", "/api/v1/users/anna", anna, change).body()).contains("last administrator");
        }
        assertThat(ask("DELETE", "/api/v1/users/anna", anna, null).statusCode()).isEqualTo(400);
        ok(addUser(anna, "bert", "admin"));
        ok(ask("PATCH", "/api/v1/users/anna", anna, "{\"role\":\"viewer\"}"));
        assertThat(ask("GET", "/api/v1/users", anna, null).statusCode()).isEqualTo(403);
    }

    @Test
    void aNewPasswordEndsOtherSessionsAndTheOldOneOpensNothing() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held laptop = held(signIn("anna", PASSWORD));
        Held phone = held(signIn("anna", PASSWORD));
        String fresh = "quite other words now";
        String change = "{\"old_password\":\"%s\",\"new_password\":\"%s\"}";
        assertThat(ask("POST", "/api/v1/session/password", laptop, change.formatted("wrong", fresh))
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "/api/v1/session/password", laptop, change.formatted(PASSWORD, "short"))
                        .statusCode())
                .isEqualTo(400);
        Held again = held(ask("POST", "/api/v1/session/password", laptop, change.formatted(PASSWORD, fresh)));
        assertThat(ask("GET", "/api/v1/alerts", again, null).statusCode()).isEqualTo(200);
        assertThat(ask("GET", "/api/v1/alerts", phone, null).statusCode()).isEqualTo(401);
        assertThat(signIn("anna", PASSWORD).statusCode()).isEqualTo(401);
        ok(signIn("anna", fresh));
    }

    @Test
    void whatEverybodyDidIsWrittenDownWithoutPasswords() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        signIn("anna", "wrong words far apart");
        ok(ask("POST", "/api/v1/corrections", anna, "{\"kind\":\"pin\",\"template\":\"/nowhere/{id}\"}"));
        JsonNode trail = ok(ask("GET", "/api/v1/audit", anna, null)).path("items");
        assertThat(trail.at("/0/action").asString()).isEqualTo("POST /api/v1/corrections");
        assertThat(trail.at("/0/who").asString()).isEqualTo("anna");
        assertThat(trail.at("/0/detail").asString()).contains("/nowhere/{id}");
        assertThat(trail.at("/1/outcome").asString()).isEqualTo("refused");
        assertThat(trail.at("/3/who").asString()).isEqualTo("local");
        assertThat(trail.toString()).contains("POST /api/v1/users").doesNotContain(PASSWORD, "wrong words");
        assertThat(ok(ask("GET", "/api/v1/audit?q=NOWHERE&limit=1", anna, null)).path("items"))
                .hasSize(1);
        assertThat(ok(ask("GET", "/api/v1/audit?who=nobody", anna, null)).path("items"))
                .isEmpty();
        JsonNode first = ok(ask("GET", "/api/v1/audit?limit=2", anna, null));
        JsonNode rest = ok(
                ask("GET", "/api/v1/audit?before=" + first.path("next_before").asInt(), anna, null));
        assertThat(rest.path("items")).hasSize(2);
    }

    @Test
    void everyOperationAboutAccessAnswersAsTheDocumentSays() throws Exception {
        ok(addUser(null, "anna", "admin"));
        Held anna = held(signIn("anna", PASSWORD));
        ok(ask("GET", "/api/v1/session", anna, null));
        ok(addUser(anna, "vera", "viewer"));
        ok(ask("GET", "/api/v1/users", anna, null));
        ok(ask("PATCH", "/api/v1/users/vera", anna, "{\"role\":\"analyst\"}"));
        ok(ask("DELETE", "/api/v1/users/vera", anna, null));
        token(anna, "{\"name\":\"gateway\",\"role\":\"ingest\"}");
        String id =
                ok(ask("GET", "/api/v1/tokens", anna, null)).at("/items/0/id").asString();
        ok(ask("DELETE", "/api/v1/tokens/" + id, anna, null));
        ok(ask("GET", "/api/v1/audit", anna, null));
        Held again = held(ask(
                "POST",
                "/api/v1/session/password",
                anna,
                "{\"old_password\":\"%s\",\"new_password\":\"quite other words now\"}".formatted(PASSWORD)));
        ok(ask("DELETE", "/api/v1/session", again, null));
        assertThat(asked).containsAll(document.operations("access"));
    }

    private String token(Held by, String body) throws Exception {
        return ok(ask("POST", "/api/v1/tokens", by, body)).path("token").asString();
    }

    private int push(String token) throws Exception {
        return running.send(running.to("/v1/calls")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(CALL))
                        .build())
                .statusCode();
    }

    private int read(String token) throws Exception {
        return running.send(running.to("/api/v1/alerts")
                        .header("Authorization", "Bearer " + token)
                        .GET()
                        .build())
                .statusCode();
    }

    private HttpResponse<String> addUser(@Nullable Held by, String name, String role) throws Exception {
        return ask(
                "POST",
                "/api/v1/users",
                by,
                "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role, PASSWORD));
    }

    private HttpResponse<String> signIn(String name, String password) throws Exception {
        return ask("POST", "/api/v1/session", null, "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    private static Held held(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String cookie = answer.headers().firstValue("set-cookie").orElseThrow().replaceAll(";.*", "");
        return new Held(
                cookie, Running.JSON.readTree(answer.body()).path("page").asString());
    }

    /// Asks, and holds the answer to the document.
    private HttpResponse<String> ask(String method, String path, @Nullable Held by, @Nullable String body)
            throws Exception {
        var request =
                running.to(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (by != null) {
            request.header("Cookie", by.cookie()).header("apian-page", by.page());
        }
        HttpResponse<String> answer = running.send(request.build());
        String template = path.replaceAll("\\?.*", "")
                .replaceAll("/users/[a-z]+", "/users/{name}")
                .replaceAll("/tokens/[0-9a-f]+", "/tokens/{id}");
        Operation operation = new Operation(template, method.toLowerCase(Locale.ROOT));
        asked.add(operation);
        String type = answer.headers().firstValue("content-type").orElse("").replaceAll(";.*", "");
        assertThat(document.problems(operation, answer.statusCode(), type, answer.body()))
                .as("%s %s %s".formatted(method, path, answer.body()))
                .isEmpty();
        return answer;
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // set before every test
    private static <T> T unset() {
        return null;
    }
}
