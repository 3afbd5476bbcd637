// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What partners of a business that is described by a [Model] do with it: look for what is new, write in bulk at
/// night, reconcile once a month.
final class ModelPartner implements PartnerWork {

    private final Model model;
    private final Ledger ledger;
    private final ModelApi api;
    private final Showcase showcase;
    private final Company company;
    private final Chance chance;
    private final List<Use> lists = new ArrayList<>();
    private final List<Use> reads = new ArrayList<>();
    private final List<Use> creates = new ArrayList<>();
    private final List<Use> others = new ArrayList<>();

    ModelPartner(ModelBusiness business, Company company, Chance chance) {
        model = business.model();
        ledger = business.ledger();
        api = business.api();
        showcase = business.showcase();
        this.company = company;
        this.chance = chance;
        for (Resource resource : model.resources()) {
            for (Operation operation : resource.of(Model.PARTNER)) {
                sort(new Use(resource, operation));
            }
        }
    }

    private void sort(Use use) {
        switch (use.operation().kind()) {
            case LIST, SEARCH -> lists.add(use);
            case READ -> reads.add(use);
            case CREATE -> creates.add(use);
            case REPORT, EXPORT -> others.add(use);
            case PART, FILE, CHANGE, REMOVE, ACT -> {}
        }
    }

    @Override
    public void everyTenMinutes(long at, Deque<Step> steps) {
        steps.add(this::look);
        if (chance.happens(0.6)) {
            steps.add(this::own);
        }
    }

    @Override
    public void nightly(long at, int pages, Deque<Step> steps) {
        if (!others.isEmpty()) {
            Use export = chance.pick(others);
            steps.add(_ -> api.ask(export.operation(), company, chance));
        }
        for (int i = 0; i < pages; i++) {
            steps.add(creates.isEmpty() ? this::look : this::create);
        }
    }

    @Override
    public void monthly(long at, Deque<Step> steps) {
        for (Use read : reads) {
            for (Thing thing : ledger.owned(company, read.resource().type())) {
                steps.add(later -> api.ask(read.operation(), thing, chance, later));
            }
        }
    }

    @Override
    public Exchange own(long at) {
        if (!reads.isEmpty()) {
            Use read = chance.pick(reads);
            Thing thing = any(read);
            if (thing != null) {
                return api.ask(read.operation(), thing, chance, at);
            }
        }
        return look(at);
    }

    private Exchange look(long at) {
        if (lists.isEmpty()) {
            return showcase.nth(chance.below(showcase.size()), chance, at);
        }
        Use list = chance.pick(lists);
        List<Thing> all = ledger.owned(company, list.resource().type());
        Thing within = list.operation().names().isEmpty()
                ? null
                : anyOf(list.operation().names().getLast());
        List<Thing> page = List.copyOf(all.subList(Math.max(0, all.size() - ModelApi.PAGE), all.size()))
                .reversed();
        return api.list(list.operation(), page, within, company, "limit=8", at);
    }

    private Exchange create(long at) {
        Use create = chance.pick(creates);
        Company owner = create.resource().isOfCompanies() ? company : null;
        Thing made = ledger.add(create.resource(), owner, null, at, chance);
        ledger.waiting(create.resource().type()).removeLastOccurrence(made); // what partners send is booked at once
        return api.ask(create.operation(), made, chance, at);
    }

    private @Nullable Thing any(Use use) {
        return use.resource().isOfCompanies()
                ? anyOf(use.resource().type())
                : ledger.any(use.resource().type(), chance, Ledger.RECENT_MAX);
    }

    private @Nullable Thing anyOf(String type) {
        List<Thing> all = ledger.owned(company, type);
        return all.isEmpty() ? null : chance.pick(all);
    }
}
