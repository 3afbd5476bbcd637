// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order with its life: placed, packed, shipped, delivered, or cancelled.
final class Order {

    private final int id;
    private final Company buyer;
    private final long placedAt;
    private final List<Product> products;
    private boolean cancelled;
    private @Nullable Invoice invoice;

    Order(int id, Company buyer, long placedAt, List<Product> products) {
        this.id = id;
        this.buyer = buyer;
        this.placedAt = placedAt;
        this.products = products;
    }

    int id() {
        return id;
    }

    Company buyer() {
        return buyer;
    }

    List<Product> products() {
        return products;
    }

    int cents() {
        return products.stream().mapToInt(Product::cents).sum();
    }

    @Nullable
    Invoice invoice() {
        return invoice;
    }

    void invoiceWith(Invoice made) {
        invoice = made;
    }

    void cancel() {
        cancelled = true;
    }

    String status(long at) {
        long age = at - placedAt;
        return cancelled
                ? "cancelled"
                : age < Micros.DAY
                        ? "received"
                        : age < 2 * Micros.DAY ? "packed" : age < 4 * Micros.DAY ? "shipped" : "delivered";
    }

    boolean canBeCancelled(long at) {
        return !cancelled && at - placedAt < Micros.DAY;
    }

    /// One line of a list.
    Json summarise(Json out, long at) {
        Json line = out.field("id", id).field("status", status(at)).money("total", cents());
        return invoice == null ? line : line.field("invoice_id", invoice.id());
    }
}
