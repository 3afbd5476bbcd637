// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// The endpoints by which staff look after customers: search, read, tickets, quotes.
final class CustomerApi {

    private final Chance chance;

    CustomerApi(Chance chance) {
        this.chance = chance;
    }

    Exchange search(List<Account> found, String words) {
        Json out = Json.object().array("items");
        for (Account customer : found) {
            out.element()
                    .field("id", Long.parseLong(customer.id()))
                    .field("name", customer.fullName())
                    .field("email", customer.email())
                    .endElement();
        }
        return Exchange.get("/v1/customers")
                .query("q=" + words)
                .answering(200, out.endArray().end())
                .taking(90);
    }

    Exchange customer(Account customer) {
        Json out = Json.object()
                .field("id", Long.parseLong(customer.id()))
                .field("name", customer.fullName())
                .field("email", customer.email())
                .field("organization_id", customer.company().id());
        return Exchange.get("/v1/customers/{customer}", customer.id()).answering(200, out.end());
    }

    Exchange orders(Account customer, List<Order> page, long at) {
        Json out = Json.object().array("items");
        page.forEach(order -> order.summarise(out.element(), at).endElement());
        return Exchange.get("/v1/customers/{customer}/orders", customer.id())
                .answering(200, out.endArray().end());
    }

    /// All customers in one file. Few ever need it.
    Exchange export(int customers) {
        return Exchange.get("/v1/customers/export")
                .query("format=csv")
                .sized(customers * 148L + chance.below(5_000))
                .taking(2_800);
    }

    Exchange tickets(List<Ticket> inbox) {
        Json out = Json.object().array("items");
        inbox.stream()
                .limit(8)
                .forEach(ticket -> describe(out.element(), ticket).endElement());
        return Exchange.get("/v1/tickets")
                .query("assignee=me")
                .answering(200, out.endArray().end());
    }

    Exchange ticket(Ticket ticket) {
        return Exchange.get("/v1/tickets/{ticket}", ticket.id())
                .answering(200, describe(Json.object(), ticket).end());
    }

    Exchange reply(Ticket ticket) {
        return Exchange.post("/v1/tickets/{ticket}/replies", ticket.id())
                .asking(Json.object()
                        .field("text", "We are looking into it.")
                        .field("close", chance.happens(0.5))
                        .end())
                .answering(201, Json.object().field("ticket_id", ticket.id()).end());
    }

    Exchange quote(Account customer, Product product) {
        String id = chance.uuid();
        return Exchange.post("/v1/quotes")
                .asking(Json.object()
                        .field("customer_id", Long.parseLong(customer.id()))
                        .field("slug", product.slug())
                        .field("quantity", chance.between(5, 80))
                        .end())
                .answering(201, Json.object().field("id", id).end())
                .taking(110);
    }

    private static Json describe(Json out, Ticket ticket) {
        return out.field("id", ticket.id())
                .field("subject", ticket.subject())
                .field("customer_id", Long.parseLong(ticket.customer().id()))
                .field("order_id", ticket.order().id());
    }
}
