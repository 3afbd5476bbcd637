// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What customers do: look around, order, look after their orders, pay.
///
/// A walk over pages (Markov), weighed by what this customer is interested in. Orders and invoices are mostly
/// opened from a list that was just shown; sometimes from a link in an e-mail, which the API never showed.
final class Shopping implements Work {

    private enum Page {
        HOME,
        SEARCH,
        PRODUCT,
        CHECKOUT,
        ORDERS,
        ORDER,
        INVOICES,
        INVOICE,
        ADDRESSES,
        PROFILE,
        CANCEL,
        TICKET
    }

    /// How likely one page follows another, in the order of [Page].
    private static final Map<Page, double[]> NEXT = new EnumMap<>(Map.ofEntries(
            Map.entry(Page.HOME, new double[] {1, 9, 6, 0, 8, 0, 4, 0, 1, 1, 0, 0.3}),
            Map.entry(Page.SEARCH, new double[] {1, 5, 14, 0, 1, 0, 0, 0, 0, 0, 0, 0}),
            Map.entry(Page.PRODUCT, new double[] {1, 5, 8, 2.2, 1, 0, 0, 0, 0, 0, 0, 0}),
            Map.entry(Page.CHECKOUT, new double[] {2, 1, 0, 0, 4, 0, 1, 0, 1, 0, 0, 0}),
            Map.entry(Page.ORDERS, new double[] {1, 1, 1, 0, 2, 13, 2, 0, 0, 0, 0.3, 0.3}),
            Map.entry(Page.ORDER, new double[] {1, 1, 1, 0, 4, 5, 2, 2, 0, 0, 0.4, 0.4}),
            Map.entry(Page.INVOICES, new double[] {1, 1, 0, 0, 2, 0, 1, 11, 0, 0, 0, 0.1}),
            Map.entry(Page.INVOICE, new double[] {1, 1, 0, 0, 2, 0, 4, 5, 0, 0, 0, 0.2}),
            Map.entry(Page.ADDRESSES, new double[] {2, 1, 0, 0.5, 2, 0, 1, 0, 2, 1, 0, 0}),
            Map.entry(Page.PROFILE, new double[] {2, 1, 0, 0, 2, 0, 1, 0, 2, 0.5, 0, 0}),
            Map.entry(Page.CANCEL, new double[] {1, 1, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0.5}),
            Map.entry(Page.TICKET, new double[] {2, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0})));

    private static final List<Page> PAGES = List.of(Page.values());

    /// What the releases after the first bring.
    private static final List<String> NEWS = List.of(
            "/v1/me/wishlist",
            "/v1/me/recommendations",
            "/v1/returns",
            "/v1/shipping-rates",
            "/v1/me/loyalty",
            "/v1/order-templates",
            "/v1/me/budgets",
            "/v1/assortments",
            "/v1/me/approvals",
            "/v1/sustainability",
            "/v1/me/reports");

    /// Many visits are a look at one page.
    private static final double GLANCE = 0.45;

    private static final double LOOKS_AT_NEWS = 0.2;
    private static final double FROM_MAIL = 0.22;
    private static final double LINK_OF_SOMEONE_ELSE = 0.02;
    private static final double OLD_MAIL = 0.4;
    private static final double MISTYPED = 0.006;
    private static final double POLLS = 0.12;

    private final World world;
    private final Shop shop;
    private final Account account;
    private final Chance chance;
    private final CatalogApi catalog;
    private final OrderApi orders;
    private final BillingApi billing;
    private final AddressApi addresses;
    private final double[] interest = new double[PAGES.size()];
    private final double length;
    private final long lag;

    private Page page = Page.HOME;
    private List<Order> shown = List.of();
    private int newestSeen;
    private @Nullable Product looking;

