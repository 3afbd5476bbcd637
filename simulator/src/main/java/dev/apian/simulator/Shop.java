// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// The state of the business behind the API: what is sold, ordered, billed, shipped and complained about.
final class Shop {

    static final int ORDERS_REMEMBERED_MAX = 16_384;
    static final int QUEUE_MAX = 400;

    private static final double BILLED_AT_ONCE = 0.85;
    private static final List<String> LOOKS = List.of(
            "oak",
            "steel",
            "walnut",
            "linen",
            "matte",
            "compact",
            "folding",
            "heavy-duty",
            "slim",
            "classic",
            "nordic",
            "modular",
            "recycled",
            "brushed",
            "ash",
            "copper");
    private static final List<String> THINGS = List.of(
            "desk-lamp",
            "shelf",
            "task-chair",
            "cabinet",
            "label-printer",
            "whiteboard",
            "cable-tray",
            "monitor-arm",
            "packing-bench",
            "hand-truck",
            "storage-bin",
            "paper-tray",
            "footrest",
            "wall-clock",
            "coat-rack");
    static final List<String> CATEGORIES = List.of("lighting", "seating", "storage", "warehouse", "desk", "display");

    private final List<Product> products = new ArrayList<>();
    private final Recent<Order> orders = new Recent<>(104_310, ORDERS_REMEMBERED_MAX);
    private final Recent<Invoice> invoices = new Recent<>(58_220, ORDERS_REMEMBERED_MAX);
    private final Recent<Ticket> tickets = new Recent<>(7_801, QUEUE_MAX);
    private final List<SupportDesk> supportDesks = new ArrayList<>();
    private final Deque<Order> unbilled = new ArrayDeque<>();
    private final Deque<Order> unshipped = new ArrayDeque<>();
    private final Deque<Refund> refunds = new ArrayDeque<>();

    Shop(Chance chance) {
        for (String look : LOOKS) {
            for (String thing : THINGS) {
                String slug = look + "-" + thing;
                int cents = (int) chance.logNormal(6_500, 0.9) / 10 * 10 + 9;
                String name = slug.replace('-', ' ').toLowerCase(Locale.ROOT);
                products.add(new Product(slug, name, chance.pick(CATEGORIES), cents));
            }
        }
    }

    int products() {
        return products.size();
    }

    Product product(int n) {
        return products.get(n % products.size());
    }

    /// Another agent takes part in answering tickets.
    SupportDesk staffed(SupportDesk desk) {
        supportDesks.add(desk);
        return desk;
    }

    /// Gives a ticket to one of the support agents in turn.
    void assign(Ticket ticket) {
        supportDesks.get(ticket.id() % supportDesks.size()).assign(ticket);
    }

    /// Some products sell far better than others.
    Product anyProduct(Chance chance) {
        return products.get(anyIndex(chance));
    }

    private int anyIndex(Chance chance) {
        double place = chance.unit();
        return (int) (products.size() * place * place * place);
    }

    List<Product> someProducts(Chance chance, int count) {
        List<Product> picked = new ArrayList<>(count);
        int from = anyIndex(chance);
        for (int i = 0; i < count; i++) {
            picked.add(products.get((from + i * 7) % products.size()));
        }
        return picked;
    }

    Order place(Company buyer, long at, Chance chance) {
        List<Product> bought = new ArrayList<>();
        for (int i = chance.weighted(new double[] {5, 3, 2, 1}); i >= 0; i--) {
            bought.add(anyProduct(chance));
        }
        Order order = new Order(orders.nextId(), buyer, at, List.copyOf(bought));
        orders.add(order);
        buyer.remember(order);
        if (chance.happens(BILLED_AT_ONCE)) {
            bill(order);
        } else {
            queue(unbilled, order);
        }
        queue(unshipped, order);
        return order;
    }

    Invoice bill(Order order) {
        Invoice invoice = new Invoice(invoices.nextId(), order);
        invoices.add(invoice);
        order.invoiceWith(invoice);
        return invoice;
    }

    Recent<Order> orders() {
        return orders;
    }

    Recent<Invoice> invoices() {
        return invoices;
    }

    Recent<Ticket> tickets() {
        return tickets;
    }

    Deque<Order> unbilled() {
        return unbilled;
    }

    Deque<Order> unshipped() {
        return unshipped;
    }

    /// Refunds that wait for approval.
    Deque<Refund> refunds() {
        return refunds;
    }

    Ticket open(Account customer, Order about, String subject) {
        Ticket ticket = new Ticket(tickets.nextId(), customer, about, subject);
        tickets.add(ticket);
        return ticket;
    }

    Refund refund(Order order, Chance chance) {
        Refund refund = new Refund(chance.uuid(), order, order.cents() / 2);
        queue(refunds, refund);
        return refund;
    }

    private static <T> void queue(Deque<T> queue, T thing) {
        if (queue.size() == QUEUE_MAX) {
            queue.removeFirst();
        }
        queue.addLast(thing);
    }
}
