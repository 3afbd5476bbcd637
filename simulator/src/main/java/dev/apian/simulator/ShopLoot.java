// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What a thief may want of the shop: customers' records, invoices of others, refunds.
final class ShopLoot implements Loot {

    private static final int NEAR = 2_000;
    private static final int PAGE = 12;
    private static final List<String> CLOSED = List.of(
            "/v1/admin/users",
            "/v1/admin/settings",
            "/v1/admin/audit-log",
            "/v1/customers",
            "/v1/customers/export",
            "/v1/refunds",
            "/v1/payments",
            "/v1/reports/revenue",
            "/v1/tickets",
            "/v1/shipments");
    private static final List<String> ABSENT = List.of("/v1/internal/config", "/v1/partner/keys", "/v2/orders");

    private final World world;
    private final Shop shop;
    private final Deque<Account> found = new ArrayDeque<>();

    ShopLoot(World world, Shop shop) {
        this.world = world;
        this.shop = shop;
    }

    @Override
    public Role clerk() {
        return Role.SUPPORT;
    }

    @Override
    public Role outsider() {
        return Role.WAREHOUSE;
    }

    @Override
    public Role veteran() {
        return Role.SALES;
    }

    @Override
    public Role approver() {
        return Role.FINANCE;
    }

    @Override
    public Role treasurer() {
        return Role.FINANCE;
    }

    @Override
    public Exchange heavy(Chance chance, long at) {
        return new FinanceApi(chance).fetch(chance.uuid());
    }

    @Override
    public Exchange bulk(Chance chance, long at) {
        CustomerApi customers = new CustomerApi(chance);
        Account next = found.poll();
        if (next != null) {
            return customers.customer(next);
        }
        List<Account> page = world.customersLike(chance);
        found.addAll(page);
        return customers.search(page, world.wordsFor(page.getFirst()));
    }

    @Override
    public Exchange forbidden(int n, Chance chance, long at) {
        AdminApi admin = new AdminApi(chance);
        FinanceApi finance = new FinanceApi(chance);
        Invoice invoice = shop.invoices().any(chance, 400);
        return switch (n % 8) {
            case 0 -> admin.settings();
            case 1 -> admin.users(world.staffAccounts());
            case 2 -> finance.revenue();
            case 3 -> finance.refunds(shop.refunds().stream().limit(PAGE).toList());
            case 4 -> finance.payments(List.of(invoice));
            case 5 -> new BillingApi(chance).list(List.of(invoice), "scope=all&limit=12");
            case 6 -> admin.auditLog();
            default -> finance.export(chance.uuid());
        };
    }

    @Override
    public Exchange jewel(int n, Chance chance, long at) {
        return n % 3 == 1
                ? new AdminApi(chance).create(Names.email(chance, "mail-relay.example"), Role.ADMIN)
                : new CustomerApi(chance).export(world.customers().size());
    }

    @Override
    public Exchange own(Account account, Chance chance, long at) {
        OrderApi orders = new OrderApi(shop, chance);
        CatalogApi catalog = new CatalogApi(shop, chance);
        List<Order> page = account.company().newest(0, OrderApi.PAGE);
        return switch (chance.below(5)) {
            case 0 -> orders.list(page, 0, at);
            case 1 -> page.isEmpty() ? catalog.list() : orders.order(chance.pick(page), at);
            case 2 -> catalog.search();
            case 3 -> new AddressApi(chance).list(account.company());
            default -> catalog.list();
        };
    }

    @Override
    public Exchange foreign(Company thief, Chance chance, long at) {
        while (true) {
            Invoice invoice = shop.invoices().any(chance, NEAR);
            if (invoice.order().buyer() != thief) {
                return new BillingApi(chance).invoice(invoice);
            }
        }
    }

    @Override
    public Exchange numbered(int number, long at) {
        return new OrderApi(shop, Chance.of(number, 0)).byNumber(number, at);
    }

    @Override
    public int numbersStart() {
        return shop.orders().oldestId();
    }

    @Override
    public int numbersEnd() {
        return shop.orders().nextId();
    }

    @Override
    public Exchange published(int n, Chance chance) {
        return new CatalogApi(shop, chance).product(shop.product(n));
    }

    @Override
    public int publicThings() {
        return shop.products();
    }

    @Override
    public Exchange refused(Chance chance) {
        if (chance.happens(0.35)) {
            int customer = 20_001 + chance.below(world.customers().size());
            return Exchange.get("/v1/customers/{customer}", customer)
                    .refusing(403)
                    .taking(9);
        }
        if (chance.happens(0.2)) {
            return Exchange.get(chance.pick(ABSENT)).refusing(404).taking(8);
        }
        return Exchange.get(chance.pick(CLOSED))
                .refusing(chance.happens(0.2) ? 401 : 403)
                .taking(8);
    }

    /// A refund that nobody asked for and nobody looked at: approved without having been listed.
    @Override
    public Exchange shortCut(Account account, Chance chance, long at) {
        Order order = shop.orders().any(chance, 400);
        FinanceApi finance = new FinanceApi(chance);
        return finance.approve(shop.refund(order, chance));
    }
}
