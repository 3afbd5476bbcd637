// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// The access token of one customer is used from several places and devices of the same country at once.
final class TokenSharing extends Attacker {

    private static final long LENGTH = 22 * Micros.MINUTE;
    private static final int SHARERS_LOUD = 3;
    private static final int OWNER_PAGES = 12;

    private final Person owner;
    private final int count;
    private final List<Sender> sharers = new ArrayList<>();

    TokenSharing(World world, Brief brief, Person owner, Chance chance) {
        super(world, brief, chance);
        this.owner = owner;
        count = brief.tactics().count(66, 10);
        for (int i = 0; i < (brief.tactics().isLoud() ? SHARERS_LOUD : 1); i++) {
            Device device = i == 0
                    ? Device.phone(world.brand().app(), world.calendar(), chance)
                    : Device.browser(world.calendar(), chance);
            sharers.add(new Sender(
                    brief.tactics().vpn() ? behindVpn() : owner.whereabouts().anotherAtHome(chance),
                    device.userAgent(world.calendar().start())));
        }
    }

    /// In the owner's country, where it has a VPN.
    private Connection behindVpn() {
        Atlas atlas = world().atlas();
        String country = owner.whereabouts().home().country();
        Network network = atlas.has(Network.Kind.VPN, country)
                ? atlas.any(Network.Kind.VPN, country, chance())
                : atlas.any(Network.Kind.VPN, chance());
        return Connection.of(network.anyAddress(chance()), network, atlas.gateway(network, chance()), chance());
    }

    @Override
    long act(long at) {
        Login login = owner.comeOnline(at, OWNER_PAGES).login();
        if (!login.fresh(at)) {
            return at + Micros.SECOND;
        }
        Exchange exchange = loot().own(owner.account(), chance(), at);
        strike(at, exchange, chance().pick(sharers), login.fields(), owner.consumer());
        return strikes() >= count ? Micros.NEVER : at + gap(LENGTH, count);
    }

    @Override
    long likesToStart(long at) {
        return Calendar.officeHours(at, owner.rhythm().zone(), chance());
    }

    @Override
    String culprit() {
        return owner.account().email();
    }

    @Override
    List<String> names() {
        List<String> names = new ArrayList<>(owner.account().names());
        sharers.forEach(sharer -> names.add(sharer.connection().address()));
        return names;
    }

    @Override
    List<Consumer> consumers() {
        return List.of(owner.consumer());
    }

    @Override
    String story() {
        return "The access token of %s was used from %d more addresses and devices in %s at the same time."
                .formatted(culprit(), sharers.size(), owner.whereabouts().home().country());
    }
}
