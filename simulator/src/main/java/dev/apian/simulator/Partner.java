// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/// A partner's application: a little work every ten minutes, much every night and ever more of it, the books once a
/// month. Some move to another data centre one day.
///
/// Half of them send an API key, which the gateway knows; the others fetch a token with client credentials. Where
/// credentials may be bare, every fourth sends a key of which only the key is known, and every fourth a certificate.
final class Partner extends Agent {

    private static final long EVERY = 10 * Micros.MINUTE;
    private static final long TOKEN_LIFE = Micros.HOUR;
    private static final double MOVES_A_YEAR = 0.8;
    private static final long LOCKED_OUT_EVERY = 25 * Micros.DAY;

    private final World world;
    private final Chance chance;
    private final PartnerWork work;
    private final String client;
    private final String secret;
    private final boolean key;
    private final String agent;
    private final Company company;
    private final int nightlyPages;
    private final double growth;
    private final long nightAt;
    private final int monthlyDay;
    private final long offset;
    private final Deque<Step> steps = new ArrayDeque<>();

    private Sender sender;
    private String fields = "";
    private long freshUntil;
    private long lastNight;
    private long movesAt;
    private long lockedFrom;
    private long lockedTo;

    Partner(World world, int number, Company business, Chance chance) {
        this.world = world;
        this.chance = chance;
        String firm = Names.firm(chance);
        client = Names.slug(firm) + "-" + (number + 1);
        company = new Company("org-90" + (10 + number), firm);
        company.addAddress(chance.uuid());
        secret = chance.letters(36);
        key = number % 2 == 0;
        boolean bare = world.settings().conditions().bareCredentials() && number % 4 > 1;
        agent = chance.happens(0.5) ? "python-requests/2.32.3" : "okhttp/4.12.0";
        sender = settle();
        nightlyPages = (int) chance.logNormal(60, 0.6);
        growth = 1 + chance.unit() * 0.01;
        nightAt = chance.between(Micros.HOUR, 4 * Micros.HOUR);
        monthlyDay = chance.between(1, 3);
        offset = chance.between(0, EVERY - 1);
        lastNight = day(world.calendar().start());
        movesAt = nextMove(world.calendar().start());
        planLockOut(world.calendar().start());
        work = world.business().partner(company, client, chance.split());
        if (key || bare) {
            freshUntil = Micros.NEVER;
            String sent =
                    ",\"http.request.header.x-api-key\":\"" + world.brand().prefix() + "k_live_" + secret + '"';
            String named = sent + ",\"client.id\":\"" + client + "\",\"organization.id\":\"" + business.id() + '"';
            String certificate = ",\"tls.client.subject\":\"CN=" + client + ",O=" + firm + '"';
            fields = !bare ? named : key ? sent : certificate;
        }
    }

    String client() {
        return client;
    }

    Consumer consumer() {
        return Consumer.application(client);
    }

    Company company() {
        return company;
    }

    PartnerWork work() {
        return work;
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
            if (at >= movesAt) {
                move(at);
            }
            if (at >= lockedTo) {
                planLockOut(at);
            }
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
        } else if (at >= lockedFrom && at < lockedTo) {
            exchange.refusing(403);
        }
        send(at, exchange, fields);
        return steps.isEmpty() ? nextRun(at) : at + chance.span(350 * Micros.MILLISECOND, 0.7);
    }

    private void plan(long at) {
        work.everyTenMinutes(at, steps);
        if (day(at) > lastNight && Math.floorMod(at, Micros.DAY) >= nightAt) {
            lastNight = day(at);
            double age =
                    Math.min(365.0, (double) (lastNight - day(world.calendar().start())));
            work.nightly(at, (int) (nightlyPages * StrictMath.pow(growth, age) * chance.logNormal(1, 0.3)), steps);
            if (LocalDate.ofEpochDay(lastNight).getDayOfMonth() == monthlyDay) {
                work.monthly(at, steps);
            }
        }
    }

    /// A deployment in another data centre, from now on.
    private void move(long at) {
        sender = settle();
        movesAt = nextMove(at);
        world.diary().note(Occasion.Kind.NEW_REGION, consumer().id(), at, at + 2 * Micros.DAY);
    }

    /// Somebody takes a right away by mistake, and it takes hours until somebody gives it back.
    private void planLockOut(long after) {
        lockedFrom = after + Micros.DAY + chance.span(LOCKED_OUT_EVERY, 0.8);
        lockedTo = lockedFrom + chance.span(4 * Micros.HOUR, 0.7);
        world.diary().note(Occasion.Kind.LOCKED_OUT, consumer().id(), lockedFrom, lockedTo);
    }

    private Sender settle() {
        Network network = world.atlas().any(Network.Kind.HOSTING, chance);
        return new Sender(world.atlas().hosted(network, chance), agent);
    }

    private long nextMove(long after) {
        return after + Micros.DAY + chance.span((long) (365 * Micros.DAY / MOVES_A_YEAR), 0.9);
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
                .field("iss", world.brand().issuer())
                .field("sub", client)
                .field("client_id", client)
                .field("azp", client)
                .field("scope", "read write")
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
        return Exchange.post(world.brand().auth() + "/token")
                .asking("grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)
                .answering(200, answer)
                .taking(90);
    }

    private void send(long at, Exchange exchange, String credential) {
        world.wire().send(at, exchange, sender, credential, consumer(), chance);
    }
}
