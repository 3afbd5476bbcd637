// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// A thief signs in with a stolen password from a far country while the customer is online at home.
final class ImpossibleTravel extends Attacker {

    private static final int CALLS = 30;
    private static final int VICTIM_PAGES = 12;

    private final Person victim;
    private final Place place;
    private final Sender sender;
    private final Login login;
    private final OrderApi orders;
    private final AddressApi addresses;

    ImpossibleTravel(World world, Brief brief, Person victim, Chance chance) {
        super(world, brief, chance);
        this.victim = victim;
        place = chance.pick(world.atlas().distant());
        Network network = world.atlas().any(Network.Kind.HOME, place.country(), chance);
        Device device = Device.browser(world.calendar(), chance);
        sender = new Sender(
                Connection.of(network.anyAddress(chance), network, place, chance),
                device.userAgent(world.calendar().start()));
        login = new Login(victim.account(), Login.Proof.OPAQUE, "kestrel-web", Micros.HOUR, Micros.DAY, chance.split());
        orders = new OrderApi(world.shop(), chance);
        addresses = new AddressApi(chance);
    }

    @Override
    long act(long at) {
        victim.comeOnline(at, VICTIM_PAGES);
        if (login.fresh(at)) {
            strike(at, look(at), sender, login.fields());
        } else {
            strike(at, login.signIn(at), sender, "");
        }
        return strikes() >= CALLS ? Micros.NEVER : at + gap(20 * Micros.MINUTE, CALLS);
    }

    private Exchange look(long at) {
        Company company = victim.account().company();
        List<Order> page = company.newest(0, OrderApi.PAGE);
        return switch (strikes() % 5) {
            case 1 -> AccountApi.me(victim.account());
            case 2 -> orders.list(page, 0, at);
            case 3 -> addresses.list(company);
            default -> page.isEmpty() ? orders.list(page, 0, at) : orders.order(chance().pick(page), at);
        };
    }

    @Override
    long likesToStart(long at) {
        return Calendar.officeHours(at, victim.rhythm().zone(), chance());
    }

    @Override
    String culprit() {
        return victim.account().email();
    }

    @Override
    List<String> names() {
        List<String> names = new ArrayList<>(victim.account().names());
        names.add(sender.connection().address());
        return names;
    }

    @Override
    String story() {
        return "Somebody in %s used the account of %s from %s while its owner was online in %s."
                .formatted(
                        place.city(),
                        culprit(),
                        sender.connection().address(),
                        victim.whereabouts().home().city());
    }
}
