// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// The endpoints about orders. Like many real ones, they check that the caller is signed in, not whose order
/// it is.
final class OrderApi {

    static final int PAGE = 10;

    private final Shop shop;
    private final Chance chance;

    OrderApi(Shop shop, Chance chance) {
        this.shop = shop;
        this.chance = chance;
    }

    Exchange list(List<Order> page, int number, long at) {
        Json out = Json.object().array("items");
        page.forEach(order -> order.summarise(out.element(), at).endElement());
        return Exchange.get("/v1/orders")
                .query(number == 0 ? "limit=10" : "limit=10&page=" + (number + 1))
                .answering(200, out.endArray().field("page", number + 1).end())
                .taking(50);
    }

    Exchange order(Order order, long at) {
        Json out = order.summarise(Json.object(), at)
                .field("organization_id", order.buyer().id())
                .field("currency", "EUR");
        if (!order.buyer().addresses().isEmpty()) {
            out.field("address_id", order.buyer().addresses().getFirst());
        }
        return Exchange.get("/v1/orders/{order}", order.id()).answering(200, out.end());
    }

    Exchange missing(int id) {
        return Exchange.get("/v1/orders/{order}", id).refusing(404).taking(12);
    }

    Exchange items(Order order) {
        Json out = Json.object().field("order_id", order.id()).array("items");
        for (Product product : order.products()) {
            out.element()
                    .field("slug", product.slug())
                    .field("quantity", chance.between(1, 6))
                    .money("price", product.cents())
                    .endElement();
        }
        return Exchange.get("/v1/orders/{order}/items", order.id())
                .answering(200, out.endArray().end());
    }

    Exchange tracking(Order order, long at) {
        String answer = Json.object()
                .field("order_id", order.id())
                .field("carrier", "DHL")
                .field("status", order.status(at))
                .end();
        return Exchange.get("/v1/orders/{order}/tracking", order.id())
                .answering(200, answer)
                .taking(120);
    }

    /// The endpoint that comes with the release.
    Exchange timeline(Order order, long at) {
        Json out = Json.object().field("order_id", order.id()).array("events");
        out.element().field("what", "received").endElement();
        if (!order.status(at).equals("received")) {
            out.element().field("what", order.status(at)).endElement();
        }
        return Exchange.get("/v1/orders/{order}/timeline", order.id())
                .answering(200, out.endArray().end());
    }

    Exchange create(Order order, long at) {
        Json asked = Json.object().array("items");
        for (Product product : order.products()) {
            asked.element()
                    .field("slug", product.slug())
                    .field("quantity", chance.between(1, 6))
                    .endElement();
        }
        return Exchange.post("/v1/orders")
                .asking(asked.endArray().field("currency", "EUR").end())
                .answering(201, order.summarise(Json.object(), at).end())
                .taking(160);
    }

    Exchange cancel(Order order, long at) {
        Exchange exchange =
                Exchange.post("/v1/orders/{order}/cancel", order.id()).taking(90);
        if (!order.canBeCancelled(at)) {
            return exchange.refusing(409);
        }
        order.cancel();
        return exchange.answering(200, order.summarise(Json.object(), at).end());
    }

    /// The order with this number whoever it belongs to, as the API answers it.
    Exchange byNumber(int id, long at) {
        Order order = shop.orders().find(id);
        return order == null ? missing(id) : order(order, at);
    }
}