    /// @param lag how long after a release this customer's programs know what is new
    Shopping(World world, Shop shop, Account account, long lag, Chance chance) {
        this.world = world;
        this.shop = shop;
        this.account = account;
        this.chance = chance;
        this.lag = lag;
        catalog = new CatalogApi(shop, chance);
        orders = new OrderApi(shop, chance);
        billing = new BillingApi(chance);
        addresses = new AddressApi(chance);
        for (int i = 0; i < interest.length; i++) {
            interest[i] = chance.logNormal(1, 0.5);
        }
        length = chance.logNormal(2.8, 0.6);
    }

    @Override
    public int pagesInSession(long at) {
        page = Page.HOME;
        double usual = world.calendar().onSale(at) ? length * 1.5 : length;
        return chance.happens(GLANCE) ? 1 : 1 + (int) chance.logNormal(usual, 0.6);
    }

    @Override
    public long think() {
        return 11 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        if (chance.happens(FROM_MAIL) && openFromMail(steps)) {
            return;
        }
        double[] weights = NEXT.getOrDefault(page, interest).clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= interest[i];
        }
        page = PAGES.get(chance.weighted(weights));
        if (chance.happens(POLLS)) {
            steps.add(_ -> AccountApi.notifications(chance));
        }
        switch (page) {
            case HOME -> openHome(at, steps);
            case SEARCH -> steps.add(_ -> chance.happens(0.5) ? catalog.search() : catalog.list());
            case PRODUCT -> openProduct(steps);
            case CHECKOUT -> checkOut(steps);
            case ORDERS -> steps.add(this::listOrders);
            case ORDER -> openOrder(steps);
            case INVOICES -> steps.add(_ -> listInvoices());
            case INVOICE -> openInvoice(steps);
            case ADDRESSES -> openAddresses(steps);
            case PROFILE -> openProfile(steps);
            case CANCEL -> withOrder(steps, order -> steps.add(at2 -> orders.cancel(order, at2)));
            case TICKET -> withOrder(steps, order -> steps.add(_ -> complain(order)));
        }
    }

    private int releases(long at) {
        return world.calendar().releases(at - lag);
    }

    private void openHome(long at, Deque<Step> steps) {
        steps.add(_ -> catalog.list());
        int since = releases(at) - 2;
        if (since >= 0 && chance.happens(LOOKS_AT_NEWS)) {
            String news = NEWS.get(Math.min(since, NEWS.size() - 1));
            steps.add(_ -> Exchange.get(news).answering(200, "{\"items\":[]}").taking(30));
        }
        if (chance.happens(0.4)) {
            steps.add(_ -> catalog.categories());
        }
    }

    private void openProduct(Deque<Step> steps) {
        Product product = shop.anyProduct(chance);
        looking = product;
        steps.add(_ -> catalog.product(product));
        if (chance.happens(0.4)) {
            steps.add(_ -> catalog.reviews(product));
        }
    }

    private void checkOut(Deque<Step> steps) {
        if (looking != null && chance.happens(0.5)) {
            Product product = looking;
            steps.add(_ -> catalog.product(product));
        }
        steps.add(_ -> addresses.list(account.company()));
        steps.add(at -> {
            Order order = shop.place(account.company(), at, chance);
            steps.add(later -> orders.order(order, later));
            return orders.create(order, at);
        });
    }

    private Exchange listOrders(long at) {
        int number = chance.happens(0.15) ? 1 : 0;
        look(number);
        return orders.list(shown, number, at);
    }

    private void look(int number) {
        shown = List.copyOf(account.company().newest(number, OrderApi.PAGE));
        if (number == 0 && !shown.isEmpty()) {
            newestSeen = shown.getFirst().id();
        }
    }

    private void openOrder(Deque<Step> steps) {
        if (chance.happens(MISTYPED)) {
            steps.add(_ -> orders.missing(chance.between(900_000, 999_999)));
            return;
        }
        withOrder(steps, order -> openOrder(order, steps));
    }

    private void openOrder(Order order, Deque<Step> steps) {
        steps.add(at -> orders.order(order, at));
        if (chance.happens(0.55)) {
            steps.add(_ -> orders.items(order));
        }
        if (chance.happens(0.35)) {
            steps.add(at -> releases(at) < 1 ? orders.tracking(order, at) : orders.timeline(order, at));
        }
    }

    private Exchange listInvoices() {
        look(0);
        List<Invoice> invoices =
                shown.stream().map(Order::invoice).filter(Objects::nonNull).toList();
        return billing.list(invoices, "limit=10");
    }

    private void openInvoice(Deque<Step> steps) {
        withOrder(steps, order -> openInvoice(order, steps));
    }

    private void openInvoice(Order order, Deque<Step> steps) {
        Invoice invoice = order.invoice();
        if (invoice == null) {
            steps.add(at -> orders.order(order, at));
            return;
        }
        steps.add(_ -> billing.invoice(invoice));
        if (chance.happens(0.35)) {
            steps.add(_ -> billing.pdf(invoice, account.company()));
        }
        if (!invoice.isPaid() && chance.happens(0.4)) {
            steps.add(_ -> billing.pay(invoice));
        }
        if (invoice.isPaid() && chance.happens(0.15)) {
            steps.add(_ -> billing.payment(invoice));
        }
    }

    private void openAddresses(Deque<Step> steps) {
        Company company = account.company();
        steps.add(_ -> addresses.list(company));
        if (company.addresses().isEmpty() || chance.happens(0.12)) {
            steps.add(_ -> addresses.add(company));
        } else if (chance.happens(0.4)) {
            String id = chance.pick(company.addresses());
            steps.add(_ -> chance.happens(0.3) ? addresses.change(id, company) : addresses.address(id, company));
        }
    }

    private void openProfile(Deque<Step> steps) {
        steps.add(_ -> AccountApi.me(account));
        if (chance.happens(0.2)) {
            steps.add(_ -> AccountApi.update(account, chance));
        }
    }

    private Exchange complain(Order order) {
        String subject = chance.pick(List.of("late delivery", "wrong item", "damaged", "invoice question"));
        Ticket ticket = shop.open(account, order, subject);
        shop.assign(ticket);
        return Exchange.post("/v1/tickets")
                .asking(Json.object()
                        .field("order_id", order.id())
                        .field("subject", subject)
                        .end())
                .answering(201, Json.object().field("id", ticket.id()).end())
                .taking(80);
    }

    /// Continues with an order that a list has shown, or shows the list first.
    private void withOrder(Deque<Step> steps, Consumer<Order> then) {
        if (shown.isEmpty()) {
            steps.add(this::listOrders);
        } else {
            then.accept(chance.pick(shown));
        }
    }

    /// Follows a link in a mail about an order that no list has shown lately, or one that somebody else
    /// passed on.
    private boolean openFromMail(Deque<Step> steps) {
        if (chance.happens(LINK_OF_SOMEONE_ELSE)) {
            Invoice foreign = shop.invoices().any(chance, 300);
            steps.add(_ -> billing.pdf(foreign, account.company()));
            return true;
        }
        List<Order> unseen = unseen();
        if (unseen.isEmpty()) {
            return false;
        }
        Order order = chance.pick(unseen);
        newestSeen = Math.max(newestSeen, order.id());
        if (chance.happens(0.5)) {
            openOrder(order, steps);
        } else {
            openInvoice(order, steps);
        }
        return true;
    }

    /// Orders that came in since this customer last looked at a list, or else some that left the lists long
    /// ago.
    private List<Order> unseen() {
        List<Order> all = account.company().orders();
        List<Order> fresh =
                all.stream().filter(order -> order.id() > newestSeen).toList();
        int listed = 2 * OrderApi.PAGE;
        return fresh.isEmpty() && all.size() > listed && chance.happens(OLD_MAIL)
                ? List.of(chance.pick(all.subList(0, all.size() - listed)))
                : fresh;
    }
}
