// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.Keeping;
import dev.apian.lake.Holds;
import dev.apian.lake.Retention;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How much is kept, said while the server runs.
class RetentionIT {

    private static final String RETENTION = "/api/v1/retention";
    private static final int DAYS = 5;
    private static final int CALLS_A_DAY = 30;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

    @TempDir
    private Path data;

    @Test
    void whatWouldGoIsToldBeforeItGoesAndIsGoneAfterwards() throws Exception {
        try (Running running = on(Keeping.DEFAULT)) {
            fill(running);
            JsonNode before = running.json(RETENTION);
            assertThat(before.path("from").asString()).isEqualTo("command");
            assertThat(before.path("keep_days").isNull()).isTrue();
            assertThat(before.path("would_delete").isNull()).isTrue();
            assertThat(before.at("/disk/free_bytes").asLong()).isPositive();

            JsonNode proposed = running.json(RETENTION + "?keep_days=3");
            assertThat(proposed.at("/would_delete/days").asInt()).isEqualTo(DAYS - 3);
            assertThat(proposed.at("/would_delete/calls").asInt()).isEqualTo((DAYS - 3) * CALLS_A_DAY);
            assertThat(running.json(RETENTION + "?keep_days=" + DAYS)
                            .at("/would_delete/calls")
                            .asInt())
                    .isZero();
            assertThat(running.json(RETENTION).at("/lake/calls").asInt())
                    .as("asking deletes nothing")
                    .isEqualTo(before.at("/lake/calls").asInt());

            assertThat(set(running, "{\"keep_days\":3,\"keep_bytes\":null}")).isEqualTo(200);
            JsonNode after = running.eventually(
                    RETENTION, one -> one.at("/lake/deleted_calls").asInt() == (DAYS - 3) * CALLS_A_DAY);
            assertThat(after.path("from").asString()).isEqualTo("setting");
            assertThat(after.path("keep_days").asInt()).isEqualTo(3);
            running.eventually(
                    "/api/v1/calls?limit=1000", calls -> calls.path("items").size() == 3 * CALLS_A_DAY);
        }
    }

    @Test
    void whatWasSaidWinsOverTheCommandLineFromTheStartOn() throws Exception {
        try (Running running = on(Keeping.DEFAULT)) {
            fill(running);
            assertThat(set(running, "{\"keep_days\":90,\"keep_bytes\":null}")).isEqualTo(200);
        }
        try (Running running = on(Keeping.DEFAULT.withRetention(new Retention(1, null)))) {
            JsonNode kept = running.json(RETENTION);
            assertThat(kept.path("keep_days").asInt()).isEqualTo(90);
            assertThat(kept.at("/command/keep_days").asInt()).isEqualTo(1);
            running.server.ingest().engine().checkpointSoon();
            assertThat(running.json(RETENTION).at("/lake/deleted_calls").asInt())
                    .isZero();

            JsonNode reset = Running.JSON.readTree(running.delete(RETENTION).body());
            assertThat(reset.path("from").asString()).isEqualTo("command");
            assertThat(reset.path("keep_days").asInt()).isEqualTo(1);
            running.eventually(RETENTION, one -> one.at("/lake/deleted_calls").asInt() == (DAYS - 1) * CALLS_A_DAY);
        }
    }

    @Test
    void daysThatAreHeldDoNotGo() throws Exception {
        try (Running running = on(Keeping.DEFAULT)) {
            fill(running);
            LocalDate oldest = LocalDate.ofInstant(day(DAYS - 1), ZoneOffset.UTC);
            Holds.add(data, null, oldest, oldest, "case 4711", now);
            assertThat(running.json(RETENTION + "?keep_days=1")
                            .at("/would_delete/days")
                            .asInt())
                    .isEqualTo(DAYS - 2);
        }
    }

    @Test
    void whatIsNoNumberIsToldSo() throws Exception {
        try (Running running = on(Keeping.DEFAULT)) {
            HttpResponse<String> none = running.say("PUT", RETENTION, "{\"keep_days\":0}");
            assertThat(none.statusCode()).isEqualTo(400);
            assertThat(none.body()).contains("keep_days is '0'", "36525");
            assertThat(running.get(RETENTION + "?keep_bytes=200GB").body()).contains("keep_bytes is '200GB'");
            assertThat(running.json(RETENTION).path("from").asString()).isEqualTo("command");
        }
    }

    private Running on(Keeping keeping) throws Exception {
        return Running.on(
                data,
                InstantSource.system(),
                settings -> settings.withLive(settings.live().withKeeping(keeping)));
    }

    private static int set(Running running, String body) throws Exception {
        return running.say("PUT", RETENTION, body).statusCode();
    }

    /// The same time of day, so that each is a day of its own.
    private Instant day(int ago) {
        return now.minus(Duration.ofDays(ago)).minus(Duration.ofMinutes(1));
    }

    /// Some calls on each of the last days, so far that a checkpoint covers them.
    private void fill(Running running) throws Exception {
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < CALLS_A_DAY; i++) {
                lines.append(
                        Running.record(day(ago).plusMillis(i), "c-%d-%d".formatted(ago, i), "/v1/orders/" + i, 200));
            }
            assertThat(running.push(lines.toString()).statusCode()).isEqualTo(200);
        }
        running.eventually(RETENTION, one -> {
            running.server.ingest().engine().checkpointSoon();
            return one.at("/lake/calls").asInt() >= DAYS * CALLS_A_DAY
                    && one.at("/lake/days").asInt() == DAYS;
        });
    }
}
