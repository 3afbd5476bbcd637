// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two users of one network who are refused again and again at the same time, and a third elsewhere later: three
/// alerts,
/// two of them a campaign, and people who deal with them.
@TestInstance(Lifecycle.PER_CLASS)
class TriageIT {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String ALERTS = "/api/v1/alerts";
    private static final int REFUSALS = 90;

    private volatile Instant clock = START.plus(Duration.ofHours(8));
    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        running = Running.on(data, () -> clock, settings -> settings);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < REFUSALS; i++) {
            lines.append(refused(i, "maria", "203.0.113.7", "/v1/orders"));
            lines.append(refused(i, "ben", "203.0.113.8", "/v1/orders"));
        }
        for (int i = 0; i < REFUSALS; i++) {
            lines.append(refused(4 * 3_600 + i, "carla", "198.51.100.4", "/v1/invoices"));
        }
        for (int minute = 0; minute < 90; minute++) {
            lines.append(Running.record(START.plusSeconds(4 * 3_600 + 600 + 60 * minute), "q" + minute, "/v1/me", 200)
                            .strip())
                    .append('\n');
        }
        assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
        running.eventually(ALERTS, alerts -> alerts.path("total").asInt() == 3);
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void alertsOfTwoActorsOfOneNetworkAreOneCampaignThatSaysWhy() throws Exception {
        String maria = alertOf("maria");
        JsonNode campaign = running.json(ALERTS + "/" + maria).path("campaign");
        assertThat(campaign.path("alerts").asInt()).isEqualTo(2);
        assertThat(campaign.path("actors").asInt()).isEqualTo(2);
        assertThat(campaign.path("reason").asString()).contains("many-refused", "all 2 alerts");
        assertThat(running.json(ALERTS + "/" + alertOf("carla"))
                        .path("campaign")
                        .isNull())
                .isTrue();
        assertThat(running.json(ALERTS + "?fold=campaign").path("items")).hasSize(2);
        assertThat(running.json(ALERTS + "?campaign=" + campaign.path("id").asString())
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whoDecidedWhatAndWhenIsTold() throws Exception {
        String id = alertOf("carla");
        decide(id, "{\"status\":\"investigating\",\"assignee\":\"ben\",\"note\":\"looking\"}");
        JsonNode alert = decide(id, "{\"note\":\"a script of ours\",\"status\":\"dismissed\"}");
        assertThat(alert.path("decided_by").asString()).isEqualTo("local");
        assertThat(Instant.parse(alert.path("decided_at").asString())).isEqualTo(clock);
        assertThat(alert.path("assignee").asString()).isEqualTo("ben");
        List<String> said = alert.path("history").values().stream()
                .map(event ->
                        event.path("what").asString() + " " + event.path("said").asString())
                .toList();
        assertThat(said)
                .startsWith("note a script of ours", "status dismissed", "assignee ben", "note looking")
                .contains("status investigating");
        assertThat(running.json("/api/v1/people").path("items").toString()).isEqualTo("[\"ben\",\"local\"]");
        assertThat(running.json(ALERTS + "?assignee=ben").path("total").asInt()).isEqualTo(1);
        decide(id, "{\"status\":\"open\",\"assignee\":null,\"note\":null}");
    }

    @Test
    void anotherDayTheSameIsToldAsSimilarWithItsVerdict() throws Exception {
        JsonNode similar = running.json(ALERTS + "/" + alertOf("carla") + "/similar");
        assertThat(similar.path("total").asInt()).isEqualTo(2);
        assertThat(similar.at("/items/0/because").toString()).contains("the same detection");
        assertThat(similar.at("/verdicts/open").asInt()
                        + similar.at("/verdicts/dismissed").asInt())
                .isEqualTo(2);
        JsonNode ofTheFirst = running.json(ALERTS + "/" + alertOf("ben") + "/similar");
        assertThat(ofTheFirst.path("items").toString()).doesNotContain("carla");
    }

    @Test
    void whatWouldHaveBeenNormalIsASentenceWithTheLimit() throws Exception {
        JsonNode sentences = running.json(ALERTS + "/" + alertOf("carla")).path("would_be_normal");
        assertThat(sentences.toString()).contains("Fewer than 60 calls that match many-refused within an hour.");
    }

    @Test
    void aSnoozedAlertComesBackByItself() throws Exception {
        String id = alertOf("carla");
        Instant now = clock;
        decide(id, "{\"snoozed_until\":\"%s\"}".formatted(now.plusSeconds(600)));
        assertThat(running.json(ALERTS).path("snoozed").asInt()).isEqualTo(1);
        assertThat(running.json(ALERTS).path("total").asInt()).isEqualTo(2);
        assertThat(running.json(ALERTS + "?show=snoozed").at("/items/0/id").asString())
                .isEqualTo(id);
        clock = now.plusSeconds(601);
        assertThat(running.json(ALERTS).path("total").asInt()).isEqualTo(3);
        assertThat(running.json(ALERTS + "/" + id).path("place").asString()).isEqualTo("today");
        decide(id, "{\"snoozed_until\":null}");
    }

    @Test
    void aSuppressionHidesCountsAndSaysWhy() throws Exception {
        String preview = "/api/v1/suppressions/preview?networks=203.0.113.0/24&scenarios=many-refused";
        assertThat(running.json(preview).path("alerts").asInt()).isEqualTo(2);
        JsonNode made = suppress("{\"networks\":[\"203.0.113.0/24\"],\"scenarios\":[\"many-refused\"]}");
        assertThat(made.path("alerts").asInt()).isEqualTo(2);
        assertThat(running.json(ALERTS).path("suppressed").asInt()).isEqualTo(2);
        assertThat(running.json(ALERTS).path("total").asInt()).isEqualTo(1);
        JsonNode hidden = running.json(ALERTS + "/" + alertOf("maria"));
        assertThat(hidden.at("/suppressed_by/reason").asString()).isEqualTo("our scanner");
        assertThat(running.json("/api/v1/home").at("/alerts/suppressed").asInt())
                .isEqualTo(2);

        assertThat(remove(made, "stays").path("live").asBoolean()).isFalse();
        assertThat(running.json(ALERTS).path("suppressed").asInt())
                .as("what was raised while it held stays hidden")
                .isEqualTo(2);
        remove(made, "returns");
        assertThat(running.json(ALERTS).path("suppressed").asInt()).isZero();
        assertThat(running.json("/api/v1/suppressions").path("items")).isEmpty();
    }

    @Test
    void aSuppressionThatEndedBeforeAnAlertWasRaisedDoesNotHideIt() throws Exception {
        Instant now = clock;
        clock = START.minusSeconds(60);
        JsonNode made = suppress("{\"actors\":[\"%s\"]}".formatted(actorOf("carla")));
        clock = now;
        assertThat(made.path("alerts").asInt()).isZero();
        assertThat(running.json(ALERTS).path("suppressed").asInt()).isZero();
        remove(made, "returns");
    }

    @Test
    void aSuppressionHidesNothingThatItDoesNotNameAsAWhole() throws Exception {
        String endpoint = running.json(ALERTS + "/" + alertOf("maria"))
                .at("/involved/endpoints/0")
                .asString();
        assertThat(previewOf("endpoints=" + encoded(endpoint)).path("alerts").asInt())
                .isPositive();
        assertThat(previewOf("endpoints=" + encoded("GET /elsewhere"))
                        .path("alerts")
                        .asInt())
                .isZero();
        assertThat(previewOf("scenarios=id-walk").path("alerts").asInt()).isZero();
        assertThat(previewOf("networks=203.0.113.7").path("alerts").asInt()).isEqualTo(1);
        assertThat(previewOf("entity_types=order").path("alerts").asInt()).isZero();
    }

    @Test
    void theBudgetIsALineThatDecidingDoesNotMoveAndACampaignIsOne() throws Exception {
        assertThat(running.say("PUT", "/api/v1/budget", "{\"alerts_a_day\":1}").statusCode())
                .isEqualTo(200);
        JsonNode below = running.json(ALERTS + "?place=below");
        JsonNode today = running.json(ALERTS + "?place=today");
        assertThat(today.path("total").asInt() + below.path("total").asInt()).isEqualTo(3);
        assertThat(below.path("total").asInt()).isBetween(1, 2);
        String first = today.at("/items/0/id").asString();
        decide(first, "{\"status\":\"dismissed\"}");
        assertThat(running.json(ALERTS + "?place=below").path("total")).isEqualTo(below.path("total"));
        JsonNode home = running.json("/api/v1/home").path("alerts");
        assertThat(home.path("today").size() + home.path("done").asInt()).isEqualTo(1);
        decide(first, "{\"status\":\"open\"}");
        running.say("PUT", "/api/v1/budget", "{\"alerts_a_day\":5}");
    }

    @Test
    void severalAreDecidedAtOnceOrNone() throws Exception {
        String both = "[\"%s\",\"%s\"]".formatted(alertOf("maria"), alertOf("ben"));
        assertThat(running.patch(ALERTS, "{\"alerts\":%s,\"status\":\"confirmed\"}".formatted(both))
                        .statusCode())
                .isEqualTo(200);
        assertThat(running.json(ALERTS + "?status=confirmed").path("total").asInt())
                .isEqualTo(2);
        String one = "[\"%s\",\"a-nothing\"]".formatted(alertOf("maria"));
        assertThat(running.patch(ALERTS, "{\"alerts\":%s,\"status\":\"open\"}".formatted(one))
                        .statusCode())
                .isEqualTo(404);
        assertThat(running.json(ALERTS + "?status=confirmed").path("total").asInt())
                .isEqualTo(2);
        running.patch(ALERTS, "{\"alerts\":%s,\"status\":\"open\"}".formatted(both));
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        String alert = ALERTS + "/" + alertOf("maria");
        for (String body : List.of(
                "{}",
                "no json",
                "{\"status\":\"closed\"}",
                "{\"assignee\":7}",
                "{\"snoozed_until\":\"tomorrow\"}",
                "{\"snoozed_until\":\"2026-03-01T00:00:00Z\"}",
                "{\"snoozed_until\":\"2030-03-01T00:00:00Z\"}")) {
            assertThat(running.patch(alert, body).statusCode()).as(body).isEqualTo(400);
        }
        String until = clock.plus(Duration.ofDays(30)).toString();
        for (String body : List.of(
                "{\"scope\":{},\"reason\":\"x\",\"until\":\"%s\"}",
                "{\"scope\":{\"actors\":[\"a\"]},\"until\":\"%s\"}",
                "{\"scope\":{\"actors\":[\"a\"]},\"reason\":\"x\"}",
                "{\"scope\":{\"actors\":[\"a\"]},\"reason\":\"x\",\"until\":\"2030-01-01T00:00:00Z\"}",
                "{\"scope\":{\"networks\":[\"a\"]},\"reason\":\"x\",\"until\":\"%s\"}",
                "{\"scope\":{\"actors\":\"a\"},\"reason\":\"x\",\"until\":\"%s\"}",
                "{\"scope\":{\"actor\":[\"a\"]},\"reason\":\"x\",\"until\":\"%s\"}")) {
            HttpResponse<String> answer = running.say("POST", "/api/v1/suppressions", body.replace("%s", until));
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
        }
        assertThat(running.say("PUT", "/api/v1/budget", "{\"alerts_a_day\":0}").statusCode())
                .isEqualTo(400);
        assertThat(running.json("/api/v1/suppressions").path("items")).isEmpty();
    }

    @Test
    void homeTellsTheDayTheHistoryAndTheHours() throws Exception {
        JsonNode home = running.eventually(
                "/api/v1/home", answer -> !answer.at("/learning/as_of").isNull());
        assertThat(home.path("timeline")).isNotEmpty();
        assertThat(home.path("marks")).hasSize(2);
        assertThat(home.at("/learning/days").asDouble()).isBetween(0.1, 1.0);
        assertThat(home.at("/learning/items/0/days_left").asDouble()).isPositive();
        assertThat(home.at("/coverage/calls").asInt()).isPositive();
    }

    private JsonNode decide(String id, String body) throws Exception {
        HttpResponse<String> answer = running.patch(ALERTS + "/" + id, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private JsonNode suppress(String scope) throws Exception {
        HttpResponse<String> answer = running.say(
                "POST",
                "/api/v1/suppressions",
                "{\"scope\":%s,\"reason\":\"our scanner\",\"until\":\"%s\"}"
                        .formatted(scope, clock.plus(Duration.ofMinutes(1))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private JsonNode remove(JsonNode suppression, String hidden) throws Exception {
        HttpResponse<String> answer =
                running.delete("/api/v1/suppressions/" + suppression.path("id").asString() + "?hidden=" + hidden);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Running.JSON.readTree(answer.body());
    }

    private JsonNode previewOf(String scope) throws Exception {
        return running.json("/api/v1/suppressions/preview?" + scope);
    }

    private String alertOf(String user) throws Exception {
        return of(user).path("id").asString();
    }

    private String actorOf(String user) throws Exception {
        return of(user).at("/actor/id").asString();
    }

    private JsonNode of(String user) throws Exception {
        return running.json(ALERTS + "?show=all&q=" + user).at("/items/0");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String refused(int second, String user, String address, String path) {
        Instant at = START.plusSeconds(second);
        return Running.record(at, user + second, path, 403)
                        .replace("\"maria\"", "\"" + user + "\"")
                        .replace("203.0.113.7", address)
                        .strip()
                + "\n";
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
