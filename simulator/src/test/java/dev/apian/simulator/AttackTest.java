// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.simulator.Replay.Seen;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackTest {

    private static final WorldSettings SETTINGS = WorldSettings.of(12, 90, 3);
    private static final Replay WORLD = Replay.of(SETTINGS);

    @Test
    void everyKindHappensOnceAndEachHasItsOwnCulprit() {
        assertThat(WORLD.attacks()).extracting(Attack::kind).containsExactlyInAnyOrder(AttackKind.values());
        assertThat(WORLD.attacks()).extracting(Attack::culprit).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theTruthNamesCallsThatAreThereAndTheirActor(AttackKind kind) {
        Attack attack = WORLD.attack(kind);
        List<Seen> calls = WORLD.callsOf(attack);

        assertThat(calls).extracting(Seen::id).containsExactlyElementsOf(attack.calls());
        assertThat(calls.getFirst().at()).isEqualTo(attack.firstSeen());
        assertThat(calls.getLast().at()).isEqualTo(attack.lastSeen());
        assertThat(attack.firstSeen()).isAfter(SETTINGS.start().plus(SETTINGS.attackLeadTime()));
        if (kind == AttackKind.CREDENTIAL_STUFFING) {
            assertThat(calls).allMatch(call -> attack.names().contains(call.text("client.address")));
        } else {
            assertThat(calls).allMatch(call -> attack.names().contains(call.actor()));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CREDENTIAL_STUFFING")
    void theCulpritHasAHistoryFirst(AttackKind kind) {
        assertThat(WORLD.before(WORLD.attack(kind))).hasSizeGreaterThan(50);
    }

    @Test
    void thePermissionViolatorIsAnsweredOnEndpointsItsRoleNeverUses() {
        Attack attack = WORLD.attack(AttackKind.PERMISSION_VIOLATION);
        List<Seen> calls = WORLD.callsOf(attack);
        Set<String> ofRole = WORLD.calls().stream()
                .filter(call ->
                        call.call().path("user.roles").path(0).asString("").equals("warehouse"))
                .filter(call -> !attack.calls().contains(call.id()))
                .map(Seen::endpoint)
                .collect(Collectors.toSet());

        assertThat(ofRole).contains("GET /v1/shipments");
        assertThat(calls).allMatch(Seen::succeeded);
        assertThat(calls.stream().map(Seen::endpoint).distinct())
                .hasSizeGreaterThanOrEqualTo(5)
                .noneMatch(ofRole::contains);
    }

    @Test
    void theVolumeSurgeIsManyTimesTheActorsBusiestHour() {
        Attack attack = WORLD.attack(AttackKind.VOLUME_SURGE);
        String endpoint = "GET /v1/customers/{id}";
        Map<Object, Long> hours = WORLD.before(attack).stream()
                .filter(call -> call.endpoint().equals(endpoint))
                .collect(Collectors.groupingBy(call -> call.at().truncatedTo(ChronoUnit.HOURS), Collectors.counting()));
        double usual =
                hours.values().stream().mapToLong(Long::longValue).average().orElse(0);
        long surge = WORLD.callsOf(attack).stream()
                .filter(call -> call.endpoint().equals(endpoint))
                .count();

        assertThat(usual).isBetween(1.0, 30.0);
        assertThat(surge).isGreaterThan((long) (10 * usual));
        assertThat(Duration.between(attack.firstSeen(), attack.lastSeen())).isLessThan(Duration.ofMinutes(100));
    }

    @Test
    void theTravellerIsInTwoFarCountriesAtOnceWithTwoDevices() {
        Attack attack = WORLD.attack(AttackKind.IMPOSSIBLE_TRAVEL);
        List<Seen> thief = WORLD.callsOf(attack);
        List<Seen> owner = concurrent(attack);

        assertThat(owner).hasSizeGreaterThan(3);
        assertThat(owner)
                .extracting(call -> call.text("client.geo.country_iso_code"))
                .doesNotContain(thief.getFirst().text("client.geo.country_iso_code"));
        assertThat(owner)
                .extracting(call -> call.text("user_agent.original"))
                .doesNotContain(thief.getFirst().text("user_agent.original"));
    }

    @Test
    void theSharedTokenComesFromSeveralAddressesOfOneCountryAtOnce() {
        Attack attack = WORLD.attack(AttackKind.TOKEN_SHARING);
        Map<String, Set<String>> addresses = new HashMap<>();
        List<Seen> all = new ArrayList<>(WORLD.callsOf(attack));
        all.addAll(concurrent(attack));
        all.forEach(call -> addresses
                .computeIfAbsent(call.text("http.request.header.authorization"), _ -> new HashSet<>())
                .add(call.text("client.address")));
        addresses.remove("");

        assertThat(addresses.values()).anyMatch(places -> places.size() >= 4);
        assertThat(all.stream()
                        .map(call -> call.text("client.geo.country_iso_code"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theSlowEnumeratorReadsAFewInvoicesADayThatWereNeverShownToIt() {
        Attack attack = WORLD.attack(AttackKind.SLOW_ENUMERATION);
        Set<String> ids = Set.copyOf(attack.calls());
        Set<String> shown = new HashSet<>();
        for (Seen call : WORLD.calls()) {
            if (ids.contains(call.id())) {
                assertThat(call.named()).get().isNotIn(shown);
                assertThat(call.status()).isEqualTo(200);
            }
            if (attack.names().contains(call.actor()) && !ids.contains(call.id())) {
                shown.addAll(call.shown());
            }
        }
        Map<Object, Long> days = WORLD.callsOf(attack).stream()
                .collect(Collectors.groupingBy(call -> call.at().truncatedTo(ChronoUnit.DAYS), Collectors.counting()));

        assertThat(days).hasSizeGreaterThanOrEqualTo(4);
        assertThat(days.values()).allMatch(count -> count <= 10);
    }

    @Test
    void theWalkerCountsUpwardsQuickly() {
        List<Seen> calls = WORLD.callsOf(WORLD.attack(AttackKind.ID_WALK));
        List<Integer> ids = calls.stream()
                .map(call -> Integer.parseInt(call.text("url.path").substring("/v1/orders/".length())))
                .toList();

        assertThat(ids).hasSizeGreaterThan(200);
        for (int i = 1; i < ids.size(); i++) {
            assertThat(ids.get(i)).isEqualTo(ids.get(i - 1) + 1);
        }
        assertThat(calls.stream().filter(Seen::succeeded).count()).isGreaterThan(200);
        assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
                .isLessThan(Duration.ofMinutes(20));
    }

    @Test
    void theFirstUseIsReallyTheFirst() {
        Attack attack = WORLD.attack(AttackKind.SENSITIVE_FIRST_USE);
        Set<String> before = WORLD.before(attack).stream().map(Seen::endpoint).collect(Collectors.toSet());
        Set<String> now = WORLD.callsOf(attack).stream().map(Seen::endpoint).collect(Collectors.toSet());

        assertThat(now).containsExactlyInAnyOrder("GET /v1/customers/export", "POST /v1/admin/users");
        assertThat(before).isNotEmpty().doesNotContainAnyElementsOf(now);
    }

    @Test
    void theStufferTriesManyUsersAndSeldomSucceeds() {
        List<Seen> logins = WORLD.callsOf(WORLD.attack(AttackKind.CREDENTIAL_STUFFING)).stream()
                .filter(call -> call.text("url.path").equals("/v1/auth/login"))
                .toList();

        assertThat(logins.stream()
                        .map(call -> call.asked().path("username").asString())
                        .distinct())
                .hasSizeGreaterThan(200);
        assertThat(logins.stream().filter(Seen::succeeded).count()).isBetween(1L, 5L);
    }

    @Test
    void theProberIsAlwaysRefused() {
        List<Seen> calls = WORLD.callsOf(WORLD.attack(AttackKind.MANY_REFUSED));

        assertThat(calls).hasSizeGreaterThan(100).allMatch(call -> call.status() >= 401 && call.status() <= 404);
    }

    @Test
    void culpritsGoOnWithTheirNormalWork() {
        Attack attack = WORLD.attack(AttackKind.SLOW_ENUMERATION);

        assertThat(concurrent(attack)).hasSizeGreaterThan(40);
    }

    /// The actor's other calls during the attack.
    private static List<Seen> concurrent(Attack attack) {
        return WORLD.calls().stream()
                .filter(call -> attack.names().contains(call.actor()))
                .filter(call -> !attack.calls().contains(call.id()))
                .filter(call ->
                        !call.at().isBefore(attack.firstSeen()) && !call.at().isAfter(attack.lastSeen()))
                .toList();
    }
}
