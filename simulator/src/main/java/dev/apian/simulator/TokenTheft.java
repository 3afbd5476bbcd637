// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A thief who has got hold of a customer's access token uses it beside its owner, from another device in the same
/// country.
final class TokenTheft extends Thief {

    TokenTheft(World world, Brief brief, Person victim, Chance chance) {
        super(world, brief, victim, false, chance);
    }

    @Override
    String credential(long at) {
        return victim().comeOnline(at, 2).login().fields();
    }

    @Override
    Exchange steal(long at) {
        return look(at);
    }

    @Override
    int calls() {
        return tactics().count(60, 5);
    }

    @Override
    long length() {
        return 30 * Micros.MINUTE;
    }

    @Override
    String story() {
        return "Somebody used the access token of %s from %s, in turns with its owner."
                .formatted(culprit(), sender().connection().address());
    }
}
