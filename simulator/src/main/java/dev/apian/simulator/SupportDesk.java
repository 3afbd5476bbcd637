// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The work of support agents: across all customers, but nearly always after a ticket or a search showed them.
final class SupportDesk implements Work {

    static final int INBOX_MAX = 30;

    private static final double ORDER_READ_OUT_ON_THE_PHONE = 0.04;

    private final World world;
    private final Shop shop;
    private final Chance chance;
    private final CustomerApi customers;
    private final OrderApi orders;
    private final BillingApi billing;
    private final FinanceApi finance;
    private final Deque<Ticket> inbox = new ArrayDeque<>();

    SupportDesk(World world, Shop shop, Chance chance) {
        this.world = world;
        this.shop = shop;
        this.chance = chance;
        customers = new CustomerApi(chance);
        orders = new OrderApi(shop, chance);
        billing = new BillingApi(chance);
        finance = new FinanceApi(chance);
    }

    void assign(Ticket ticket) {
        if (inbox.size() == INBOX_MAX) {
            inbox.removeFirst();
        }
        inbox.addLast(ticket);
    }

    @Override
    public int pagesInSession(long at) {
        return 3 + (int) chance.logNormal(8, 0.4);
    }

    @Override
    public long think() {
        return 75 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        if (chance.happens(ORDER_READ_OUT_ON_THE_PHONE)) {
            Order order = shop.orders().any(chance, 1_500);
            steps.add(later -> orders.order(order, later));
        } else if (chance.happens(0.55)) {
            List<Ticket> waiting = List.copyOf(inbox);
            steps.add(_ -> customers.tickets(waiting));
            answerTicket(steps);
        } else {
            lookUp(steps);
        }
    }

    private void answerTicket(Deque<Step> steps) {
        Ticket ticket = inbox.pollFirst();
        if (ticket == null) {
            return;
        }
        steps.add(_ -> customers.ticket(ticket));
        steps.add(_ -> customers.customer(ticket.customer()));
        steps.add(at -> orders.order(ticket.order(), at));
        if (chance.happens(0.25)) {
            steps.add(_ -> finance.request(shop.refund(ticket.order(), chance)));
        }
        steps.add(_ -> customers.reply(ticket));
    }

    private void lookUp(Deque<Step> steps) {
        List<Account> found = world.customersLike(chance);
        Account customer = chance.pick(found);
        steps.add(_ -> customers.search(found, world.wordsFor(customer)));
        steps.add(_ -> customers.customer(customer));
        List<Order> page = List.copyOf(customer.company().newest(0, OrderApi.PAGE));
        if (chance.happens(0.7) && !page.isEmpty()) {
            steps.add(at -> customers.orders(customer, page, at));
            Order order = chance.pick(page);
            steps.add(at -> orders.order(order, at));
            Invoice invoice = order.invoice();
            if (invoice != null && chance.happens(0.4)) {
                steps.add(_ -> billing.invoice(invoice));
            }
        }
    }
}
