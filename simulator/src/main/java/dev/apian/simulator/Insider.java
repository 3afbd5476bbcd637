// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody with an account of their own who does something bad, on the usual device and beside the normal work, with a
/// sign-in of its own.
abstract class Insider extends Attacker {

    private static final long WAIT_FOR_SIGN_IN = Micros.SECOND / 2;
    private static final long ONE_SITTING = 2 * Micros.HOUR;

    private final Person person;
    private final Login login;
    private @Nullable Sender sender;
    private long latest;

    Insider(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, chance);
        this.person = person;
        login = person.anotherLogin(chance.split());
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
        Sender from = sender;
        if (from == null || at - latest > ONE_SITTING) {
            from = person.senderNow(at);
            sender = from;
        }
        latest = at;
        if (!login.fresh(at)) {
            Exchange exchange = login.renewable(at) ? login.renew(at) : login.signIn(at);
            world().wire().send(at, exchange, from, "", login.consumer(), chance());
            return at + WAIT_FOR_SIGN_IN;
        }
        strike(at, strike(at), from, login.fields(), login.consumer());
        return afterStrike(at);
    }
}
