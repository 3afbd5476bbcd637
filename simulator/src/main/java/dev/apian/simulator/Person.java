// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A human being with an account: sits down, signs in if need be, opens page after page, and leaves.
///
/// Times between pages are log-normal and sessions come in bursts (human dynamics after Barabasi 2005), so
/// counts are not those of any simple counting process.
final class Person extends Agent {

    private static final double THINK_SPREAD = 1.0;
    private static final double STALE_TOKEN_TRIED = 0.15;
    private static final double PASSWORD_MISTYPED = 0.06;
    private static final double HAND_OVER = 0.012;
    private static final double SIGNS_OUT = 0.04;
    private static final double OUTAGE_HITS = 0.6;
    private static final int TRIES_MAX = 3;

    /// A new release asks too often until it is mended: a reading step is taken again so often, and again.
    private static final double ASKS_AGAIN = 0.66;

    private static final int STEPS_WAITING_MAX = 40;

    /// A page that was left open goes on asking when nobody is signed in any more.
    private static final double LEFT_OPEN = 0.002;

    private static final int ASKS_WHEN_LEFT_OPEN_MAX = 90;

    private final World world;
    private final Rhythm rhythm;
    private final Whereabouts whereabouts;
    private final List<Seat> seats;
    private final Chance chance;
    private final double pace;
    private final Deque<Errand> errands = new ArrayDeque<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    private Account account;
    private Work work;
    private @Nullable Change change;
    private @Nullable Session session;
    private int tries;
    private boolean registered = true;
    private int asksLeft;
    private String staleCredential = "";
    private @Nullable Sender leftOpen;

    Person(
            World world,
            Account account,
            Work work,
            Rhythm rhythm,
            Whereabouts whereabouts,
            List<Seat> seats,
            Chance chance) {
        this.world = world;
        this.account = account;
        this.work = work;
        this.rhythm = rhythm;
        this.whereabouts = whereabouts;
        this.seats = seats;
        this.chance = chance;
        this.pace = chance.logNormal(1, 0.35);
    }

    Account account() {
        return account;
    }

    Consumer consumer() {
        return Consumer.person(account.id());
    }

    /// Does different work in another role from some time on.
    void willChange(Change planned) {
        change = planned;
    }

    /// Whether a thief could take tokens away: neither a desk's cookie nor what a gateway vouches for.
    boolean holdsTokens() {
        return seats.stream()
                .anyMatch(seat ->
                        seat.login().proof() == Login.Proof.JWT || seat.login().proof() == Login.Proof.OPAQUE);
    }

    /// Whether what this person does is seen as this person's: not with a key that a team shares.
    boolean ownsCredential() {
        return seats.stream().allMatch(seat -> seat.login().consumer().equals(consumer()));
    }

    /// The longest time that one of this person's access tokens is good for.
    long tokenLife() {
        return seats.stream().mapToLong(seat -> seat.login().tokenLife()).max().orElse(0);
    }

