// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A thief redeems a refresh token that its owner has already rotated, and goes on with tokens of his own.
final class RefreshReplay extends Thief {

    private final Login login;

    RefreshReplay(World world, Brief brief, Person victim, Chance chance) {
        super(world, brief, victim, true, chance);
        login = new Login(
                world.brand(),
                victim.account(),
                Login.Proof.OPAQUE,
                "web",
                15 * Micros.MINUTE,
                7 * Micros.DAY,
                chance.split());
    }

    @Override
    String credential(long at) {
        return login.fresh(at) ? login.fields() : "";
    }

    @Override
    Exchange steal(long at) {
        if (login.fresh(at)) {
            return look(at);
        }
        return login.renewable(at) ? login.renew(at) : login.redeem(stolen(at), at);
    }

    private String stolen(long at) {
        Login owner = victim().comeOnline(at, 2).login();
        return owner.staleRefreshToken().isEmpty() ? owner.refreshToken() : owner.staleRefreshToken();
    }

    @Override
    int calls() {
        return tactics().count(60, 8);
    }

    @Override
    long length() {
        return Math.min(tactics().stretch(60 * Micros.MINUTE), 5 * Micros.HOUR);
    }

    @Override
    String story() {
        return "Somebody redeemed an old refresh token of %s from %s and went on with tokens of his own."
                .formatted(culprit(), sender().connection().address());
    }
}
