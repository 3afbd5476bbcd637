// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Kestrel Supply sells office furniture to companies: products, orders, invoices, shipments, tickets.
final class Kestrel implements Business {

    private static final Brand BRAND = new Brand("Kestrel Supply", "kestrel-supply.example", "ks", "/v1/auth");
    private static final double SUBSCRIBED_ORDERS_PER_COMPANY_AND_DAY = 0.3;
    private static final List<Position> STAFF = List.of(
            new Position(Role.SALES, 30, 3, true, false),
            new Position(Role.SUPPORT, 38, 4, false, true),
            new Position(Role.FINANCE, 12, 2, false, false),
            new Position(Role.WAREHOUSE, 14, 3, false, false),
            new Position(Role.ADMIN, 6, 2, false, false));

    private final World world;
    private final Shop shop;
    private final List<Company> buyers = new ArrayList<>();

    Kestrel(World world, Chance chance) {
        this.world = world;
        shop = new Shop(chance);
    }

    @Override
    public Brand brand() {
        return BRAND;
    }

    @Override
    public List<Position> staff() {
        return STAFF;
    }

    @Override
    public Work desk(Account account, Chance chance) {
        Map<Role, Work> desks = Map.of(
                Role.SALES, new SalesDesk(world, shop, chance),
                Role.FINANCE, new FinanceDesk(shop, chance),
                Role.WAREHOUSE, new WarehouseDesk(shop, chance),
                Role.ADMIN, new AdminDesk(world, chance));
        Work desk = desks.get(account.role());
        return desk == null ? shop.staffed(new SupportDesk(world, shop, chance)) : desk;
    }

    @Override
    public Work customer(Account account, long lag, Chance chance) {
        return new Shopping(world, shop, account, lag, chance);
    }

    @Override
    public PartnerWork partner(Company company, String client, Chance chance) {
        return new ShopPartner(shop, company, client, chance);
    }

    @Override
    public Exchange me(Account account) {
        return AccountApi.me(account);
    }

    /// The orders of the two months before the first day.
    @Override
    public void addHistory(List<Company> companies, Chance chance) {
        buyers.addAll(companies);
        List<Company> ordering = new ArrayList<>();
        for (Company company : companies) {
            ordering.addAll(Collections.nCopies(chance.between(4, 22), company));
        }
        for (int i = ordering.size() - 1; i > 0; i--) {
            Collections.swap(ordering, i, chance.below(i + 1));
        }
        for (int i = 0; i < ordering.size(); i++) {
            long age = 60 * Micros.DAY * (ordering.size() - i) / ordering.size();
            Order order = shop.place(ordering.get(i), world.calendar().start() - age, chance);
            Invoice invoice = order.invoice();
            if (invoice != null && age > 10 * Micros.DAY && chance.happens(0.9)) {
                invoice.payWith(chance.uuid());
            }
        }
        shop.unshipped().clear();
    }

    /// Recurring orders: made without a call, so that customers first hear of them by mail.
    @Override
    public long goOn(long at, Chance chance) {
        shop.place(chance.pick(buyers), at, chance);
        long usual = (long) (Micros.DAY / (buyers.size() * SUBSCRIBED_ORDERS_PER_COMPANY_AND_DAY));
        return at + 1 + chance.span(usual, 0.8);
    }

    @Override
    public Exchange crawled(Chance chance) {
        CatalogApi catalog = new CatalogApi(shop, chance);
        Product product = shop.someProducts(chance, 1).getFirst();
        if (chance.happens(0.02)) {
            return Exchange.get("/v1/products/{product}", product.slug() + "-mk1")
                    .refusing(404);
        }
        return chance.happens(0.15) ? catalog.list() : catalog.product(product);
    }

    @Override
    public Loot loot() {
        return new ShopLoot(world, shop);
    }
}
