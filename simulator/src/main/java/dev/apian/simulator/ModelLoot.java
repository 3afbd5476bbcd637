// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a thief may want of a business that is described by a [Model].
///
/// Where the model lacks what an attack is about, the next best is taken: a list where there is nothing to read one by
/// one, a large page where there are no files, any change where nothing waits for approval.
final class ModelLoot implements Loot {

    private static final int NEAR = 2_000;
    private static final int TRIES_MAX = 100;

    private final Model model;
    private final Ledger ledger;
    private final ModelApi api;
    private final Showcase showcase;
    private final long start;
    private final List<Use> closed;
    private final List<Use> jewels;
    private final List<Use> privates;
    private final List<Use> everyday;
    private final List<Use> files;
    private final List<Use> lastSteps;
    private final Use numbers;
    private final @Nullable Use searched;
    private final @Nullable Use found;
    private final Deque<Thing> toRead = new ArrayDeque<>();

    ModelLoot(ModelBusiness business) {
        model = business.model();
        ledger = business.ledger();
        api = business.api();
        showcase = business.showcase();
        start = business.world().calendar().start();
        Spoils spoils = new Spoils(model);
        closed = spoils.closed();
        jewels = spoils.jewels();
        privates = spoils.privates();
        everyday = spoils.everyday();
        files = spoils.files();
        lastSteps = spoils.lastSteps();
        numbers = spoils.numbers();
        searched = spoils.searched();
        found = searched == null ? null : spoils.readOf(searched);
    }

    @Override
    public Role clerk() {
        return model.cast().clerk();
    }

    @Override
    public Role outsider() {
        return model.cast().outsider();
    }

    @Override
    public Role veteran() {
        return model.cast().veteran();
    }

    @Override
    public Role approver() {
        return model.cast().approver();
    }

    @Override
    public Role treasurer() {
        return model.cast().treasurer();
    }

    @Override
    public Exchange bulk(Chance chance, long at) {
        Thing next = toRead.poll();
        if (next != null && found != null) {
            return api.ask(found.operation(), next, chance, at);
        }
        if (searched == null) {
            return any(chance.pick(everyday), chance, at);
        }
        Thing newest = ledger.any(searched.resource().type(), chance, Ledger.RECENT_MAX);
        List<Thing> page = newest == null ? List.of() : ledger.pageBefore(newest, ModelApi.PAGE);
        if (found != null) {
            toRead.addAll(page);
        }
        String query = newest == null ? "q=a" : "q=" + Names.mailbox(newest.name(Chance.of(newest.number(), 0)));
        return api.list(searched.operation(), page, null, null, query, at);
    }

    @Override
    public Exchange forbidden(int n, Chance chance, long at) {
        return any(closed.get(n % closed.size()), chance, at);
    }

    @Override
    public Exchange jewel(int n, Chance chance, long at) {
        return any(jewels.get(n % jewels.size()), chance, at);
    }

    @Override
    public Exchange own(Account account, Chance chance, long at) {
        Use use = chance.pick(everyday);
        Resource resource = use.resource();
        if (!resource.isOfCompanies()) {
            return any(use, chance, at);
        }
        List<Thing> mine = ledger.owned(account.company(), resource.type());
        if (use.operation().kind().shows()) {
            List<Thing> page = List.copyOf(mine.subList(Math.max(0, mine.size() - ModelApi.PAGE), mine.size()));
            Thing outer = page.isEmpty() ? null : page.getLast().parent();
            return api.list(use.operation(), page.reversed(), outer, account.company(), "limit=8", at);
        }
        return mine.isEmpty()
                ? api.ask(use.operation(), account.company(), chance)
                : api.ask(use.operation(), chance.pick(mine), chance, at);
    }

    @Override
    public Exchange foreign(Company thief, Chance chance, long at) {
        Use use = chance.pick(privates);
        for (int i = 0; i < TRIES_MAX; i++) {
            Thing thing = ledger.any(use.resource().type(), chance, NEAR);
            if (thing != null && thing.owner() != null && thing.owner() != thief && !thing.isGone()) {
                return api.ask(use.operation(), thing, chance, at);
            }
        }
        return any(use, chance, at);
    }

    @Override
    public Exchange numbered(int number, long at) {
        Chance chance = Chance.of(number, 0);
        Recent<Thing> recent = ledger.recent(numbers.resource().type());
        Thing thing = recent.find(number);
        Thing near = recent.find(recent.oldestId());
        return thing == null
                ? api.missing(numbers.operation(), near, Integer.toString(number))
                : api.ask(numbers.operation(), thing, chance, at);
    }

    @Override
    public int numbersStart() {
        return ledger.recent(numbers.resource().type()).oldestId();
    }

    @Override
    public int numbersEnd() {
        return ledger.recent(numbers.resource().type()).nextId();
    }

    @Override
    public Exchange published(int n, Chance chance) {
        return showcase.nth(n, chance, start);
    }

    @Override
    public int publicThings() {
        return showcase.size();
    }

    @Override
    public Exchange refused(Chance chance) {
        Use use = chance.pick(closed);
        Thing thing = ledger.any(use.resource().type(), chance, NEAR);
        boolean guessed = chance.happens(0.3) && use.operation().kind().isOfOne();
        return guessed
                ? api.missing(use.operation(), thing, chance.letters(7))
                : api.refused(use.operation(), thing, chance.happens(0.15) ? 401 : 403);
    }

    @Override
    public Exchange heavy(Chance chance, long at) {
        Exchange exchange = any(chance.pick(files), chance, at);
        return exchange.sized(chance.between(60_000, 400_000));
    }

    /// Acts on something that nobody listed or opened, and that does not wait.
    @Override
    public Exchange shortCut(Account account, Chance chance, long at) {
        Use use = chance.pick(lastSteps);
        for (int i = 0; i < TRIES_MAX; i++) {
            Thing thing = ledger.any(use.resource().type(), chance, NEAR);
            if (thing != null && thing.isOpen(at) && !thing.isGone()) {
                return api.ask(use.operation(), thing, chance, at);
            }
        }
        return any(use, chance, at).answering(200, "{\"done\":true}");
    }

    private Exchange any(Use use, Chance chance, long at) {
        Resource resource = use.resource();
        Operation.Kind kind = use.operation().kind();
        if (kind == Operation.Kind.CREATE) {
            return api.ask(use.operation(), ledger.add(resource, null, null, at, chance), chance, at);
        }
        Thing thing = ledger.any(resource.type(), chance, NEAR);
        if (thing == null || kind == Operation.Kind.REPORT || kind == Operation.Kind.EXPORT) {
            return api.ask(use.operation(), null, chance);
        }
        if (kind.shows()) {
            Company owner = use.operation().names().isEmpty() ? null : thing.owner();
            List<Thing> page = owner == null ? ledger.pageBefore(thing, ModelApi.PAGE) : List.of(thing);
            return api.list(use.operation(), page, thing.parent(), owner, "limit=8", at);
        }
        return api.ask(use.operation(), thing, chance, at);
    }
}
