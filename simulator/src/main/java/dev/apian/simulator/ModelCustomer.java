// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What customers of a business that is described by a [Model] do: a walk over resources (Markov), weighed by what
/// this customer is interested in. Things are mostly opened from a list that was just shown; sometimes from a link in
/// an e-mail, which the API never showed.
final class ModelCustomer implements Work {

    /// Many visits are a look at one page.
    private static final double GLANCE = 0.45;

    private static final double FROM_MAIL = 0.17;
    private static final double OLD_MAIL = 0.25;

    /// At most this share of what is opened comes from mail, however many kinds of things there are.
    private static final double MAIL_SHARE_MAX = 0.2;

    private static final double LINK_OF_SOMEONE_ELSE = 0.02;
    private static final double MISTYPED = 0.006;
    private static final double LISTS_AGAIN = 0.3;
    private static final double READS_AFTER = 0.7;
    private static final double READS_MORE = 0.3;
    private static final int NEAR = 400;

    private final ModelBusiness business;
    private final Ledger ledger;
    private final ModelApi api;
    private final Habits habits;
    private final Company company;
    private final Account account;
    private final long lag;
    private final Chance chance;
    private final double[] interest;
    private final int[] newestSeen;
    private final List<List<Thing>> shown;
    private final double length;
    private int place = -1;
    private int opened = 5;
    private int openedFromMail;

    /// @param lag how long after a release this customer's programs know what is new
    ModelCustomer(ModelBusiness business, Account account, long lag, Chance chance) {
        this.business = business;
        ledger = business.ledger();
        api = business.api();
        habits = business.habits();
        company = account.company();
        this.account = account;
        this.lag = lag;
        this.chance = chance;
        int count = habits.resources().size();
        interest = new double[count];
        for (int i = 0; i < count; i++) {
            interest[i] = chance.logNormal(1, 0.5);
        }
        newestSeen = new int[count];
        shown = new ArrayList<>(Collections.nCopies(count, List.of()));
        length = chance.logNormal(3.2, 0.6);
    }

    @Override
    public int pagesInSession(long at) {
        place = -1;
        double usual = business.world().calendar().onSale(at) ? length * 1.5 : length;
        return chance.happens(GLANCE) ? 1 : 1 + (int) chance.logNormal(usual, 0.6);
    }

    @Override
    public long think() {
        return 12 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        boolean mail = openedFromMail <= MAIL_SHARE_MAX * opened && chance.happens(FROM_MAIL);
        if (!mail || !openFromMail(at, steps)) {
            double[] weights = place < 0 ? habits.first() : habits.after(place);
            double[] mine = new double[weights.length];
            for (int i = 0; i < mine.length; i++) {
                mine[i] = weights[i] * interest[i];
            }
            place = chance.weighted(mine);
            visit(place, at, steps);
        }
        if (steps.isEmpty()) {
            steps.add(_ -> business.me(account));
        }
    }

    private void visit(int resource, long at, Deque<Step> steps) {
        Operation list = listOf(resource, at);
        if (list != null && (shown.get(resource).isEmpty() || chance.happens(LISTS_AGAIN))) {
            list(resource, list, at, steps);
            return;
        }
        Operation chosen = choose(resource, at);
        if (chosen == null) {
            return;
        }
        List<Thing> page = shown.get(resource);
        switch (chosen.kind()) {
            case LIST, SEARCH -> list(resource, chosen, at, steps);
            case REPORT, EXPORT -> steps.add(_ -> api.ask(chosen, company, chance));
            case CREATE -> create(resource, chosen, at, steps);
            case READ, PART, FILE, CHANGE, REMOVE, ACT -> {
                if (!chosen.names().contains(habits.resources().get(resource).type()) && page.isEmpty()) {
                    steps.add(_ -> api.ask(chosen, company, chance));
                } else if (!page.isEmpty()) {
                    use(chosen, resource, still(chance.pick(page), resource), at, steps);
                }
            }
        }
    }

    /// This thing; if somebody has removed it, the next page will not be of what was shown with it.
    private Thing still(Thing thing, int resource) {
        if (thing.isGone()) {
            shown.set(resource, List.of());
        }
        return thing;
    }

    private void use(Operation chosen, int resource, Thing thing, long at, Deque<Step> steps) {
        Operation read = kind(resource, Operation.Kind.READ, at);
        if (chosen.kind() == Operation.Kind.READ && chance.happens(MISTYPED)) {
            steps.add(_ -> api.missing(chosen, thing, chance.letters(7)));
            return;
        }
        if (chosen.kind() != Operation.Kind.READ && read != null && chance.happens(READS_AFTER)) {
            steps.add(now -> api.ask(read, thing, chance, now));
        }
        opened++;
        steps.add(now -> api.ask(chosen, thing, chance, now));
        Operation part = kind(resource, Operation.Kind.PART, at);
        if (chosen.kind() == Operation.Kind.READ && part != null && chance.happens(READS_MORE)) {
            steps.add(now -> api.ask(part, thing, chance, now));
        }
    }

    /// Shows a page, of what is in something else if the path says so.
    private void list(int resource, Operation list, long at, Deque<Step> steps) {
        int outer = outerOf(list);
        if (outer < 0) {
            steps.add(later -> look(resource, list, null, later));
        } else if (!shown.get(outer).isEmpty()) {
            Thing within = chance.pick(shown.get(outer));
            steps.add(later -> look(resource, list, within, later));
        } else {
            Operation outerList = listOf(outer, at);
            if (outerList != null && outerOf(outerList) < 0) {
                list(outer, outerList, at, steps);
            } else {
                List<Thing> all =
                        ledger.owned(company, habits.resources().get(outer).type());
                Thing within = all.isEmpty() ? null : all.getLast();
                steps.add(later -> look(resource, list, within, later));
            }
        }
    }

