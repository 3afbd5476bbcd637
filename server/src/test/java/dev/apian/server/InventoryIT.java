// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The inventory over five weeks of a small API: old endpoints, a new one, one that nobody calls any more.
@TestInstance(Lifecycle.PER_CLASS)
class InventoryIT {

    private static final List<Integer> DAYS = List.of(0, 1, 2, 12, 24, 28, 29, 30, 31, 32, 33, 34);

    private static final int WAITING_MAX = 64;

    private final Instant begin = Instant.now().minus(Duration.ofDays(35));

    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        running = Running.on(data);
        StringBuilder lines = new StringBuilder();
        for (int day : DAYS) {
            Instant at = begin.plus(Duration.ofDays(day));
            lines.append(call(at, "orders-" + day, "GET", "/orders/" + (1000 + day), day != 12));
            lines.append(call(at.plusSeconds(1), "change-" + day, "PATCH", "/orders/" + (1000 + day), true));
            lines.append(call(at.plusSeconds(2), "health-" + day, "GET", "/health", false));
            lines.append(day < 3 ? call(at.plusSeconds(3), "old-" + day, "GET", "/legacy", true) : "");
            lines.append(day > 30 ? call(at.plusSeconds(4), "new-" + day, "POST", "/exports", true) : "");
        }
        assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
        // A few calls at the end wait for those after them.
        Instant after = begin.plus(Duration.ofDays(34)).plusSeconds(3_600);
        StringBuilder last = new StringBuilder();
        for (int i = 0; i < WAITING_MAX; i++) {
            last.append(call(after.plusSeconds(i), "last-" + i, "GET", "/health", false));
        }
        assertThat(running.push(last.toString()).statusCode()).isEqualTo(200);
        running.eventually("/api/v1/endpoints", list -> list.path("total").asInt() == 5 && known(list));
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void whoIsLetInIsToldAndCanBeAskedFor() throws Exception {
        assertThat(templates("?posture=open")).containsExactly("GET /health");
        assertThat(templates("?posture=mixed")).containsExactly("GET /orders/{orderId}");
        assertThat(templates("?sort=posture")).startsWith("GET /health", "GET /orders/{orderId}");
        assertThat(templates("?posture=unknown")).isEmpty();
    }

    @Test
    void newAndDormantCountFromTheEndOfTheData() throws Exception {
        assertThat(templates("?state=new")).containsExactly("POST /exports");
        assertThat(templates("?state=dormant")).containsExactly("GET /legacy");
        assertThat(templates("?state=active")).hasSize(3);
    }

    @Test
    void wordsOfTheListNarrowIt() throws Exception {
        assertThat(templates("?method=patch")).containsExactly("PATCH /orders/{orderId}");
        assertThat(templates("?label=export")).containsExactly("POST /exports");
        assertThat(templates("?q=EXPORT")).containsExactly("POST /exports");
        assertThat(templates("?host=elsewhere.example")).isEmpty();
        assertThat(templates("?data=any")).isEmpty();
        assertThat(running.get("/api/v1/endpoints?data=gossip").body()).contains("gossip", "card_number");
    }

    @Test
    void aTrendHoldsTheLastWeekAndNothingElse() throws Exception {
        JsonNode list = running.json("/api/v1/endpoints?sort=endpoint");
        for (JsonNode item : list.path("items")) {
            long calls =
                    item.path("trend").valueStream().mapToLong(JsonNode::asLong).sum();
            switch (item.path("template").asString()) {
                case "/legacy" -> assertThat(calls).isZero();
                case "/exports" -> assertThat(calls).isEqualTo(4);
                case "/health" -> assertThat(calls).isGreaterThan(7);
                default -> assertThat(calls).isBetween(6L, 7L);
            }
        }
        Instant from = Instant.parse(list.path("trend_from").asString());
        assertThat(Duration.between(from, begin.plus(Duration.ofDays(34)))).isBetween(days(6.9), days(7));
    }

    @Test
    void theNumbersAreThoseOfTheList() throws Exception {
        JsonNode counts = running.json("/api/v1/inventory");
        assertThat(counts.path("endpoints").asInt()).isEqualTo(5);
        for (String facet : List.of("posture", "state", "sensitivity", "method", "label", "host")) {
            for (JsonNode word : counts.path(facet)) {
                String filter = "?" + facet + "=" + word.path("word").asString();
                assertThat(templates(filter))
                        .as(filter)
                        .hasSize(word.path("endpoints").asInt());
            }
        }
        assertThat(counts.path("level")).isEmpty();
    }

    @Test
    void oneEndpointTellsWhatWasLearnedAndWhatStandsBesideIt() throws Exception {
        JsonNode endpoint = one("?q=orders&method=get");
        assertThat(endpoint.path("served").asInt()).isEqualTo(DAYS.size());
        assertThat(endpoint.path("anonymous").asInt()).isEqualTo(1);
        assertThat(endpoint.at("/neighbours/0/endpoint").asString()).isEqualTo("PATCH /orders/{orderId}");
        assertThat(endpoint.at("/entities/0/type").asString()).isEqualTo("order");
        assertThat(endpoint.at("/entities/0/entities").asInt()).isEqualTo(DAYS.size());
        assertThat(endpoint.at("/parameters/0/name").asString()).isEqualTo("page");
        assertThat(endpoint.path("decisions")).hasSize(2);
    }

    @Test
    void anEndpointThatStandsAloneHasNoNeighboursAndTouchesNothing() throws Exception {
        JsonNode endpoint = one("?q=legacy");
        assertThat(endpoint.path("neighbours")).isEmpty();
        assertThat(endpoint.path("entities")).isEmpty();
        assertThat(endpoint.path("data")).isEmpty();
    }

    private static boolean known(JsonNode list) {
        return list.path("items")
                .valueStream()
                .noneMatch(item -> item.path("posture").asString().equals("unknown"));
    }

    private JsonNode one(String filter) throws Exception {
        String id = running.json("/api/v1/endpoints" + filter).at("/items/0/id").asString();
        return running.json("/api/v1/endpoints/" + id);
    }

    private List<String> templates(String query) throws Exception {
        List<String> found = new ArrayList<>();
        running.json("/api/v1/endpoints" + query)
                .path("items")
                .forEach(item -> found.add(item.path("endpoint").asString()));
        return found;
    }

    private static Duration days(double days) {
        return Duration.ofSeconds((long) (days * 86_400));
    }

    private static String call(Instant at, String id, String method, String path, boolean signedIn) {
        String who = signedIn ? ",\"user.id\":\"maria\"" : "";
        return """
                {"timestamp":"%s","event.id":"%s","http.request.method":"%s","url.path":"%s","url.query":"page=1",\
                "http.response.status_code":200,"server.address":"api.shop.example","client.address":"203.0.113.7"%s}
                """.formatted(at, id, method, path, who);
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
