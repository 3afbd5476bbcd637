// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// The bill of an order.
final class Invoice {

    private final int id;
    private final Order order;
    private String payment = "";

    Invoice(int id, Order order) {
        this.id = id;
        this.order = order;
    }

    int id() {
        return id;
    }

    Order order() {
        return order;
    }

    /// The id of its payment, or nothing while it is open.
    String payment() {
        return payment;
    }

    boolean isPaid() {
        return !payment.isEmpty();
    }

    void payWith(String id) {
        payment = id;
    }

    /// One line of a list.
    Json summarise(Json out) {
        return out.field("id", id)
                .field("order_id", order.id())
                .money("amount", order.cents())
                .field("paid", isPaid());
    }
}
