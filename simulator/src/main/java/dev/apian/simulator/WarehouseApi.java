// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Collection;
import java.util.List;

/// The endpoints of the warehouse: shipments and stock.
final class WarehouseApi {

    private final Chance chance;

    WarehouseApi(Chance chance) {
        this.chance = chance;
    }

    Exchange shipments(Collection<Order> waiting) {
        Json out = Json.object().array("items");
        waiting.stream()
                .limit(10)
                .forEach(order -> describe(out.element(), order).endElement());
        return Exchange.get("/v1/shipments")
                .query("state=open")
                .answering(200, out.endArray().end());
    }

    Exchange shipment(Order order) {
        return Exchange.get("/v1/shipments/{shipment}", number(order))
                .answering(200, describe(Json.object(), order).end());
    }

    Exchange dispatch(Order order) {
        return Exchange.post("/v1/shipments/{shipment}/dispatch", number(order))
                .asking(Json.object().field("parcels", chance.between(1, 3)).end())
                .answering(200, describe(Json.object(), order).end())
                .taking(85);
    }

    Exchange stock(List<Product> products) {
        Json out = Json.object().array("items");
        products.forEach(product -> out.element()
                .field("slug", product.slug())
                .field("stock", chance.below(400))
                .endElement());
        return Exchange.get("/v1/stock").answering(200, out.endArray().end());
    }

    Exchange count(Product product) {
        int counted = chance.below(400);
        return Exchange.patch("/v1/stock/{product}", product.slug())
                .asking(Json.object().field("stock", counted).end())
                .answering(
                        200,
                        Json.object()
                                .field("slug", product.slug())
                                .field("stock", counted)
                                .end());
    }

    private static String number(Order order) {
        return "SHP-2026-0" + order.id();
    }

    private static Json describe(Json out, Order order) {
        return out.field("id", number(order)).field("order_id", order.id());
    }
}
