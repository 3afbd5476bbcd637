// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;

/// The endpoints about invoices and payments. Reading an invoice is not checked against its owner; its PDF is.
final class BillingApi {

    private final Chance chance;

    BillingApi(Chance chance) {
        this.chance = chance;
    }

    Exchange list(List<Invoice> page, String query) {
        Json out = Json.object().array("items");
        page.forEach(invoice -> invoice.summarise(out.element()).endElement());
        return Exchange.get("/v1/invoices")
                .query(query)
                .answering(200, out.endArray().end())
                .taking(55);
    }

    Exchange invoice(Invoice invoice) {
        Json out = invoice.summarise(Json.object())
                .field("organization_id", invoice.order().buyer().id())
                .field("bill_to", invoice.order().buyer().name());
        if (invoice.isPaid()) {
            out.field("payment_id", invoice.payment());
        }
        return Exchange.get("/v1/invoices/{invoice}", invoice.id()).answering(200, out.end());
    }

    Exchange missing(int id) {
        return Exchange.get("/v1/invoices/{invoice}", id).refusing(404).taking(12);
    }

    Exchange pdf(Invoice invoice, Company reader) {
        Exchange exchange =
                Exchange.get("/v1/invoices/{invoice}/pdf", invoice.id()).taking(210);
        return invoice.order().buyer() == reader
                ? exchange.sized(chance.between(38_000, 64_000))
                : exchange.refusing(403);
    }

    Exchange pay(Invoice invoice) {
        Exchange exchange = Exchange.post("/v1/invoices/{invoice}/pay", invoice.id())
                .asking(Json.object().field("method", "sepa").end())
                .taking(420);
        if (invoice.isPaid()) {
            return exchange.refusing(409);
        }
        invoice.payWith(chance.uuid());
        return exchange.answering(
                201,
                Json.object()
                        .field("payment_id", invoice.payment())
                        .field("invoice_id", invoice.id())
                        .end());
    }

    Exchange payment(Invoice invoice) {
        String answer = Json.object()
                .field("id", invoice.payment())
                .field("invoice_id", invoice.id())
                .money("amount", invoice.order().cents())
                .field("state", "settled")
                .end();
        return Exchange.get("/v1/payments/{payment}", invoice.payment()).answering(200, answer);
    }
}
