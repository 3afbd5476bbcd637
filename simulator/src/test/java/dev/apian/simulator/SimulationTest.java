// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WorldSettings SMALL = new WorldSettings(
            Trade.SHOP,
            4,
            60,
            7,
            WorldSettings.DEFAULT_START,
            AttackOrder.oneOfEach(),
            Duration.ofDays(2),
            Optional.empty());

    private static final List<String> LINES = lines(SMALL);
    private static final Replay WORLD = Replay.of(SMALL);

    @Test
    void theSameSettingsGiveTheSameBytes() {
        assertThat(lines(SMALL)).isEqualTo(LINES);
    }

    @Test
    void theSameSettingsGiveTheSameTruth() {
        assertThat(Replay.of(SMALL).attacks()).isEqualTo(WORLD.attacks()).isNotEmpty();
    }

    @Test
    void anotherSeedGivesAnotherWorld() {
        WorldSettings other = new WorldSettings(
                Trade.SHOP,
                4,
                60,
                8,
                WorldSettings.DEFAULT_START,
                AttackOrder.oneOfEach(),
                Duration.ofDays(2),
                Optional.empty());

        assertThat(lines(other)).isNotEqualTo(LINES);
    }

    @Test
    void callsComeInTheOrderOfTimeAndWithinTheWorld() {
        List<Instant> times = new ArrayList<>();
        new Simulation(SMALL).forEachRemaining(call -> times.add(call.at()));

        assertThat(times).isSorted().hasSizeGreaterThan(5_000);
        assertThat(times.getFirst()).isAfterOrEqualTo(SMALL.start());
        assertThat(times.getLast()).isBefore(SMALL.end()).isAfter(SMALL.end().minus(Duration.ofMinutes(5)));
    }

    @Test
    void everyLineIsJsonWithTheRequiredFields() {
        Set<String> ids = new HashSet<>();
        for (String line : LINES) {
            JsonNode call = JSON.readTree(line);
            assertThat(Instant.parse(call.path("timestamp").asString())).isBetween(SMALL.start(), SMALL.end());
            assertThat(call.path("http.request.method").asString()).isIn("GET", "POST", "PUT", "PATCH");
            assertThat(call.path("url.path").asString()).startsWith("/").doesNotContain("?", " ");
            assertThat(call.path("http.response.status_code").asInt()).isBetween(200, 503);
            assertThat(call.path("client.address").asString()).matches("[0-9.]{7,15}|[0-9a-f:]{15,39}");
            assertThat(call.path("client.geo.country_iso_code").asString()).matches("[A-Z]{2}");
            assertThat(call.path("client.geo.location.lat").asDouble()).isBetween(-90.0, 90.0);
            assertThat(call.path("client.as.number").asInt()).isPositive();
            assertThat(call.path("http.server.request.duration").asDouble()).isBetween(0.0001, 120.0);
            assertThat(ids.add(call.path("event.id").asString())).as("a new id").isTrue();
        }
    }

    @Test
    void bodiesAreWhatTheirSizesSay() {
        for (String line : LINES) {
            JsonNode call = JSON.readTree(line);
            String answer = call.path("http.response.body.content").asString("");
            assertThat(answer.isEmpty()
                            || answer.length()
                                    == call.path("http.response.body.size").asInt())
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void aCallTellsTheSameAsItsLine() {
        SimulatedCall call = new Simulation(SMALL).next();
        StringBuilder line = new StringBuilder();
        call.appendTo(line);

        JsonNode read = JSON.readTree(line.toString());
        assertThat(read.path("event.id").asString()).isEqualTo(call.id());
        assertThat(read.path("url.path").asString()).isEqualTo(call.path());
        assertThat(read.path("http.request.method").asString()).isEqualTo(call.method());
        assertThat(read.path("http.response.status_code").asInt()).isEqualTo(call.status());
        assertThat(Instant.parse(read.path("timestamp").asString())).isEqualTo(call.at());
        assertThat(line).endsWith("}\n");
    }

    @Test
    void beforeTheFirstAttackTheWorldIsTheSameAsInPeace() {
        List<String> peaceful = lines(SMALL.withoutAttacks());
        int first = firstDifference(LINES, peaceful);

        Instant firstAttack = WORLD.attacks().stream()
                .map(Attack::firstSeen)
                .min(Instant::compareTo)
                .orElseThrow();
        assertThat(Instant.parse(
                        JSON.readTree(LINES.get(first)).path("timestamp").asString()))
                .isBetween(firstAttack.minusSeconds(10), firstAttack);
    }

    @Test
    void smallWorldsOfAnySeedRunToTheirEnd() {
        for (long seed = 1; seed <= 12; seed++) {
            for (Trade trade : Trade.known()) {
                Simulation simulation =
                        new Simulation(WorldSettings.of(9, 40, seed).in(trade));
                long calls = 0;
                while (simulation.hasNext()) {
                    simulation.next();
                    calls++;
                }
                assertThat(calls).as("%s, seed %d", trade, seed).isGreaterThan(10_000);
                assertThat(simulation.attacks()).hasSizeGreaterThan(AttackKind.values().length / 2);
            }
        }
    }

    @Test
    void inPeaceNothingBadHappens() {
        Replay peaceful = Replay.of(SMALL.withoutAttacks());

        assertThat(peaceful.attacks()).isEmpty();
        long wrongPasswords = peaceful.calls().stream()
                .filter(call -> call.text("url.path").equals("/v1/auth/login") && call.status() == 401)
                .count();
        assertThat(wrongPasswords).isLessThan(60);
        assertThat(peaceful.calls())
                .noneMatch(call -> call.text("client.geo.country_iso_code").matches("VN|NG|ID"));
    }

    private static int firstDifference(List<String> some, List<String> others) {
        int i = 0;
        while (some.get(i).equals(others.get(i))) {
            i++;
        }
        return i;
    }

    private static List<String> lines(WorldSettings settings) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        new Simulation(settings).forEachRemaining(call -> {
            line.setLength(0);
            call.appendTo(line);
            lines.add(line.toString());
        });
        return lines;
    }
}
