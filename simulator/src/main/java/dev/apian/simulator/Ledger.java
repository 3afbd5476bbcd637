// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All things of a business that are not forgotten yet.
final class Ledger {

    /// Of each kind, for each company.
    static final int OWNED_MAX = 40;

    /// Of each kind, whoever they belong to.
    static final int RECENT_MAX = 20_000;

    /// Of each kind, for the staff to act on.
    static final int WAITING_MAX = 300;

    private final Model model;
    private final Map<String, Shelf> shelves = new HashMap<>();
    private final IdentityHashMap<Company, List<List<Thing>>> owned = new IdentityHashMap<>();

    Ledger(Model model) {
        this.model = model;
        for (int i = 0; i < model.resources().size(); i++) {
            Resource resource = model.resources().get(i);
            shelves.put(
                    resource.type(), new Shelf(i, new Recent<>(resource.ids().first(), RECENT_MAX)));
        }
    }

    /// Something new, in the given parent or in one that fits.
    Thing add(Resource resource, @Nullable Company owner, @Nullable Thing parent, long at, Chance chance) {
        Shelf shelf = shelf(resource.type());
        String id = resource.ids().make(shelf.recent.nextId(), chance);
        return add(resource, owner, parent == null ? anyParent(resource, owner, chance) : parent, null, id, at);
    }

    /// What there is about a customer.
    Thing add(Resource resource, Account about, long at) {
        return add(resource, about.company(), null, about, about.id(), at);
    }

    private Thing add(
            Resource resource,
            @Nullable Company owner,
            @Nullable Thing parent,
            @Nullable Account about,
            String id,
            long at) {
        Shelf shelf = shelf(resource.type());
        Thing thing = new Thing(resource, shelf.recent.nextId(), id, owner, parent, about, at);
        shelf.recent.add(thing);
        if (owner != null) {
            push(thing, owned(owner, shelf.index), OWNED_MAX);
        }
        if (resource.waits()) {
            if (shelf.waiting.size() == WAITING_MAX) {
                shelf.waiting.removeFirst();
            }
            shelf.waiting.addLast(thing);
        }
        return thing;
    }

    private @Nullable Thing anyParent(Resource resource, @Nullable Company owner, Chance chance) {
        if (resource.parent().isEmpty()) {
            return null;
        }
        List<Thing> candidates = owner == null ? List.of() : owned(owner, resource.parent());
        return candidates.isEmpty() ? any(resource.parent(), chance, RECENT_MAX) : chance.pick(candidates);
    }

    private static void push(Thing thing, List<Thing> things, int limit) {
        if (things.size() == limit) {
            things.removeFirst();
        }
        things.add(thing);
    }

    /// What a company has of this kind, the oldest first.
    List<Thing> owned(Company company, String type) {
        return owned(company, shelf(type).index);
    }

    private List<Thing> owned(Company company, int index) {
        return owned.computeIfAbsent(company, _ -> {
                    List<List<Thing>> all = new ArrayList<>(model.resources().size());
                    model.resources().forEach(_ -> all.add(new ArrayList<>(0)));
                    return all;
                })
                .get(index);
    }

    Recent<Thing> recent(String type) {
        return shelf(type).recent;
    }

    /// Those that wait for somebody to act, the oldest first.
    Deque<Thing> waiting(String type) {
        return shelf(type).waiting;
    }

    /// One of the newest so many, if there is any.
    @Nullable
    Thing any(String type, Chance chance, int among) {
        Recent<Thing> recent = shelf(type).recent;
        return recent.nextId() == recent.oldestId() ? null : recent.any(chance, among);
    }

    /// Some in a row that end with this one, the newest first.
    List<Thing> pageBefore(Thing newest, int size) {
        Recent<Thing> recent = shelf(newest.resource().type()).recent;
        List<Thing> page = new ArrayList<>(size);
        for (int number = newest.number(); page.size() < size; number--) {
            Thing found = recent.find(number);
            if (found == null) {
                return page;
            }
            page.add(found);
        }
        return page;
    }

    /// The id of the thing of this type to which something belongs: it itself, what it is in, or the company's newest.
    String idOf(String type, @Nullable Thing thing, @Nullable Company company) {
        for (Thing up = thing; up != null; up = up.parent()) {
            if (up.resource().type().equals(type)) {
                return up.id();
            }
        }
        Shelf shelf = shelf(type);
        if (company != null && !owned(company, shelf.index).isEmpty()) {
            return owned(company, shelf.index).getLast().id();
        }
        int count = shelf.recent.nextId() - shelf.recent.oldestId();
        int number = thing == null || count == 0 ? 0 : thing.number() % count;
        Thing found = shelf.recent.find(shelf.recent.oldestId() + number);
        return found == null ? "1" : found.id();
    }

    private Shelf shelf(String type) {
        Shelf shelf = shelves.get(type);
        if (shelf == null) {
            throw new IllegalArgumentException("no resource " + type + "; there are " + shelves.keySet());
        }
        return shelf;
    }

    private record Shelf(int index, Recent<Thing> recent, Deque<Thing> waiting) {

        Shelf(int index, Recent<Thing> recent) {
            this(index, recent, new ArrayDeque<>());
        }
    }
}
