// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The work of finance: bills, payments, refunds, and a report now and then.
final class FinanceDesk implements Work {

    private static final int PAGE = 12;

    private final Shop shop;
    private final Chance chance;
    private final BillingApi billing;
    private final FinanceApi finance;

    FinanceDesk(Shop shop, Chance chance) {
        this.shop = shop;
        this.chance = chance;
        billing = new BillingApi(chance);
        finance = new FinanceApi(chance);
    }

    @Override
    public int pagesInSession(long at) {
        return 3 + (int) chance.logNormal(7, 0.4);
    }

    @Override
    public long think() {
        return 90 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        switch (chance.weighted(new double[] {5, 3, 3, 2, 1, 0.5})) {
            case 0 -> readInvoices(steps);
            case 1 -> billOrder(steps);
            case 2 -> decideRefund(steps);
            case 3 -> steps.add(_ -> finance.payments(somePage()));
            case 4 -> steps.add(_ -> finance.revenue());
            default -> export(steps);
        }
    }

    private void readInvoices(Deque<Step> steps) {
        List<Invoice> page = somePage();
        steps.add(_ -> billing.list(page, "scope=all&limit=12"));
        for (int i = chance.between(1, 3); i > 0; i--) {
            Invoice invoice = chance.pick(page);
            steps.add(_ -> billing.invoice(invoice));
        }
    }

    private void billOrder(Deque<Step> steps) {
        Order order = shop.unbilled().pollFirst();
        if (order == null) {
            readInvoices(steps);
        } else {
            steps.add(_ -> finance.bill(shop.bill(order)));
        }
    }

    private void decideRefund(Deque<Step> steps) {
        List<Refund> waiting = shop.refunds().stream().limit(PAGE).toList();
        steps.add(_ -> finance.refunds(waiting));
        Refund refund = shop.refunds().pollFirst();
        if (refund != null) {
            steps.add(_ -> finance.approve(refund));
        }
    }

    private void export(Deque<Step> steps) {
        String id = chance.uuid();
        steps.add(_ -> finance.export(id));
        steps.add(_ -> finance.fetch(id));
    }

    private List<Invoice> somePage() {
        Recent<Invoice> invoices = shop.invoices();
        int newest = invoices.any(chance, 400).id();
        return IntStream.range(0, PAGE)
                .mapToObj(back -> invoices.find(newest - back))
                .flatMap(Stream::ofNullable)
                .toList();
    }
}
