// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Everything that agents share: the business, its people, the calendar, and the way out for calls.
final class World {

    private static final int FOUND_MAX = 6;

    private final WorldSettings settings;
    private final Calendar calendar;
    private final Atlas atlas = new Atlas();
    private final Diary diary = new Diary();
    private final Business business;
    private final Agenda agenda;
    private final Keyring keyring = new Keyring();
    private final Wire wire;
    private final List<Person> customers = new ArrayList<>();
    private final Map<Role, List<Person>> staff = new HashMap<>();
    private final List<Account> staffAccounts = new ArrayList<>();
    private final List<Partner> partners = new ArrayList<>();

    World(WorldSettings settings, Chance chance) {
        this.settings = settings;
        calendar = new Calendar(settings, chance.split());
        business = settings.trade().open(this, chance.split());
        agenda = new Agenda(calendar.end());
        wire = new Wire(brand().host(), keyring);
        calendar.tell(diary);
    }

    WorldSettings settings() {
        return settings;
    }

    Calendar calendar() {
        return calendar;
    }

    Atlas atlas() {
        return atlas;
    }

    Diary diary() {
        return diary;
    }

    Business business() {
        return business;
    }

    Brand brand() {
        return business.brand();
    }

    Agenda agenda() {
        return agenda;
    }

    Keyring keyring() {
        return keyring;
    }

    Wire wire() {
        return wire;
    }

    List<Person> customers() {
        return customers;
    }

    List<Person> staff(Role role) {
        return staff.computeIfAbsent(role, _ -> new ArrayList<>());
    }

    List<Account> staffAccounts() {
        return staffAccounts;
    }

    List<Partner> partners() {
        return partners;
    }

    /// Some customers as a search would find them; never none.
    List<Account> customersLike(Chance chance) {
        int from = chance.below(customers.size());
        return IntStream.range(0, customers.size())
                .mapToObj(i -> customers.get((from + i) % customers.size()))
                .filter(Person::hasAccount)
                .limit(FOUND_MAX)
                .map(Person::account)
                .toList();
    }

    /// What somebody types to find this customer.
    String wordsFor(Account customer) {
        return Names.mailbox(customer.fullName());
    }
}
