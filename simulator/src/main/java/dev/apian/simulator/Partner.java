// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// A partner's application: synchronises stock every ten minutes, orders in bulk every night, ever more of it.
///
/// Half of them send an API key, which the gateway knows; the others fetch a token with client credentials.
final class Partner extends Agent {

    private static final long EVERY = 10 * Micros.MINUTE;
    private static final long TOKEN_LIFE = Micros.HOUR;
    private static final int OWN_ORDERS_MAX = 20;

    private final World world;
    private final Chance chance;
    private final String client;
    private final String secret;
    private final boolean key;
    private final Sender sender;
    private final Company company;
    private final int nightlyPages;
    private final double growth;
    private final long nightAt;
    private final long offset;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Deque<Order> own = new ArrayDeque<>();

    private String fields = "";
    private long freshUntil;
    private long lastNight;

    Partner(World world, int number, Company business, Chance chance) {
        this.world = world;
        this.chance = chance;
        String firm = Names.firm(chance);
        client = Names.slug(firm) + "-" + (number + 1);
        company = new Company("org-90" + (10 + number), firm);
        company.addAddress(chance.uuid());
        secret = chance.letters(36);
        key = number % 2 == 0;
        Network network = world.atlas().any(Network.Kind.HOSTING, chance);
        String agent = chance.happens(0.5) ? "python-requests/2.32.3" : "okhttp/4.12.0";
        sender = new Sender(world.atlas().hosted(network, chance), agent);
        nightlyPages = (int) chance.logNormal(60, 0.6);
        growth = 1 + chance.unit() * 0.02;
        nightAt = chance.between(Micros.HOUR, 4 * Micros.HOUR);
        offset = chance.between(0, EVERY - 1);
        lastNight = day(world.calendar().start());
        if (key) {
            freshUntil = Micros.NEVER;
            fields = ",\"http.request.header.x-api-key\":\"ksk_live_" + secret + "\",\"client.id\":\"" + client
                    + "\",\"organization.id\":\"" + business.id() + '"';
        }
    }

    String client() {
        return client;
    }

    Company company() {
        return company;
    }

    boolean sendsKey() {
        return key;
    }

    Sender sender() {
        return sender;
    }

    String fields() {
        return fields;
    }

    @Override
    long act(long at) {
        if (steps.isEmpty()) {
            plan(at);
        }
        if (at >= freshUntil) {
            send(at, fetchToken(at), "");
            return at + chance.span(150 * Micros.MILLISECOND, 0.3);
        }
        Step step = steps.remove();
        Exchange exchange = step.take(at);
        if (world.calendar().inOutage(at) && chance.happens(0.5)) {
            exchange.refusing(503);
            steps.addFirst(step);
        }
        send(at, exchange, fields);
        return steps.isEmpty() ? nextRun(at) : at + chance.span(350 * Micros.MILLISECOND, 0.7);
    }

    private void plan(long at) {
        for (int i = chance.between(1, 2); i > 0; i--) {
            steps.add(_ -> syncStock());
        }
        if (!own.isEmpty() && chance.happens(0.6)) {
            Order order = chance.happens(0.5) ? own.getLast() : own.getFirst();
            steps.add(later -> read(order, later));
        }
        if (day(at) > lastNight && Math.floorMod(at, Micros.DAY) >= nightAt) {
            lastNight = day(at);
            double age = (double) (lastNight - day(world.calendar().start()));
            int pages = (int) (nightlyPages * StrictMath.pow(growth, age) * chance.logNormal(1, 0.3));
            steps.add(_ -> Exchange.get("/v1/partner/catalog").sized(chance.between(90_000, 120_000)));
            for (int i = 0; i < pages; i++) {
                steps.add(this::orderInBulk);
            }
        }
    }

    private long nextRun(long at) {
        long next = (at - offset) / EVERY * EVERY + EVERY + offset;
        return next + chance.between(0, 4 * Micros.SECOND);
    }

    private static long day(long at) {
        return Math.floorDiv(at, Micros.DAY);
    }

    private Exchange fetchToken(long at) {
        freshUntil = at + TOKEN_LIFE;
        long seconds = at / Micros.SECOND;
        String claims = Json.object()
                .field("iss", "https://id.kestrel-supply.example")
                .field("sub", client)
                .field("client_id", client)
                .field("azp", client)
                .field("scope", "stock orders")
                .field("iat", seconds)
                .field("exp", seconds + TOKEN_LIFE / Micros.SECOND)
                .end();
        String token = Login.jwt(claims, chance);
        fields = ",\"http.request.header.authorization\":\"Bearer " + token + '"';
        String answer = Json.object()
                .field("access_token", token)
                .field("token_type", "Bearer")
                .field("expires_in", TOKEN_LIFE / Micros.SECOND)
                .end();
        return Exchange.post("/v1/auth/token")
                .asking("grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)
                .answering(200, answer)
                .taking(90);
    }

    private Exchange syncStock() {
        Json asked = Json.object().array("items");
        for (Product product : world.shop().someProducts(chance, chance.between(3, 8))) {
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
            Order order = world.shop().place(company, at, chance);
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
        return Exchange.get("/v1/partner/orders/" + order.id())
                .answering(200, order.summarise(Json.object(), at).end());
    }

    private void remember(Order order) {
        if (own.size() == OWN_ORDERS_MAX) {
            own.removeFirst();
        }
        own.addLast(order);
    }

    private void send(long at, Exchange exchange, String credential) {
        world.wire().send(at, exchange, sender, credential, chance);
    }
}
