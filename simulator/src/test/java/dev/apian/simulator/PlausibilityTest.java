// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.simulator.Replay.Seen;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Whether the benign world looks like one.
class PlausibilityTest {

    private static final int FIRST_CUSTOMER = 20_001;
    private static final Replay WORLD = Replay.of(WorldSettings.of(9, 90, 5).withoutAttacks());
    private static final List<Seen> CUSTOMERS = WORLD.calls().stream()
            .filter(call -> call.actor().matches("\\d+") && Integer.parseInt(call.actor()) >= FIRST_CUSTOMER)
            .toList();

    @Test
    void fewAccessesOfCustomersAreToThingsNeverShownToThem() {
        Map<String, Set<String>> known = new HashMap<>();
        int accesses = 0;
        int unexplained = 0;
        for (Seen call : CUSTOMERS) {
            Set<String> mine = known.computeIfAbsent(call.actor(), _ -> new HashSet<>());
            if (call.named().isPresent() && call.succeeded()) {
                accesses++;
                unexplained += mine.add(call.named().get()) ? 1 : 0;
            }
            mine.addAll(call.shown());
        }
        assertThat(accesses).isGreaterThan(3_000);
        assertThat(unexplained / (double) accesses).isBetween(0.03, 0.15);
    }

    @Test
    void aCustomerMakesDozensOfCallsOnAnActiveDayAndSomeFarMore() {
        Map<String, Long> days = CUSTOMERS.stream()
                .collect(Collectors.groupingBy(
                        call -> call.actor() + " " + call.at().truncatedTo(ChronoUnit.DAYS), Collectors.counting()));
        double mean =
                days.values().stream().mapToLong(Long::longValue).average().orElse(0);
        List<Long> sorted = days.values().stream().sorted().toList();

        assertThat(mean).isBetween(15.0, 90.0);
        assertThat((double) sorted.getLast()).isGreaterThan(4 * mean);
        assertThat((double) sorted.get(sorted.size() / 2)).isLessThan(mean);
    }

    @Test
    void thereAreDozensOfEndpoints() {
        Set<String> endpoints = WORLD.calls().stream()
                .filter(Seen::succeeded)
                .map(call -> call.endpoint()
                        .replaceAll("(products|stock|settings)/[^/]+", "$1/{slug}")
                        .replaceAll("/[0-9a-f-]{36}|/SHP-[^/]+", "/{id}"))
                .collect(Collectors.toSet());

        assertThat(endpoints).hasSizeBetween(40, 70);
        assertThat(endpoints).contains("POST /v1/auth/refresh", "POST /v1/auth/token", "GET /v1/orders/{id}/timeline");
    }

    @Test
    void everyBearerTokenCanBeTracedToItsHolder() {
        assertThat(WORLD.calls().stream().filter(call -> call.call().has("http.request.header.authorization")))
                .isNotEmpty()
                .noneMatch(call -> call.actor().equals(call.text("client.address")));
    }

    @Test
    void theGatewayTellsTheUserOnPartOfTheTrafficOnly() {
        long told = WORLD.calls().stream()
                .filter(call -> call.call().has("user.id"))
                .count();

        assertThat(told / (double) WORLD.calls().size()).isBetween(0.02, 0.4);
        assertThat(CUSTOMERS.stream().filter(call -> call.call().has("user.id")))
                .isNotEmpty()
                .allMatch(call -> call.text("client.id").equals("kestrel-portal"));
    }

    @Test
    void peopleChangeNetworksWithinADayAndManySharesOne() {
        Map<String, Set<String>> addresses = new HashMap<>();
        Map<String, Set<String>> users = new HashMap<>();
        for (Seen call : CUSTOMERS) {
            addresses.computeIfAbsent(call.actor(), _ -> new HashSet<>()).add(call.text("client.address"));
            users.computeIfAbsent(call.text("client.address"), _ -> new HashSet<>())
                    .add(call.actor());
        }
        assertThat(addresses.values().stream().filter(set -> set.size() > 3).count())
                .isGreaterThan(addresses.size() / 3);
        assertThat(users.values()).anyMatch(set -> set.size() >= 4);
    }

    @Test
    void nightsAndWeekendsAreQuieterForThoseWhoWork() {
        Map<Integer, Long> hours = WORLD.calls().stream()
                .filter(call -> call.call().has("user.id"))
                .collect(Collectors.groupingBy(
                        call -> call.at().atZone(ZoneOffset.UTC).getHour(), Collectors.counting()));

        assertThat(hours.getOrDefault(2, 0L)).isZero();
        assertThat(hours.getOrDefault(9, 0L)).isGreaterThan(100);
    }

    @Test
    void errorsHappenWithoutAnybodyBeingBad() {
        Set<Integer> codes = WORLD.calls().stream().map(Seen::status).collect(Collectors.toSet());

        assertThat(codes).contains(200, 201, 401, 403, 404, 409, 503);
        double failed =
                WORLD.calls().stream().filter(call -> call.status() >= 400).count()
                        / (double) WORLD.calls().size();
        assertThat(failed).isBetween(0.003, 0.04);
    }
}
