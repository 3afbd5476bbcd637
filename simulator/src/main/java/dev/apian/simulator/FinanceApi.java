// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Collection;
import java.util.List;

/// The endpoints of the finance department: refunds, payments, reports.
final class FinanceApi {

    private final Chance chance;

    FinanceApi(Chance chance) {
        this.chance = chance;
    }

    Exchange bill(Invoice invoice) {
        return Exchange.post("/v1/invoices")
                .asking(Json.object().field("order_id", invoice.order().id()).end())
                .answering(201, invoice.summarise(Json.object()).end())
                .taking(140);
    }

    Exchange refunds(Collection<Refund> waiting) {
        Json out = Json.object().array("items");
        waiting.stream()
                .limit(8)
                .forEach(refund -> describe(out.element(), refund).endElement());
        return Exchange.get("/v1/refunds")
                .query("state=waiting")
                .answering(200, out.endArray().end());
    }

    Exchange request(Refund refund) {
        return Exchange.post("/v1/refunds")
                .asking(Json.object()
                        .field("order_id", refund.order().id())
                        .money("amount", refund.cents())
                        .end())
                .answering(201, describe(Json.object(), refund).end())
                .taking(95);
    }

    Exchange approve(Refund refund) {
        return Exchange.post("/v1/refunds/{refund}/approve", refund.id())
                .answering(200, describe(Json.object(), refund).end())
                .taking(130);
    }

    Exchange payments(List<Invoice> invoices) {
        Json out = Json.object().array("items");
        invoices.stream()
                .filter(Invoice::isPaid)
                .forEach(invoice -> out.element()
                        .field("id", invoice.payment())
                        .field("invoice_id", invoice.id())
                        .endElement());
        return Exchange.get("/v1/payments")
                .query("state=settled")
                .answering(200, out.endArray().end())
                .taking(60);
    }

    Exchange revenue() {
        String answer = Json.object()
                .field("period", "month")
                .money("revenue", chance.between(20_000_000, 40_000_000))
                .money("refunds", chance.between(200_000, 900_000))
                .end();
        return Exchange.get("/v1/reports/revenue")
                .query("period=month")
                .answering(200, answer)
                .taking(700);
    }

    Exchange export(String id) {
        return Exchange.post("/v1/reports/exports")
                .asking(Json.object()
                        .field("report", "ledger")
                        .field("format", "csv")
                        .end())
                .answering(
                        202,
                        Json.object().field("id", id).field("state", "running").end())
                .taking(300);
    }

    Exchange fetch(String id) {
        return Exchange.get("/v1/reports/exports/{export}", id)
                .sized(chance.between(300_000, 2_000_000))
                .taking(900);
    }

    private static Json describe(Json out, Refund refund) {
        return out.field("id", refund.id())
                .field("order_id", refund.order().id())
                .money("amount", refund.cents());
    }
}
