// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A thief signs in with a stolen password from a far country while the customer is online at home.
final class ImpossibleTravel extends Thief {

    private final Login login;

    ImpossibleTravel(World world, Brief brief, Person victim, Chance chance) {
        super(world, brief, victim, true, chance);
        login = new Login(
                world.brand(), victim.account(), Login.Proof.OPAQUE, "web", Micros.HOUR, Micros.DAY, chance.split());
    }

    @Override
    String credential(long at) {
        return login.fresh(at) ? login.fields() : "";
    }

    @Override
    Exchange steal(long at) {
        return login.fresh(at) ? look(at) : login.signIn(at);
    }

    @Override
    int calls() {
        return tactics().count(30, 6);
    }

    @Override
    long length() {
        return Math.min(tactics().stretch(20 * Micros.MINUTE), 90 * Micros.MINUTE);
    }

    @Override
    String story() {
        return "Somebody in %s used the account of %s from %s while its owner was online in %s."
                .formatted(
                        place().city(),
                        culprit(),
                        sender().connection().address(),
                        victim().whereabouts().home().city());
    }
}
