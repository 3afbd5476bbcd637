// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// Somebody with an account of their own who does something bad between, and beside, the normal work.
abstract class Insider extends Attacker {

    private static final long WAIT_FOR_SIGN_IN = Micros.SECOND / 2;
    private static final int PAGES_MORE = 2;

    private final Person person;

    Insider(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, chance);
        this.person = person;
    }

    /// What to do now.
    abstract Exchange strike(long at);

    /// When to do the next thing, [Micros#NEVER] if that was all.
    abstract long afterStrike(long at);

    final Person person() {
        return person;
    }

    final Account account() {
        return person.account();
    }

    @Override
    final long likesToStart(long at) {
        return Calendar.officeHours(at, person.rhythm().zone(), chance());
    }

    @Override
    final String culprit() {
        return account().email();
    }

    @Override
    final List<String> names() {
        return account().names();
    }

    @Override
    final List<Consumer> consumers() {
        return List.of(person.consumer());
    }

    @Override
    final long act(long at) {
        Person.Session session = person.comeOnline(at, PAGES_MORE);
        if (!session.login().fresh(at)) {
            return at + WAIT_FOR_SIGN_IN;
        }
        strike(
                at,
                strike(at),
                session.sender(),
                session.login().fields(),
                session.login().consumer());
        return afterStrike(at);
    }
}
