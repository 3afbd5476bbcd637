// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A business that does what a [Model] says.
final class ModelBusiness implements Business {

    private static final long HISTORY = 60 * Micros.DAY;
    private static final int WAITING_AT_FIRST = 30;

    private final World world;
    private final Model model;
    private final Ledger ledger;
    private final ModelApi api;
    private final List<Company> companies = new ArrayList<>();
    private final List<Resource> arriving;
    private final double[] rates;
    private final double arrivals;
    private final Showcase showcase;
    private final Habits habits;

    ModelBusiness(Model model, World world) {
        this.model = model;
        this.world = world;
        ledger = new Ledger(model);
        api = new ModelApi(model, ledger);
        arriving = model.resources().stream()
                .filter(resource -> resource.isOfCompanies() && resource.perDay() > 0)
                .toList();
        rates = arriving.stream().mapToDouble(Resource::perDay).toArray();
        arrivals = arriving.stream().mapToDouble(Resource::perDay).sum();
        showcase = new Showcase(model, ledger, api);
        habits = new Habits(model);
    }

    @Override
    public Brand brand() {
        return model.brand();
    }

    @Override
    public List<Position> staff() {
        return model.staff();
    }

    @Override
    public Work desk(Account account, Chance chance) {
        return new ModelDesk(model, ledger, api, companies, account, chance);
    }

    @Override
    public Work customer(Account account, long lag, Chance chance) {
        for (Resource resource : model.resources()) {
            if (resource.ids().form() == Ids.Form.ACCOUNT) {
                ledger.add(resource, account, world.calendar().start());
            }
        }
        return new ModelCustomer(this, account, lag, chance);
    }

    @Override
    public PartnerWork partner(Company company, String client, Chance chance) {
        long start = world.calendar().start();
        for (Resource resource : model.resources()) {
            if (resource.isOfCompanies() && resource.ids().form() != Ids.Form.ACCOUNT) {
                for (int i = chance.between(resource.few(), resource.many()); i > 0; i--) {
                    ledger.add(resource, company, null, start, chance);
                }
            }
        }
        return new ModelPartner(this, company, chance);
    }

    @Override
    public Exchange me(Account account) {
        return Exchange.get(model.me())
                .answering(200, account.describe(Json.object()).end());
    }

    @Override
    public void addHistory(List<Company> customers, Chance chance) {
        companies.addAll(customers);
        for (Resource resource : model.resources()) {
            if (resource.ids().form() == Ids.Form.ACCOUNT) {
                continue;
            }
            if (resource.isOfCompanies()) {
                addOwned(resource, chance);
            } else {
                for (int i = chance.between(resource.few(), resource.many()); i > 0; i--) {
                    ledger.add(resource, null, null, world.calendar().start() - HISTORY, chance);
                }
            }
            while (ledger.waiting(resource.type()).size() > WAITING_AT_FIRST) {
                ledger.waiting(resource.type()).removeFirst();
            }
        }
    }

    /// Those of all companies, mixed.
    private void addOwned(Resource resource, Chance chance) {
        List<Company> owners = new ArrayList<>();
        for (Company company : companies) {
            owners.addAll(Collections.nCopies(chance.between(resource.few(), resource.many()), company));
        }
        for (int i = owners.size() - 1; i > 0; i--) {
            Collections.swap(owners, i, chance.below(i + 1));
        }
        for (int i = 0; i < owners.size(); i++) {
            long age = HISTORY * (owners.size() - i) / owners.size();
            ledger.add(resource, owners.get(i), null, world.calendar().start() - age, chance);
        }
    }

    /// Things come to companies without a call, so that customers first hear of them by mail.
    @Override
    public long goOn(long at, Chance chance) {
        if (arriving.isEmpty() || companies.isEmpty()) {
            return Micros.NEVER;
        }
        ledger.add(arriving.get(chance.weighted(rates)), chance.pick(companies), null, at, chance);
        return at + 1 + chance.span((long) (Micros.DAY / (companies.size() * arrivals)), 0.8);
    }

    @Override
    public Exchange crawled(Chance chance) {
        return showcase.crawled(chance, world.calendar().start());
    }

    @Override
    public Loot loot() {
        return new ModelLoot(this);
    }

    World world() {
        return world;
    }

    Model model() {
        return model;
    }

    Ledger ledger() {
        return ledger;
    }

    ModelApi api() {
        return api;
    }

    Showcase showcase() {
        return showcase;
    }

    Habits habits() {
        return habits;
    }
}
