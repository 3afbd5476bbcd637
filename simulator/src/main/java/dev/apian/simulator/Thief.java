// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// Somebody who uses a person's account from somewhere else, on another device, while its owner is online.
abstract class Thief extends Attacker {

    private static final int VICTIM_PAGES = 12;

    private final Person victim;
    private final Place place;
    private final Sender sender;

    /// @param far whether the thief is in another part of the world, unless behind a VPN
    Thief(World world, Brief brief, Person victim, boolean far, Chance chance) {
        super(world, brief, chance);
        this.victim = victim;
        Place home = victim.whereabouts().home();
        Atlas atlas = world.atlas();
        Network network;
        if (brief.tactics().vpn()) {
            network = atlas.has(Network.Kind.VPN, home.country())
                    ? atlas.any(Network.Kind.VPN, home.country(), chance)
                    : atlas.any(Network.Kind.VPN, chance);
            place = atlas.gateway(network, chance);
        } else {
            place = far ? chance.pick(atlas.distant()) : home;
            network = atlas.any(Network.Kind.HOME, place.country(), chance);
        }
        Device device = Device.browser(world.calendar(), chance);
        sender = new Sender(
                Connection.of(network.anyAddress(chance), network, place, chance),
                device.userAgent(world.calendar().start()));
    }

    /// The next call; it goes out with [#credential].
    abstract Exchange steal(long at);

    /// The fields of the credential that the next call carries, asked before [#steal].
    abstract String credential(long at);

    /// How many calls there are.
    abstract int calls();

    /// How long they take.
    abstract long length();

    final Person victim() {
        return victim;
    }

    final Sender sender() {
        return sender;
    }

    final Place place() {
        return place;
    }

    /// One of the things that anybody would look at in the account.
    final Exchange look(long at) {
        return strikes() % 6 == 1
                ? world().business().me(victim.account())
                : loot().own(victim.account(), chance(), at);
    }

    @Override
    final long act(long at) {
        victim.comeOnline(at, VICTIM_PAGES);
        String credential = credential(at);
        strike(at, steal(at), sender, credential, victim.consumer());
        return strikes() >= calls() ? Micros.NEVER : at + gap(length(), calls());
    }

    @Override
    final long likesToStart(long at) {
        return Calendar.officeHours(at, victim.rhythm().zone(), chance());
    }

    @Override
    final String culprit() {
        return victim.account().email();
    }

    @Override
    final List<String> names() {
        List<String> names = new ArrayList<>(victim.account().names());
        names.add(sender.connection().address());
        return names;
    }

    @Override
    final List<Consumer> consumers() {
        return List.of(victim.consumer());
    }
}