    Rhythm rhythm() {
        return rhythm;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    /// The person creates the account in the first session, rather than having had it all along.
    void stillToRegister() {
        registered = false;
    }

    boolean hasAccount() {
        return registered;
    }

    @Override
    long act(long at) {
        takeNewPost(at);
        if (asksLeft > 0 && leftOpen != null && session == null) {
            return askInVain(at, leftOpen);
        }
        Session current = session == null ? begin(at) : session;
        if (current == null) {
            return rhythm.next(at);
        }
        if (errands.isEmpty() && steps.isEmpty() && !openNextPage(current, at)) {
            session = null;
            return leave(current, at);
        }
        if (errands.isEmpty() && !current.seat.login().fresh(at)) {
            signIn(current.seat.login(), at);
        }
        Errand errand = errands.poll();
        if (errand != null) {
            String credential = errand.signed ? current.seat.login().fields() : "";
            send(at, errand.step.take(at), current, credential);
        } else {
            perform(steps.remove(), current, at);
        }
        return at + pause();
    }

    /// Ends a session, sometimes with a page left open.
    private long leave(Session ended, long at) {
        if (ended.login().proof() != Login.Proof.STANDING && chance.happens(LEFT_OPEN)) {
            asksLeft = chance.between(5, ASKS_WHEN_LEFT_OPEN_MAX);
            leftOpen = ended.sender;
            staleCredential = ended.login().fields();
            return Math.max(at, ended.login().freshUntil()) + Micros.MINUTE;
        }
        return rhythm.next(at);
    }

    private long askInVain(long at, Sender sender) {
        asksLeft--;
        Exchange asked = world.business().me(account).refusing(401);
        world.wire().send(at, asked, sender, staleCredential, consumer(), chance);
        return asksLeft > 0 ? at + chance.span(40 * Micros.SECOND, 0.2) : rhythm.next(at);
    }

    private void takeNewPost(long at) {
        Change due = change;
        if (due != null && at >= due.at && session == null) {
            account = due.account;
            work = due.work;
            seats.forEach(seat -> seat.login().become(due.account));
            change = null;
        }
    }

    /// A sign-in of its own on the person's first device.
    Login anotherLogin(Chance other) {
        return seats.getFirst().login().again(other);
    }

    /// From where the person would call now.
    Sender senderNow(long at) {
        return sender(seats.getFirst(), at);
    }

    /// Makes the person be online now and for some pages more, whatever the plans were.
    Session comeOnline(long at, int pages) {
        Session current = session;
        if (current == null) {
            current = new Session(seats.getFirst(), sender(seats.getFirst(), at), pages);
            session = current;
            world.agenda().hurry(this, at + Micros.SECOND);
        }
        if (!current.login().fresh(at)) {
            world.agenda().hurry(this, at + Micros.SECOND);
        }
        current.pagesLeft = Math.max(current.pagesLeft, pages);
        return current;
    }

    private @Nullable Session begin(long at) {
        if (whereabouts.onJourney(at)) {
            return null;
        }
        Seat seat = chance.pick(seats);
        session = new Session(seat, sender(seat, at), work.pagesInSession(at));
        if (!registered) {
            registered = true;
            errands.add(new Errand(_ -> AccountApi.register(world.brand(), account), false));
        }
        return session;
    }

    private Sender sender(Seat seat, long at) {
        boolean working = rhythm.kindOfDayIsWork();
        Connection connection = seat.gateway() == null
                ? whereabouts.forSession(at, seat.device().isPhone(), working)
                : seat.gateway();
        return new Sender(connection, seat.device().userAgent(at));
    }

    private boolean openNextPage(Session current, long at) {
        if (current.pagesLeft-- <= 0) {
            if (chance.happens(SIGNS_OUT) && current.seat.login().fresh(at)) {
                steps.add(_ -> {
                    current.seat.login().signOut();
                    return Exchange.post(world.brand().auth() + "/logout").answering(204, "");
                });
                return true;
            }
            return false;
        }
        if (current.seat.gateway() == null && current.seat.device().isPhone() && chance.happens(HAND_OVER)) {
            current.sender = new Sender(whereabouts.mobile(at), current.sender.userAgent());
        }
        work.openPage(at, steps);
        return true;
    }

    private void signIn(Login login, long at) {
        if (login.renewable(at)) {
            if (chance.happens(STALE_TOKEN_TRIED)) {
                errands.add(new Errand(_ -> world.business().me(account).refusing(401), true));
            }
            errands.add(new Errand(login::renew, false));
            if (chance.happens(world.settings().conditions().answersLost())) {
                errands.add(new Errand(login::renewAgain, false));
            }
            return;
        }
        if (chance.happens(PASSWORD_MISTYPED)) {
            errands.add(new Errand(_ -> login.mistypePassword(), false));
        }
        errands.add(new Errand(login::signIn, false));
        steps.addFirst(_ -> world.business().me(account));
    }

    private void perform(Step step, Session current, long at) {
        Exchange exchange = step.take(at);
        if (world.calendar().inOutage(at) && chance.happens(OUTAGE_HITS)) {
            exchange.refusing(chance.happens(0.7) ? 503 : 500);
            if (++tries < TRIES_MAX) {
                steps.addFirst(step);
            } else {
                steps.clear();
                current.pagesLeft = 0;
                tries = 0;
            }
        } else {
            tries = 0;
            if (exchange.method.equals("GET") && steps.size() < STEPS_WAITING_MAX && asksAgain(at)) {
                steps.addFirst(step);
            }
        }
        send(at, exchange, current, current.seat.login().fields());
    }

    private boolean asksAgain(long at) {
        return world.calendar().afterRelease(at) && chance.happens(ASKS_AGAIN);
    }

    private void send(long at, Exchange exchange, Session current, String credential) {
        world.wire()
                .send(at, exchange, current.sender, credential, current.login().consumer(), chance);
    }

    private long pause() {
        if (!errands.isEmpty() || !steps.isEmpty()) {
            return tries > 0 ? chance.span(2 * Micros.SECOND, 0.4) : chance.span(110 * Micros.MILLISECOND, 0.6);
        }
        return chance.span((long) (work.think() * pace), THINK_SPREAD);
    }

    /// A device with the login on it.
    ///
    /// @param gateway through which its calls come, so that the API never sees where the person is; or nothing
    record Seat(Device device, Login login, @Nullable Connection gateway) {

        Seat(Device device, Login login) {
            this(device, login, null);
        }
    }

    /// A new job in the same business.
    ///
    /// @param account the same with the new role
    record Change(long at, Account account, Work work) {}

    /// A call to get or renew credentials, which comes before anything else.
    ///
    /// @param signed whether the call carries the credential there is
    private record Errand(Step step, boolean signed) {}

    /// The time between sitting down and leaving.
    static final class Session {

        private final Seat seat;
        private Sender sender;
        private int pagesLeft;

        Session(Seat seat, Sender sender, int pagesLeft) {
            this.seat = seat;
            this.sender = sender;
            this.pagesLeft = pagesLeft;
        }

        Login login() {
            return seat.login();
        }

        Sender sender() {
            return sender;
        }
    }
}
