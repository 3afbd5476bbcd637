// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The work of the staff of a business that is described by a [Model]: what waits is listed, opened and decided;
/// what somebody asks about is searched first.
final class ModelDesk implements Work {

    private static final double READ_OUT_ON_THE_PHONE = 0.03;
    private static final double DECIDES = 0.85;
    private static final int NEAR = 600;

    private final Model model;
    private final Ledger ledger;
    private final ModelApi api;
    private final List<Company> companies;
    private final Role role;
    private final Account account;
    private final Chance chance;
    private final List<Resource> resources = new ArrayList<>();
    private final List<List<Operation>> operations = new ArrayList<>();
    private final double[] weights;

    ModelDesk(Model model, Ledger ledger, ModelApi api, List<Company> companies, Account account, Chance chance) {
        this.model = model;
        this.ledger = ledger;
        this.api = api;
        this.companies = companies;
        this.account = account;
        role = account.role();
        this.chance = chance;
        for (Resource resource : model.resources()) {
            List<Operation> mine = resource.of(role);
            if (!mine.isEmpty()) {
                resources.add(resource);
                operations.add(mine);
            }
        }
        weights = new double[resources.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] =
                    operations.get(i).stream().mapToDouble(Operation::weight).sum();
        }
    }

    @Override
    public int pagesInSession(long at) {
        return 3 + (int) chance.logNormal(8, 0.4);
    }

    @Override
    public long think() {
        return 75 * Micros.SECOND;
    }

    @Override
    public void openPage(long at, Deque<Step> steps) {
        if (!resources.isEmpty()) {
            visit(chance.weighted(weights), at, steps);
        }
        if (steps.isEmpty()) {
            steps.add(_ -> Exchange.get(model.me())
                    .answering(200, account.describe(Json.object()).end()));
        }
    }

    private void visit(int index, long at, Deque<Step> steps) {
        Resource resource = resources.get(index);
        List<Operation> mine = operations.get(index);
        Operation list = find(mine, Operation.Kind.SEARCH);
        list = list == null ? find(mine, Operation.Kind.LIST) : list;
        Operation read = find(mine, Operation.Kind.READ);
        Operation act = find(mine, Operation.Kind.ACT);
        Thing any = ledger.any(resource.type(), chance, NEAR);
        if (read != null && any != null && chance.happens(READ_OUT_ON_THE_PHONE)) {
            steps.add(now -> api.ask(read, any, chance, now));
        } else if (list != null && list.names().isEmpty() && act != null && resource.waits()) {
            decide(resource, list, read, act, steps);
        } else if (list != null && list.names().isEmpty() && any != null && !chance.happens(aloneShare(mine))) {
            lookUp(mine, list, any, at, steps);
        } else {
            doOne(resource, mine, any, steps);
        }
    }

    /// Lists what waits, opens the next and acts on it.
    private void decide(Resource resource, Operation list, @Nullable Operation read, Operation act, Deque<Step> steps) {
        Deque<Thing> waiting = ledger.waiting(resource.type());
        List<Thing> page = new ArrayList<>(ModelApi.PAGE);
        for (Iterator<Thing> all = waiting.iterator(); all.hasNext() && page.size() < ModelApi.PAGE; ) {
            page.add(all.next());
        }
        steps.add(at -> api.list(list, page, null, null, "status=waiting", at));
        Thing next = waiting.pollFirst();
        if (next == null) {
            return;
        }
        if (read != null) {
            steps.add(at -> api.ask(read, next, chance, at));
        }
        if (chance.happens(DECIDES)) {
            steps.add(at -> api.ask(act, next, chance, at));
        }
    }

    /// Finds something, opens it, and looks at what is in it or does something with it.
    private void lookUp(List<Operation> mine, Operation list, Thing newest, long at, Deque<Step> steps) {
        List<Thing> page = ledger.pageBefore(newest, ModelApi.PAGE);
        String query = list.kind() == Operation.Kind.SEARCH
                ? "q=" + Names.mailbox(newest.name(Chance.of(newest.number(), 0)))
                : "limit=8&page=" + chance.between(1, 9);
        steps.add(now -> api.list(list, page, null, null, query, now));
        Operation read = find(mine, Operation.Kind.READ);
        for (int i = chance.between(1, 2); i > 0; i--) {
            Thing thing = chance.pick(page);
            if (read != null) {
                steps.add(now -> api.ask(read, thing, chance, now));
            }
            Operation more = chance.pick(mine);
            boolean over = more.kind() == Operation.Kind.ACT && !thing.isOpen(at);
            if (!over
                    && more.kind().isOfOne()
                    && more.kind() != Operation.Kind.READ
                    && chance.happens(share(more, mine))) {
                steps.add(now -> api.ask(more, thing, chance, now));
            } else if (chance.happens(0.5)) {
                lookInside(thing, steps);
            }
        }
    }

    /// How much of the work is about no thing that there is.
    private static double aloneShare(List<Operation> mine) {
        double all = 0;
        double alone = 0;
        for (Operation operation : mine) {
            Operation.Kind kind = operation.kind();
            all += operation.weight();
            alone += kind.isOfOne() || kind.shows() ? 0 : operation.weight();
        }
        return alone / all;
    }

    private static double share(Operation operation, List<Operation> among) {
        double most = 0;
        for (Operation other : among) {
            most = Math.max(most, other.weight());
        }
        return Math.min(1, 2 * operation.weight() / most);
    }

    /// Lists what is in something and opens one of it.
    private void lookInside(Thing outer, Deque<Step> steps) {
        Company owner = outer.owner();
        int from = chance.below(resources.size());
        for (int i = 0; i < resources.size() && owner != null; i++) {
            int inner = (from + i) % resources.size();
            Operation list = find(operations.get(inner), Operation.Kind.LIST);
            if (list == null
                    || list.names().isEmpty()
                    || !list.names().getLast().equals(outer.resource().type())) {
                continue;
            }
            List<Thing> all = ledger.owned(owner, resources.get(inner).type());
            List<Thing> page = List.copyOf(all.subList(Math.max(0, all.size() - ModelApi.PAGE), all.size()))
                    .reversed();
            steps.add(at -> api.list(list, page, outer, owner, "limit=8", at));
            Operation read = find(operations.get(inner), Operation.Kind.READ);
            if (read != null && !page.isEmpty()) {
                Thing thing = chance.pick(page);
                steps.add(at -> api.ask(read, thing, chance, at));
            }
            return;
        }
    }

    private void doOne(Resource resource, List<Operation> mine, @Nullable Thing any, Deque<Step> steps) {
        double[] likely = new double[mine.size()];
        for (int i = 0; i < likely.length; i++) {
            Operation.Kind kind = mine.get(i).kind();
            likely[i] = kind.isOfOne() || kind.shows()
                    ? mine.get(i).weight() / 1_000
                    : mine.get(i).weight();
        }
        Operation chosen = mine.get(chance.weighted(likely));
        switch (chosen.kind()) {
            case REPORT, EXPORT -> steps.add(_ -> api.ask(chosen, null, chance));
            case CREATE ->
                steps.add(at -> {
                    Company owner = resource.isOfCompanies() && !companies.isEmpty() ? chance.pick(companies) : null;
                    return api.ask(chosen, ledger.add(resource, owner, null, at, chance), chance, at);
                });
            case LIST, SEARCH, READ, PART, FILE, CHANGE, REMOVE, ACT -> {
                if (any != null) {
                    steps.add(at -> api.ask(chosen, any, chance, at));
                }
            }
        }
    }

    private static @Nullable Operation find(List<Operation> among, Operation.Kind kind) {
        for (Operation operation : among) {
            if (operation.kind() == kind) {
                return operation;
            }
        }
        return null;
    }
}
