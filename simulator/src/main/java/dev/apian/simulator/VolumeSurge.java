// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A support agent reads customer after customer, each found by a search, far more in an hour than ever before.
final class VolumeSurge extends Insider {

    private static final int CALLS = 420;

    private final CustomerApi customers;
    private final Deque<Account> found = new ArrayDeque<>();

    VolumeSurge(World world, Brief brief, Person person, Chance chance) {
        super(world, brief, person, chance);
        customers = new CustomerApi(chance);
    }

    @Override
    Exchange strike(long at) {
        Account next = found.poll();
        if (next != null) {
            return customers.customer(next);
        }
        List<Account> page = world().customersLike(chance());
        found.addAll(page);
        return customers.search(page, world().wordsFor(page.getFirst()));
    }

    @Override
    long afterStrike(long at) {
        return strikes() >= CALLS ? Micros.NEVER : at + gap(50 * Micros.MINUTE, CALLS);
    }

    @Override
    String story() {
        return "%s read %d customer records and searches within the hour, many times the usual."
                .formatted(account().email(), strikes());
    }
}
