// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Which attack happens when, and who is the culprit or the victim: everybody at most once.
final class AttackPlan {

    private static final long LAST_START = 3 * Micros.HOUR;
    private static final long LIVE_STAGGER = 4 * Micros.SECOND;
    private static final long TOKEN_LIFE_TO_SHARE = 30 * Micros.MINUTE;
    private static final double ACTIVE = 0.8;

    private final World world;
    private final Chance chance;
    private final Set<Object> taken = new HashSet<>();
    private final List<Attacker> attackers = new ArrayList<>();

    AttackPlan(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /// Casts all attacks and lets them join the agenda.
    List<Attacker> start() {
        WorldSettings settings = world.settings();
        long from = world.calendar().start() + Micros.of(settings.attackLeadTime());
        long until = settings.liveAttacksFrom()
                .map(live -> Micros.of(live) - Micros.HOUR)
                .orElse(world.calendar().end());
        AttackKind[] kinds = AttackKind.values();
        long slot = (until - LAST_START - from) / kinds.length;
        for (int i = 0; i < kinds.length; i++) {
            long at = kinds[i] == AttackKind.SLOW_ENUMERATION ? from : from + i * slot + chance.between(0, slot / 4);
            add(kinds[i], at, until - LAST_START, false);
        }
        settings.liveAttacksFrom().ifPresent(live -> addLive(Micros.of(live)));
        return List.copyOf(attackers);
    }

    private void addLive(long from) {
        long at = from;
        for (AttackKind kind : AttackKind.values()) {
            if (kind.isLoud()) {
                add(kind, at, at, true);
                at += LIVE_STAGGER;
            }
        }
    }

    private void add(AttackKind kind, long slot, long latest, boolean live) {
        Attacker.Brief brief = new Attacker.Brief(kind.label() + (live ? "-live" : "-1"), kind, live);
        Chance own = chance.split();
        Attacker attacker = switch (kind) {
            case PERMISSION_VIOLATION -> new PermissionViolation(world, brief, employee(Role.WAREHOUSE, slot), own);
            case VOLUME_SURGE -> new VolumeSurge(world, brief, employee(Role.SUPPORT, slot), own);
            case IMPOSSIBLE_TRAVEL -> new ImpossibleTravel(world, brief, customer(slot, 0), own);
            case TOKEN_SHARING -> new TokenSharing(world, brief, customer(slot, TOKEN_LIFE_TO_SHARE), own);
            case SLOW_ENUMERATION -> new SlowEnumeration(world, brief, customer(slot, 0), own);
            case ID_WALK -> new IdWalk(world, brief, customer(slot, 0), own);
            case SENSITIVE_FIRST_USE -> new SensitiveFirstUse(world, brief, employee(Role.SALES, slot), own);
            case CREDENTIAL_STUFFING -> new CredentialStuffing(world, brief, own);
            case MANY_REFUSED -> new ManyRefused(world, brief, partner(), own);
        };
        attackers.add(attacker);
        world.agenda().join(attacker, when(attacker, slot, latest));
    }

    /// When the culprit or the victim would be at a desk, if there is time for that; at once when live.
    private long when(Attacker attacker, long slot, long latest) {
        if (slot == latest) {
            return slot;
        }
        return Math.max(slot, Math.min(attacker.likesToStart(slot), latest - chance.between(0, Micros.HOUR)));
    }

    private Person employee(Role role, long at) {
        return take(world.staff(role), at, person -> true);
    }

    private Person customer(long at, long tokenLife) {
        return take(
                world.customers(), at, person -> person.rhythm().level() > ACTIVE && person.tokenLife() >= tokenLife);
    }

    private Person take(List<Person> people, long at, Predicate<Person> also) {
        List<Person> free = people.stream()
                .filter(person -> !taken.contains(person) && person.hasAccount())
                .toList();
        List<Person> fitting = free.stream()
                .filter(also)
                .filter(person -> !person.whereabouts().travels()
                        && person.whereabouts().vpn() == Whereabouts.Vpn.NEVER
                        && !person.rhythm().onHolidaySoon(at))
                .toList();
        Person person = chance.pick(fitting.isEmpty() ? free : fitting);
        taken.add(person);
        return person;
    }

    private Partner partner() {
        List<Partner> free = world.partners().stream()
                .filter(partner -> partner.sendsKey() && !taken.contains(partner))
                .toList();
        Partner partner = chance.pick(free);
        taken.add(partner);
        return partner;
    }
}
