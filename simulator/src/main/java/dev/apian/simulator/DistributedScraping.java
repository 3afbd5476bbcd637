// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// Many accounts share the work of copying everything public: each reads a small part of its own every day, from a
/// home connection in its own country.
final class DistributedScraping extends Attacker {

    private static final int PER_DAY = 60;
    private static final int PER_DAY_MIN = 8;
    private static final int DAYS_MAX = 14;

    private final List<Member> members = new ArrayList<>();
    private final int perDay;
    private int day;
    private int turn;
    private int cursor;
    private long dayBegan;

    DistributedScraping(World world, Brief brief, List<Person> accounts, Chance chance) {
        super(world, brief, chance);
        perDay = brief.tactics().count(PER_DAY, PER_DAY_MIN);
        for (Person person : accounts) {
            Device device = Device.browser(world.calendar(), chance);
            Sender sender = new Sender(
                    person.whereabouts().anotherAtHome(chance),
                    device.userAgent(world.calendar().start()));
            Login login = new Login(
                    world.brand(),
                    person.account(),
                    Login.Proof.OPAQUE,
                    "web",
                    Micros.HOUR,
                    20 * Micros.DAY,
                    chance.split());
            members.add(new Member(person, login, sender));
        }
    }

    @Override
    long act(long at) {
        dayBegan = strikes() == 0 ? at : dayBegan;
        Member member = members.get(turn % members.size());
        if (!member.login.fresh(at)) {
            Exchange exchange = member.login.renewable(at) ? member.login.renew(at) : member.login.signIn(at);
            strike(at, exchange, member.sender, "", member.person.consumer());
            return at + chance().span(2 * Micros.SECOND, 0.5);
        }
        Exchange page = loot().published(cursor++ % loot().publicThings(), chance());
        strike(at, page, member.sender, member.login.fields(), member.person.consumer());
        turn++;
        long today = (long) perDay * members.size();
        if (turn < today) {
            return at + chance().span(8 * Micros.HOUR / today, 0.8);
        }
        turn = 0;
        day++;
        dayBegan += Micros.DAY;
        return day >= DAYS_MAX
                ? Micros.NEVER
                : Math.max(at + Micros.MINUTE, dayBegan + chance().between(0, Micros.HOUR));
    }

    @Override
    String culprit() {
        return members.getFirst().person.account().email();
    }

    @Override
    List<String> names() {
        return members.stream()
                .flatMap(member -> member.person.account().names().stream())
                .toList();
    }

    @Override
    List<Consumer> consumers() {
        return members.stream().map(member -> member.person.consumer()).toList();
    }

    @Override
    String story() {
        return "%d accounts shared the work of copying everything public, about %d pages each on %d days."
                .formatted(members.size(), perDay, day + 1);
    }

    private record Member(Person person, Login login, Sender sender) {}
}
