// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private static final WorldSettings USUAL = WorldSettings.of(6, 300, 5).withoutAttacks();
    private static final List<SimulatedCall> EASY = calls(USUAL);
    private static final List<SimulatedCall> HARD = calls(USUAL.under(Conditions.HARD));

    @Test
    void manyMorePeopleAreBehindOneAddress() {
        assertThat(mostBehindOneAddress(HARD)).isGreaterThan(3 * mostBehindOneAddress(EASY));
    }

    @Test
    void gatewaysNameTheirUsersOnKeysAndCertificates() {
        Map<String, Set<String>> users = new HashMap<>();
        Set<String> proofs = new HashSet<>();
        for (SimulatedCall call : of(HARD, CredentialClass.GATEWAY)) {
            users.computeIfAbsent(call.held().name(), _ -> new HashSet<>())
                    .add(call.consumer().id());
            assertThat(line(call)).contains("\"user.id\":\"");
            proofs.add(line(call).contains("tls.client.subject") ? "certificate" : "key");
        }

        assertThat(users).hasSizeBetween(3, Conditions.HARD.gateways());
        assertThat(users.values()).anyMatch(people -> people.size() > 2);
        assertThat(proofs).containsExactlyInAnyOrder("certificate", "key");
    }

    @Test
    void servicesProveThemselvesInEveryWay() {
        Set<String> proofs = new HashSet<>();
        for (SimulatedCall call : of(HARD, CredentialClass.SERVICE)) {
            String line = line(call);
            proofs.add(
                    line.contains("tls.client.subject")
                            ? "certificate"
                            : line.contains("client.id") ? "named key" : line.contains("api-key") ? "key" : "token");
        }

        assertThat(proofs).containsExactlyInAnyOrder("certificate", "named key", "key", "token");
    }

    @Test
    void aTeamUsesItsKeyFromSeveralDevices() {
        Map<String, Set<String>> devices = new HashMap<>();
        for (SimulatedCall call : of(HARD, CredentialClass.SHARED)) {
            devices.computeIfAbsent(call.held().name(), _ -> new HashSet<>()).add(call.address() + call.userAgent());
        }

        assertThat(devices.values()).anyMatch(some -> some.size() > 1);
    }

    @Test
    void twoPeopleOfAHouseholdShareAddressAndDevice() {
        WorldSettings homes = USUAL.under(new Conditions(24, false, 1, 0, 1, 0, 6, false, 0.03, 0.2, 0.5));

        assertThat(devicesOfTwo(calls(homes))).isGreaterThan(10 + devicesOfTwo(EASY));
    }

    @Test
    void nonsenseIsRefusedAllAtOnce() {
        assertThatThrownBy(() -> new Conditions(0, false, 2, 0, 0, 0, 6, false, 0, 0.2, 0.5))
                .hasMessageContaining("carrierAddresses=0")
                .hasMessageContaining("households=2.0")
                .hasMessageContaining("gateways=0");
    }

    /// Pairs of a customer's own device and line, with an opaque or signed token, that two people use.
    private static long devicesOfTwo(List<SimulatedCall> calls) {
        Map<String, Set<String>> people = new HashMap<>();
        for (SimulatedCall call : of(calls, CredentialClass.PERSONAL)) {
            people.computeIfAbsent(call.address() + " " + call.userAgent(), _ -> new HashSet<>())
                    .add(call.consumer().id());
        }
        return people.values().stream().filter(some -> some.size() == 2).count();
    }

    private static int mostBehindOneAddress(List<SimulatedCall> calls) {
        Map<String, Set<String>> people = new HashMap<>();
        for (SimulatedCall call : of(calls, CredentialClass.PERSONAL)) {
            people.computeIfAbsent(call.address(), _ -> new HashSet<>())
                    .add(call.consumer().id());
        }
        return people.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    private static List<SimulatedCall> of(List<SimulatedCall> calls, CredentialClass type) {
        return calls.stream().filter(call -> call.held().type() == type).toList();
    }

    private static List<SimulatedCall> calls(WorldSettings world) {
        List<SimulatedCall> calls = new ArrayList<>();
        new Simulation(world).forEachRemaining(calls::add);
        return calls;
    }

    private static String line(SimulatedCall call) {
        StringBuilder line = new StringBuilder();
        call.appendTo(line);
        return line.toString();
    }
}
