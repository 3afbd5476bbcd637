// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import java.util.Locale;

/// Invented names of people and companies, in ASCII.
final class Names {

    private static final List<String> FIRST = List.of(
            "Anna", "Ben", "Carla", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Kira", "Lars",
            "Marta", "Nils", "Olga", "Paul", "Rosa", "Samir", "Tara", "Umar", "Vera", "Wim", "Yuki", "Zoe", "Aisha",
            "Bruno", "Chloe", "Diego", "Emma", "Fatima", "George", "Hanna", "Ivan", "Julia", "Kofi", "Lucia", "Mateo",
            "Nora");
    private static final List<String> LAST = List.of(
            "Keller",
            "Moreau",
            "Jansen",
            "Kowalski",
            "Garcia",
            "Rossi",
            "Smith",
            "Okafor",
            "Silva",
            "Tanaka",
            "Patel",
            "Lindberg",
            "Nowak",
            "Fischer",
            "Dubois",
            "Visser",
            "Lopez",
            "Bianchi",
            "Taylor",
            "Weber",
            "Martin",
            "Berg",
            "Costa",
            "Sato",
            "Sharma",
            "Novak",
            "Hansen",
            "Murphy",
            "Schmidt",
            "Laurent",
            "Bakker",
            "Wilson",
            "Ferrari");
    private static final List<String> FIRM = List.of(
            "Alder", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Grove", "Harbor", "Iris", "Juniper", "Lumen",
            "Maple", "Onyx", "Pine", "Quartz", "Ridge", "Slate", "Tide", "Umber", "Vale", "Willow", "Zenith");
    private static final List<String> TRADE =
            List.of("Works", "Studio", "Logistics", "Dental", "Partners", "Foods", "Media", "Labs", "Tools", "Legal");

    private Names() {}

    static String person(Chance chance) {
        return chance.pick(FIRST) + " " + chance.pick(LAST);
    }

    static String firm(Chance chance) {
        return chance.pick(FIRM) + " " + chance.pick(TRADE);
    }

    /// The mail address of somebody new.
    static String email(Chance chance, String domain) {
        return mailbox(person(chance)) + "@" + domain;
    }

    static String mailbox(String person) {
        return person.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
