// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every business has to be, whatever it is about.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BusinessContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> REQUIRED = List.of(
            "timestamp",
            "event.id",
            "server.address",
            "http.request.method",
            "url.path",
            "http.response.status_code",
            "client.address",
            "user_agent.original",
            "http.server.request.duration");

    final WorldSettings settings;
    final List<SimulatedCall> calls = new ArrayList<>();
    private final List<JsonNode> records = new ArrayList<>();
    private List<Attack> attacks = List.of();

    BusinessContract(Trade trade) {
        settings = WorldSettings.of(12, 90, 3).in(trade);
    }

    @BeforeAll
    void run() {
        Simulation simulation = new Simulation(settings);
        StringBuilder line = new StringBuilder();
        while (simulation.hasNext()) {
            SimulatedCall call = simulation.next();
            line.setLength(0);
            call.appendTo(line);
            calls.add(call);
            records.add(JSON.readTree(line.toString()));
        }
        attacks = simulation.attacks();
    }

    @Test
    void everyLineIsARecordWithWhatRecordsNeed() {
        assertThat(records)
                .hasSizeGreaterThan(20_000)
                .allMatch(record -> REQUIRED.stream().allMatch(record::has));
    }

    @Test
    void equalSettingsGiveEqualBytes() {
        Simulation again = new Simulation(settings);
        StringBuilder line = new StringBuilder();
        for (SimulatedCall call : calls) {
            line.setLength(0);
            again.next().appendTo(line);
            int begins = line.length();
            call.appendTo(line);
            assertThat(line.substring(begins)).isEqualTo(line.substring(0, begins));
        }
        assertThat(again.hasNext()).isFalse();
    }

    @Test
    void everyKindOfAttackHappens() {
        assertThat(attacks).extracting(Attack::kind).containsExactlyInAnyOrder(AttackKind.values());
        assertThat(attacks).allMatch(attack -> !attack.calls().isEmpty());
    }

    @Test
    void whatIsWalkedThroughIsNumberedUpwardsAndMostlyThere() {
        List<SimulatedCall> walk = callsOf(AttackKind.ID_WALK);
        List<Long> numbers = walk.stream()
                .map(call -> call.entities().getLast())
                .map(entity -> Long.parseLong(entity.substring(entity.indexOf(' ') + 1)))
                .toList();

        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(walk.stream().filter(call -> call.status() == 200).count()).isGreaterThan(walk.size() / 2);
        assertThat(walk.getLast().status()).isEqualTo(404);
    }

    @Test
    void theProberIsAlwaysRefusedAndTheTrespasserNever() {
        assertThat(callsOf(AttackKind.MANY_REFUSED)).allMatch(call -> call.status() >= 401 && call.status() <= 404);
        assertThat(callsOf(AttackKind.PERMISSION_VIOLATION)).allMatch(call -> call.status() < 300);
        assertThat(callsOf(AttackKind.CROSS_TENANT_READ)).allMatch(call -> call.status() == 200);
    }

    @Test
    void whatIsForbiddenIsOfSeveralKindsAndNeverUsedByTheOutsiders() {
        Set<String> kinds = endpoints(callsOf(AttackKind.PERMISSION_VIOLATION));
        String culprit = attack(AttackKind.PERMISSION_VIOLATION).consumers().getFirst();
        Set<String> usual = endpoints(calls.stream()
                .filter(call -> call.attack().isEmpty() && call.consumer().id().equals(culprit))
                .toList());

        assertThat(kinds).hasSizeGreaterThanOrEqualTo(5).doesNotContainAnyElementsOf(usual);
    }

    @Test
    void largeFilesAreLargeAndTheTreasurerKnewThem() {
        List<SimulatedCall> files = callsOf(AttackKind.EXFILTRATION);
        String culprit = attack(AttackKind.EXFILTRATION).consumers().getFirst();

        assertThat(files).allMatch(call -> call.responseBytes() > 50_000);
        assertThat(calls.stream()
                        .filter(call ->
                                call.attack().isEmpty() && call.consumer().id().equals(culprit)))
                .anyMatch(call -> call.template().equals(files.getFirst().template()));
    }

    @Test
    void fewAccessesOfCustomersAreToThingsNeverShownToThem() {
        Map<String, Set<String>> known = new HashMap<>();
        int accesses = 0;
        int unexplained = 0;
        for (int i = 0; i < calls.size(); i++) {
            SimulatedCall call = calls.get(i);
            if (!isOfCustomer(call) || !call.attack().isEmpty() || call.status() >= 300) {
                continue;
            }
            Set<String> mine = known.computeIfAbsent(call.consumer().id(), _ -> new HashSet<>());
            for (String entity : call.entities()) {
                accesses++;
                unexplained += mine.add(entity.substring(entity.indexOf(' ') + 1)) ? 1 : 0;
            }
            String body = records.get(i).path("http.response.body.content").asString("");
            if (!body.isEmpty()) {
                collect(JSON.readTree(body), mine);
            }
        }
        assertThat(accesses).isGreaterThan(3_000);
        assertThat(unexplained / (double) accesses).isBetween(0.03, 0.15);
    }

    private static void collect(JsonNode node, Set<String> values) {
        if (node.isValueNode()) {
            values.add(node.asString());
        } else {
            node.forEach(inner -> collect(inner, values));
        }
    }

    static boolean isOfCustomer(SimulatedCall call) {
        return call.consumer().id().matches("(\\w+ )?2\\d{4}");
    }

    final List<SimulatedCall> callsOf(AttackKind kind) {
        String id = attack(kind).id();
        return calls.stream().filter(call -> call.attack().equals(id)).toList();
    }

    private Attack attack(AttackKind kind) {
        return attacks.stream()
                .filter(attack -> attack.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    static Set<String> endpoints(List<SimulatedCall> some) {
        Set<String> endpoints = new HashSet<>();
        some.forEach(call -> endpoints.add(call.method() + " " + call.template()));
        return endpoints;
    }
}
