// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// The access token of one customer is used from several places and devices of the same country at once.
final class TokenSharing extends Attacker {

    private static final int CALLS = 66;
    private static final int SHARERS = 3;
    private static final int OWNER_PAGES = 12;

    private final Person owner;
    private final OrderApi orders;
    private final CatalogApi catalog;
    private final List<Sender> sharers = new ArrayList<>();

    TokenSharing(World world, Brief brief, Person owner, Chance chance) {
        super(world, brief, chance);
        this.owner = owner;
        orders = new OrderApi(world.shop(), chance);
        catalog = new CatalogApi(world.shop(), chance);
        for (int i = 0; i < SHARERS; i++) {
            Device device = i == 0 ? Device.phone(world.calendar(), chance) : Device.browser(world.calendar(), chance);
            sharers.add(new Sender(
                    owner.whereabouts().anotherAtHome(chance),
                    device.userAgent(world.calendar().end())));
        }
    }

    @Override
    long act(long at) {
        Login login = owner.comeOnline(at, OWNER_PAGES).login();
        if (!login.fresh(at)) {
            return at + Micros.SECOND;
        }
        List<Order> page = owner.account().company().newest(0, OrderApi.PAGE);
        Exchange exchange = switch (chance().below(4)) {
            case 0 -> orders.list(page, 0, at);
            case 1 -> page.isEmpty() ? catalog.list() : orders.order(chance().pick(page), at);
            case 2 -> catalog.search();
            default -> catalog.list();
        };
        strike(at, exchange, chance().pick(sharers), login.fields());
        return strikes() >= CALLS ? Micros.NEVER : at + gap(22 * Micros.MINUTE, CALLS);
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
    String story() {
        return "The access token of %s was used from %d more addresses and devices in %s at the same time."
                .formatted(culprit(), SHARERS, owner.whereabouts().home().country());
    }
}
