// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Three weeks in which alice reads four orders an hour and her colleagues one or two each; in her last hour she reads
/// 300. The engine has seen none of it.
@TestInstance(Lifecycle.PER_CLASS)
class BaselineIT {

    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
    private static final int HOURS = 21 * 24;
    private static final long HOUR = 3_600;
    private static final String ALICE = "/api/v1/actors/alice/baseline";
    private static final String ORDERS = "GET /v1/orders";

    private Running running = unset();

    @BeforeAll
    void fill(@TempDir Path data) throws Exception {
        try (CallLake lake = CallLake.open(data)) {
            for (int hour = 0; hour < HOURS; hour++) {
                for (int i = 0; i < (hour == HOURS - 1 ? 300 : 4); i++) {
                    lake.append(call(hour * HOUR + 10L * i, "alice", ORDERS, false));
                }
                lake.append(call(hour * HOUR + 60, "bob", ORDERS, false));
                lake.append(call(hour * HOUR + 70, "carol", ORDERS, false));
                lake.append(call(hour * HOUR + 80, "carol", ORDERS, false));
                lake.append(call(hour * HOUR + 90, "alice", "GET /v1/invoices", false));
            }
            lake.append(call((HOURS - 2) * HOUR, "alice", ORDERS, true));
            lake.flush();
            lake.checkpointed();
        }
        running = Running.on(data);
    }

    @AfterAll
    void stop() throws IOException {
        running.close();
    }

    @Test
    void aWeekOfHoursUpToTheLastCallIsShownUnlessAskedOtherwise() throws Exception {
        JsonNode answer = running.json(ALICE + "?endpoint=" + orders());
        assertThat(answer.path("windows")).hasSize(168);
        assertThat(answer.path("level").asString()).isEqualTo("own");
        assertThat(answer.at("/peers/by").asString()).isEqualTo("all");
        assertThat(answer.at("/windows/167/time").asString()).isEqualTo("2026-11-22T23:00:00Z");
    }

    @Test
    void theBurstIsBeyondAndWhatWasAlwaysSoIsNot() throws Exception {
        JsonNode windows = running.json(ALICE + "?endpoint=" + orders()).path("windows");
        assertThat(windows.at("/167/calls").asInt()).isEqualTo(300);
        assertThat(windows.at("/167/beyond").asBoolean()).isTrue();
        assertThat(windows.at("/167/usual_upper").asInt()).isBetween(5, 60);
        for (int i = 0; i < 167; i++) {
            assertThat(windows.get(i).path("calls").asInt()).isEqualTo(4);
            assertThat(windows.get(i).path("beyond").asBoolean()).isFalse();
            assertThat(windows.get(i).path("expected").asDouble()).isBetween(3.5, 4.5);
        }
    }

    @Test
    void whatOthersDidStandsBehind() throws Exception {
        JsonNode window = running.json(ALICE + "?endpoint=" + orders()).at("/windows/3");
        assertThat(window.path("peers").asInt()).isEqualTo(2);
        assertThat(window.path("peers_median").asDouble()).isEqualTo(1.5);
        assertThat(window.path("peers_upper").asDouble()).isBetween(1.9, 2.0);
    }

    @Test
    void allCallsAreCountedWithoutAnEndpoint() throws Exception {
        assertThat(running.json(ALICE).at("/windows/3/calls").asInt()).isEqualTo(5);
    }

    @Test
    void otherScalesAndTimesCanBeAsked() throws Exception {
        assertThat(running.json(ALICE + "?scale=day").path("windows")).hasSize(56);
        JsonNode ten = running.json(ALICE + "?scale=ten-minutes&from=2026-11-10T08:05:00Z&to=2026-11-10T09:01:00Z")
                .path("windows");
        assertThat(ten).hasSize(7);
        assertThat(ten.at("/0/time").asString()).isEqualTo("2026-11-10T08:00:00Z");
        assertThat(ten.at("/1/calls").asInt()).isZero();
    }

    @Test
    void whatCannotBeShownIsAProblemThatSaysSo() throws Exception {
        assertThat(running.get(ALICE + "?scale=week").body()).contains("week", "ten-minutes");
        assertThat(running.get(ALICE + "?scale=ten-minutes&from=2026-11-02T00:00:00Z")
                        .body())
                .contains("at most 1008");
        assertThat(running.get(ALICE + "?from=2026-12-01T00:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(running.get(ALICE + "?endpoint=R0VU").statusCode()).isEqualTo(404);
        assertThat(running.get("/api/v1/actors/nobody/baseline").statusCode()).isEqualTo(404);
    }

    private String orders() throws Exception {
        for (JsonNode endpoint : running.json("/api/v1/endpoints").path("items")) {
            if (endpoint.path("endpoint").asString().equals(ORDERS)) {
                return endpoint.path("id").asString();
            }
        }
        throw new AssertionError("no " + ORDERS);
    }

    private static CallRow call(long seconds, String actor, String endpoint, boolean late) {
        Instant at = START.plusSeconds(seconds);
        return new CallRow(
                at.toEpochMilli() * 1_000,
                "%s-%s-%s".formatted(actor, at, endpoint),
                "api.shop.example",
                "GET",
                endpoint.substring(4),
                endpoint,
                "0000000000001",
                200,
                actor,
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
                late);
    }

    @SuppressWarnings("NullAway") // set before every test
    private static Running unset() {
        return null;
    }
}
