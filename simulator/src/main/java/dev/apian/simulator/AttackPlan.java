// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Which attack happens when, and who is the culprit or the victim: everybody at most once, as long as there are
/// people left.
final class AttackPlan {

    private static final long LAST_START = 3 * Micros.HOUR;
    private static final long LIVE_STAGGER = 4 * Micros.SECOND;
    private static final long TOKEN_LIFE_TO_SHARE = 30 * Micros.MINUTE;
    private static final double ACTIVE = 0.8;
    private static final int SCRAPERS_MAX = 50;
    private static final int CUSTOMERS_PER_SCRAPER = 16;

    private final World world;
    private final Loot loot;
    private final Chance chance;
    private final Set<Object> taken = new HashSet<>();
    private final Map<AttackKind, Integer> numbers = new HashMap<>();
    private final List<Attacker> attackers = new ArrayList<>();

    AttackPlan(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        loot = world.business().loot();
    }

    /// Casts all attacks and lets them join the agenda.
    List<Attacker> start() {
        WorldSettings settings = world.settings();
        long from = world.calendar().start() + Micros.of(settings.attackLeadTime());
        long until = settings.liveAttacksFrom()
                .map(live -> Micros.of(live) - Micros.HOUR)
                .orElse(world.calendar().end());
        List<AttackOrder> orders = settings.attacks();
        long slot = orders.isEmpty() ? 0 : (until - LAST_START - from) / orders.size();
        for (int i = 0; i < orders.size(); i++) {
            boolean slow = orders.get(i).kind().isSlow();
            long at = from + (slow ? chance.between(0, Micros.DAY) : i * slot + chance.between(0, slot / 4));
            add(orders.get(i), Math.min(at, until - LAST_START), until - LAST_START, false);
        }
        settings.liveAttacksFrom().ifPresent(live -> addLive(Micros.of(live)));
        return List.copyOf(attackers);
    }

    private void addLive(long from) {
        long at = from;
        for (AttackKind kind : AttackKind.values()) {
            if (kind.isLoud()) {
                add(new AttackOrder(kind, Tactics.LOUD), at, at, true);
                at += LIVE_STAGGER;
            }
        }
    }

    private void add(AttackOrder order, long slot, long latest, boolean live) {
        AttackKind kind = order.kind();
        String number = live ? "live" : Integer.toString(numbers.merge(kind, 1, Integer::sum));
        Attacker.Brief brief = new Attacker.Brief(kind.label() + "-" + number, kind, order.tactics(), live);
        Attacker attacker = cast(brief, slot, chance.split());
        attackers.add(attacker);
        world.agenda().join(attacker, when(attacker, slot, latest));
    }

    private Attacker cast(Attacker.Brief brief, long at, Chance own) {
        Tactics how = brief.tactics();
        return switch (brief.kind()) {
            case PERMISSION_VIOLATION ->
                new Script(world, brief, employee(loot.outsider(), at), Script.permissionViolation(how), own);
            case VOLUME_SURGE -> new Script(world, brief, employee(loot.clerk(), at), Script.volumeSurge(how), own);
            case CROSS_TENANT_READ -> new Script(world, brief, customer(at, 0), Script.crossTenantRead(how), own);
            case SENSITIVE_FIRST_USE ->
                new Script(world, brief, employee(loot.veteran(), at), Script.sensitiveFirstUse(how), own);
            case FLOW_SKIP -> new Script(world, brief, employee(loot.approver(), at), Script.flowSkip(how), own);
            case AUTOMATION -> new Script(world, brief, customer(at, 0), Script.automation(how), own);
            case VOLUME_CREEP -> new Siphon(world, brief, employee(loot.clerk(), at), Siphon.volumeCreep(how), own);
            case SLOW_ENUMERATION -> new Siphon(world, brief, customer(at, 0), Siphon.slowEnumeration(how), own);
            case EXFILTRATION ->
                new Siphon(world, brief, employee(loot.treasurer(), at), Siphon.exfiltration(how), own);
            case IMPOSSIBLE_TRAVEL -> new ImpossibleTravel(world, brief, customer(at, 0), own);
            case TOKEN_SHARING -> new TokenSharing(world, brief, customer(at, TOKEN_LIFE_TO_SHARE), own);
            case TOKEN_THEFT -> new TokenTheft(world, brief, customer(at, TOKEN_LIFE_TO_SHARE), own);
            case REFRESH_REPLAY -> new RefreshReplay(world, brief, customer(at, 0), own);
            case KEY_LEAK -> new KeyLeak(world, brief, partner(), own);
            case ID_WALK -> new IdWalk(world, brief, customer(at, 0), own);
            case DISTRIBUTED_SCRAPING -> new DistributedScraping(world, brief, scrapers(at), own);
            case CREDENTIAL_STUFFING -> new CredentialStuffing(world, brief, own);
            case MANY_REFUSED -> new ManyRefused(world, brief, partner(), own);
        };
    }

    /// When the culprit or the victim would be at a desk, if there is time for that; at once when live.
    private long when(Attacker attacker, long slot, long latest) {
        if (attacker.isLive()) {
            return slot;
        }
        return Math.max(slot, Math.min(attacker.likesToStart(slot), latest - chance.between(0, Micros.HOUR)));
    }

    private Person employee(Role role, long at) {
        return take(world.staff(role), at, person -> true);
    }

    private Person customer(long at, long tokenLife) {
        return take(
                world.customers(),
                at,
                person -> person.rhythm().level() > ACTIVE && person.holdsTokens() && person.tokenLife() >= tokenLife);
    }

    private List<Person> scrapers(long at) {
        int count = Math.clamp(world.customers().size() / CUSTOMERS_PER_SCRAPER, 3, SCRAPERS_MAX);
        List<Person> scrapers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scrapers.add(take(world.customers(), at, Person::holdsTokens));
        }
        return scrapers;
    }

    /// Somebody who fits and is free; or fits; or is free, or anybody.
    private Person take(List<Person> people, long at, Predicate<Person> also) {
        List<Person> known = people.stream()
                .filter(person -> person.hasAccount() && person.ownsCredential())
                .toList();
        List<Person> free =
                known.stream().filter(person -> !taken.contains(person)).toList();
        List<Person> fitting = free.stream()
                .filter(also)
                .filter(person -> !person.whereabouts().travels()
                        && person.whereabouts().vpn() == Whereabouts.Vpn.NEVER
                        && !person.rhythm().onHolidaySoon(at))
                .toList();
        Person person = chance.pick(!fitting.isEmpty() ? fitting : !free.isEmpty() ? free : known);
        taken.add(person);
        return person;
    }

    private Partner partner() {
        List<Partner> keyed =
                world.partners().stream().filter(Partner::sendsKey).toList();
        List<Partner> free =
                keyed.stream().filter(partner -> !taken.contains(partner)).toList();
        Partner partner = chance.pick(free.isEmpty() ? keyed : free);
        taken.add(partner);
        return partner;
    }
}
