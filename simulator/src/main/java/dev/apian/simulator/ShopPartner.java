// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// What partners do with the shop: synchronise stock, order in bulk at night, reconcile invoices once a month.
final class ShopPartner implements PartnerWork {

    private static final int OWN_ORDERS_MAX = 20;

    private final Shop shop;
    private final Company company;
    private final String client;
    private final Chance chance;
    private final BillingApi billing;
    private final Deque<Order> own = new ArrayDeque<>();

    ShopPartner(Shop shop, Company company, String client, Chance chance) {
        this.shop = shop;
        this.company = company;
        this.client = client;
        this.chance = chance;
        billing = new BillingApi(chance);
    }

    @Override
    public void everyTenMinutes(long at, Deque<Step> steps) {
        for (int i = chance.between(1, 2); i > 0; i--) {
            steps.add(_ -> syncStock());
        }
        if (!own.isEmpty() && chance.happens(0.6)) {
            Order order = chance.happens(0.5) ? own.getLast() : own.getFirst();
            steps.add(later -> read(order, later));
        }
    }

    @Override
    public void nightly(long at, int pages, Deque<Step> steps) {
        steps.add(_ -> Exchange.get("/v1/partner/catalog").sized(chance.between(600_000, 1_900_000)));
        for (int i = 0; i < pages; i++) {
            steps.add(this::orderInBulk);
        }
    }

    @Override
    public void monthly(long at, Deque<Step> steps) {
        for (Order order : company.newest(0, Company.ORDERS_MAX)) {
            Invoice invoice = order.invoice();
            if (invoice != null) {
                steps.add(_ -> billing.invoice(invoice));
            }
        }
    }

    @Override
    public Exchange own(long at) {
        return own.isEmpty() ? syncStock() : read(chance.pick(List.copyOf(own)), at);
    }

    private Exchange syncStock() {
        Json asked = Json.object().array("items");
        for (Product product : shop.someProducts(chance, chance.between(3, 8))) {
            asked.element()
                    .field("slug", product.slug())
                    .field("stock", chance.below(500))
                    .endElement();
        }
        return Exchange.post("/v1/partner/stock-sync")
                .asking(asked.endArray().end())
                .answering(200, Json.object().field("accepted", true).end())
                .taking(120);
    }

    private Exchange orderInBulk(long at) {
        Json asked = Json.object().array("orders");
        Json answer = Json.object().array("orders");
        for (int i = chance.between(1, 3); i > 0; i--) {
            Order order = shop.place(company, at, chance);
            remember(order);
            asked.element()
                    .field("slug", order.products().getFirst().slug())
                    .field("reference", client.substring(0, 3).toUpperCase(Locale.ROOT) + order.id() % 9_973)
                    .endElement();
            order.summarise(answer.element(), at).endElement();
        }
        return Exchange.post("/v1/partner/orders/bulk")
                .asking(asked.endArray().end())
                .answering(201, answer.endArray().end())
                .taking(260);
    }

    private Exchange read(Order order, long at) {
        return Exchange.get("/v1/partner/orders/{order}", order.id())
                .answering(200, order.summarise(Json.object(), at).end());
    }

    private void remember(Order order) {
        if (own.size() == OWN_ORDERS_MAX) {
            own.removeFirst();
        }
        own.addLast(order);
    }
}
