// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A partner's API key probes for what it may do, and is refused again and again.
final class ManyRefused extends Attacker {

    private final Partner partner;

    ManyRefused(World world, Brief brief, Partner partner, Chance chance) {
        super(world, brief, chance);
        this.partner = partner;
    }

    @Override
    long act(long at) {
        strike(at, loot().refused(chance()), partner.sender(), partner.fields(), partner.consumer());
        int count = tactics().count(150, 25);
        return strikes() >= count ? Micros.NEVER : at + gap(tactics().stretch(14 * Micros.MINUTE), count);
    }

    @Override
    List<Consumer> consumers() {
        return List.of(partner.consumer());
    }

    @Override
    String culprit() {
        return partner.client();
    }

    @Override
    List<String> names() {
        return List.of(
                partner.client(),
                partner.company().name(),
                partner.sender().connection().address());
    }

    @Override
    String story() {
        return "The API key of %s probed endpoints of staff and was refused %d times."
                .formatted(partner.client(), strikes());
    }
}