    private Exchange look(int resource, Operation list, @Nullable Thing within, long at) {
        int page = chance.happens(0.12) ? 1 : 0;
        Resource kind = habits.resources().get(resource);
        List<Thing> found = kind.isOfCompanies() ? own(kind, within, page) : catalogue(kind);
        if (!found.isEmpty()) {
            shown.set(resource, found);
            newestSeen[resource] =
                    Math.max(newestSeen[resource], found.getFirst().number());
        }
        String query = page == 0 ? "limit=8" : "limit=8&page=2";
        return api.list(list, found, within, company, query, at);
    }

    private List<Thing> own(Resource kind, @Nullable Thing within, int page) {
        List<Thing> all = ledger.owned(company, kind.type());
        List<Thing> found = new ArrayList<>(ModelApi.PAGE);
        int skip = page * ModelApi.PAGE;
        for (int i = all.size() - 1; i >= 0 && found.size() < ModelApi.PAGE; i--) {
            Thing thing = all.get(i);
            boolean inside = within == null || thing.parent() == null || thing.parent() == within;
            if (inside && !thing.isGone() && --skip < 0) {
                found.add(thing);
            }
        }
        return found;
    }

    private List<Thing> catalogue(Resource kind) {
        Thing newest = ledger.any(kind.type(), chance, Ledger.RECENT_MAX);
        return newest == null ? List.of() : ledger.pageBefore(newest, ModelApi.PAGE);
    }

    private void create(int resource, Operation create, long at, Deque<Step> steps) {
        Resource kind = habits.resources().get(resource);
        int outer = outerOf(create);
        if (outer >= 0 && shown.get(outer).isEmpty()) {
            Operation list = listOf(outer, at);
            if (list != null) {
                list(outer, list, at, steps);
            }
            return;
        }
        Thing parent =
                outer < 0 || !kind.parent().equals(create.names().getLast()) ? null : chance.pick(shown.get(outer));
        Operation read = kind(resource, Operation.Kind.READ, at);
        steps.add(later -> {
            Company owner = kind.isOfCompanies() ? company : null;
            Thing made = ledger.add(kind, owner, parent, later, chance);
            if (shown.get(resource).isEmpty()) {
                shown.set(resource, List.of(made));
            }
            if (read != null) {
                steps.add(after -> api.ask(read, made, chance, after));
            }
            return api.ask(create, made, chance, later);
        });
    }

    /// Follows a link in a mail about something that no list has shown lately, or one that somebody else passed on.
    private boolean openFromMail(long at, Deque<Step> steps) {
        int count = habits.resources().size();
        int from = chance.below(count);
        boolean foreign = chance.happens(LINK_OF_SOMEONE_ELSE);
        for (int i = 0; i < count; i++) {
            int resource = (from + i) % count;
            Operation read = kind(resource, Operation.Kind.READ, at);
            if (read == null || !habits.resources().get(resource).isOfCompanies()) {
                continue;
            }
            Thing thing = foreign ? ofSomebodyElse(resource) : unseen(resource);
            if (thing != null && !thing.isGone()) {
                opened++;
                openedFromMail++;
                steps.add(foreign ? _ -> api.refused(read, thing, 403) : later -> api.ask(read, thing, chance, later));
                return true;
            }
        }
        return false;
    }

    private @Nullable Thing ofSomebodyElse(int resource) {
        Thing thing = ledger.any(habits.resources().get(resource).type(), chance, NEAR);
        return thing == null || thing.owner() == company ? null : thing;
    }

    /// One that came since this customer last looked at a list, or else one that left the lists long ago.
    private @Nullable Thing unseen(int resource) {
        List<Thing> all = ledger.owned(company, habits.resources().get(resource).type());
        int fresh = all.size();
        while (fresh > 0 && all.get(fresh - 1).number() > newestSeen[resource]) {
            fresh--;
        }
        if (fresh < all.size()) {
            Thing thing = all.get(fresh);
            newestSeen[resource] = thing.number();
            return thing;
        }
        int listed = 2 * ModelApi.PAGE;
        return all.size() > listed && chance.happens(OLD_MAIL) ? all.get(chance.below(all.size() - listed)) : null;
    }

    /// The resource in which the path lies, or a negative number.
    private int outerOf(Operation operation) {
        return operation.names().isEmpty()
                ? -1
                : business.habits().indexOf(operation.names().getLast());
    }

    private @Nullable Operation listOf(int resource, long at) {
        for (Operation operation : habits.operations(resource)) {
            if (operation.kind().shows() && isThere(operation, at)) {
                return operation;
            }
        }
        return null;
    }

    private @Nullable Operation kind(int resource, Operation.Kind kind, long at) {
        for (Operation operation : habits.operations(resource)) {
            if (operation.kind() == kind && isThere(operation, at)) {
                return operation;
            }
        }
        return null;
    }

    /// One of the endpoints, in proportion to their weights.
    private @Nullable Operation choose(int resource, long at) {
        List<Operation> all = habits.operations(resource);
        double[] weights = new double[all.size()];
        boolean any = false;
        for (int i = 0; i < weights.length; i++) {
            Operation operation = all.get(i);
            boolean open = isThere(operation, at) && !operation.kind().shows();
            weights[i] = open ? operation.weight() : 0;
            any |= open;
        }
        return any ? all.get(chance.weighted(weights)) : null;
    }

    private boolean isThere(Operation operation, long at) {
        return operation.release() == 0 || business.world().calendar().releases(at - lag) >= operation.release();
    }
}
