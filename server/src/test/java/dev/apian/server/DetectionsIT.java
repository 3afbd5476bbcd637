// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From noise over a back-test to other settings that hold.
class DetectionsIT {

    private static final String REFUSED = "/api/v1/scenarios/many-refused";

    /// So many refused calls within minutes are a signal as the detection comes, whose limit is 60.
    private static final int LOUD = 70;

    private static final int QUIET = 40;

    /// Event time goes on with so many calls, since fewer may have a wrong clock.
    private static final int NEXT = 20;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @TempDir
    private Path data;

    @Test
    void aBackTestTellsWhatOtherSettingsWouldHaveRaised() throws Exception {
        try (Running running = Running.on(data)) {
            refuse(running, now.minus(Duration.ofDays(5)), "loud", LOUD);
            refuse(running, now.minus(Duration.ofDays(2)), "quiet", QUIET);
            refuse(running, now.minus(Duration.ofHours(1)), "end", NEXT);
            JsonNode scenario = running.eventually(
                    REFUSED, one -> one.at("/scenario/noise/signals").asInt() == 1);
            assertThat(scenario.at("/scenario/noise/days").size()).isEqualTo(30);
            assertThat(scenario.at("/replay/exact").asBoolean()).isTrue();
            assertThat(scenario.at("/settings/1/name").asString()).isEqualTo("limit");
            running.eventually(
                    "/api/v1/calls?limit=200", calls -> calls.path("items").size() >= LOUD + QUIET);

            JsonNode looser = backTest(running, "{\"on\":true,\"limits\":{\"limit\":\"30\"}}");
            assertThat(looser.at("/result/present/signals").asInt()).isEqualTo(1);
            assertThat(looser.at("/result/proposed/signals").asInt()).isEqualTo(2);
            assertThat(looser.at("/result/sentence").asString()).contains("would have raised 2 alerts", "raise 1.");
            assertThat(looser.at("/result/examples/0/change").asString()).isEqualTo("gained");
            assertThat(looser.at("/result/left_out").toString()).contains("Calls are stored since");

            JsonNode off = backTest(running, "{\"on\":false,\"limits\":{}}");
            assertThat(off.at("/result/proposed/signals").asInt()).isZero();
            assertThat(off.at("/result/examples/0/change").asString()).isEqualTo("lost");

            HttpResponse<String> saved = running.say(
                    "PUT",
                    REFUSED + "/settings",
                    "{\"on\":false,\"limits\":{},\"reason\":\"a broken client\",\"back_test\":\""
                            + off.path("id").asString() + "\"}");
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
            JsonNode change = Running.JSON.readTree(saved.body()).at("/history/0");
            assertThat(change.path("by").asString()).isEqualTo("local");
            assertThat(change.path("reason").asString()).isEqualTo("a broken client");
            assertThat(change.path("back_test").asString()).contains("would have raised 0 alerts");
        }
    }

    @Test
    void otherSettingsHoldFromTheNextMinuteOnAndAfterARestart() throws Exception {
        try (Running running = Running.on(data)) {
            refuse(running, now.minus(Duration.ofDays(5)), "before", QUIET);
            refuse(running, now.minus(Duration.ofDays(4)), "pause", NEXT);
            running.eventually("/api/v1/overview", seen -> seen.path("calls").asInt() >= QUIET);
            assertThat(set(running, "30")).isEqualTo(200);
            refuse(running, now.minus(Duration.ofDays(3)), "after", QUIET);
            refuse(running, now.minus(Duration.ofDays(2)), "later", NEXT);
            JsonNode raised = running.eventually(
                    REFUSED, one -> one.at("/scenario/noise/signals").asInt() == 1);
            assertThat(raised.at("/scenario/changed").asBoolean()).isTrue();
        }
        try (Running again = Running.on(data)) {
            assertThat(again.json(REFUSED).at("/settings/1/value").asString()).isEqualTo("30");
            refuse(again, now.minus(Duration.ofDays(1)), "restarted", QUIET);
            refuse(again, now.minus(Duration.ofHours(1)), "end", NEXT);
            again.eventually(REFUSED, one -> one.at("/scenario/noise/signals").asInt() == 2);
        }
    }

    @Test
    void allThatIsWrongWithSettingsIsToldAtOnceAndNothingIsKept() throws Exception {
        try (Running running = Running.on(data)) {
            HttpResponse<String> refused = running.say(
                    "PUT",
                    "/api/v1/scenarios/id-walk/settings",
                    "{\"on\":true,\"limits\":{\"steps\":0,\"window\":\"1 week\"},\"reason\":\"x\"}");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Running.JSON.readTree(refused.body()).path("problems").size())
                    .isEqualTo(2);
            assertThat(refused.body()).contains("steps=0", "from 3 to 10000", "window=1 week", "from 1m to 1d");
            assertThat(running.json("/api/v1/scenarios/id-walk").path("history").size())
                    .isZero();
            assertThat(running.say("PUT", REFUSED + "/settings", "{\"on\":true,\"limits\":{},\"reason\":\" \"}")
                            .body())
                    .contains("reason");
        }
    }

    @Test
    void whatCannotBeBackTestedSaysSo() throws Exception {
        try (Running running = Running.on(data)) {
            String nothing = "{\"on\":true,\"limits\":{}}";
            assertThat(running.say("POST", REFUSED + "/back-test", nothing).body())
                    .contains("no calls");
            HttpResponse<String> answer =
                    running.say("POST", "/api/v1/scenarios/credential-stuffing/back-test", nothing);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("username that was tried is not kept");
            assertThat(running.get("/api/v1/back-tests/none").statusCode()).isEqualTo(404);
        }
    }

    private static JsonNode backTest(Running running, String asked) throws Exception {
        HttpResponse<String> begun = running.say("POST", REFUSED + "/back-test", asked);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        String id = Running.JSON.readTree(begun.body()).path("id").asString();
        JsonNode ended = running.eventually(
                "/api/v1/back-tests/" + id,
                test -> !test.path("status").asString().equals("running"));
        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("done");
        return ended;
    }

    private static int set(Running running, String limit) throws Exception {
        String body = "{\"on\":true,\"limits\":{\"limit\":\"%s\"},\"reason\":\"too quiet\"}".formatted(limit);
        return running.say("PUT", REFUSED + "/settings", body).statusCode();
    }

    /// One call a second.
    private static void refuse(Running running, Instant from, String ids, int calls) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < calls; i++) {
            lines.append(Running.record(from.plusSeconds(i), ids + i, "/v1/orders", 403));
        }
        assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
    }
}
