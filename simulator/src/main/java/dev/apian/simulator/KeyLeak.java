// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// A partner's API key has leaked: somebody reads with it from another data centre, beside the partner's own jobs.
final class KeyLeak extends Attacker {

    private final Partner partner;
    private final Sender sender;

    KeyLeak(World world, Brief brief, Partner partner, Chance chance) {
        super(world, brief, chance);
        this.partner = partner;
        Atlas atlas = world.atlas();
        Network network = atlas.any(brief.tactics().vpn() ? Network.Kind.VPN : Network.Kind.HOSTING, chance);
        sender = new Sender(atlas.hosted(network, chance), "python-requests/2.31.0");
    }

    @Override
    long act(long at) {
        strike(at, partner.work().own(at), sender, partner.fields(), partner.consumer());
        int count = tactics().count(300, 30);
        return strikes() >= count ? Micros.NEVER : at + gap(tactics().stretch(2 * Micros.HOUR), count);
    }

    @Override
    String culprit() {
        return partner.client();
    }

    @Override
    List<String> names() {
        return List.of(
                partner.client(), partner.company().name(), sender.connection().address());
    }

    @Override
    List<Consumer> consumers() {
        return List.of(partner.consumer());
    }

    @Override
    String story() {
        return "The API key of %s was used from %s, where none of its jobs run."
                .formatted(partner.client(), sender.connection().address());
    }
}
