// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a business that is described by a [Model] shows to everybody.
final class Showcase {

    private static final int PAGES = 120;

    private final Ledger ledger;
    private final ModelApi api;
    private final List<Operation> reads = new ArrayList<>();
    private final List<Resource> shown = new ArrayList<>();
    private final List<Operation> lists = new ArrayList<>();
    private final List<Resource> listed = new ArrayList<>();

    Showcase(Model model, Ledger ledger, ModelApi api) {
        this.ledger = ledger;
        this.api = api;
        for (Resource resource : model.resources()) {
            Operation read = resource.first(operation -> operation.kind() == Operation.Kind.READ);
            Operation list = resource.first(operation -> operation.kind().shows());
            if (resource.isPublic() && read != null) {
                shown.add(resource);
                reads.add(read);
            }
            if (resource.isPublic() && list != null) {
                listed.add(resource);
                lists.add(list);
            }
        }
        if (shown.isEmpty() && listed.isEmpty()) {
            throw new IllegalArgumentException(
                    model.brand().company() + " has nothing public; describe a resource that everybody may read");
        }
    }

    int size() {
        int things = 0;
        for (Resource resource : shown) {
            things += count(resource);
        }
        return things == 0 ? PAGES : things;
    }

    /// The nth thing, or the nth page of a list if things cannot be read one by one.
    Exchange nth(int n, Chance chance, long at) {
        int left = n;
        for (int i = 0; i < shown.size(); i++) {
            int count = count(shown.get(i));
            if (left < count) {
                Recent<Thing> recent = ledger.recent(shown.get(i).type());
                Thing thing = recent.find(recent.oldestId() + left);
                if (thing != null) {
                    return api.ask(reads.get(i), thing, chance, at);
                }
            }
            left -= count;
        }
        return page(chance, "page=" + (n + 1), at);
    }

    Exchange crawled(Chance chance, long at) {
        if (chance.happens(0.15) && !lists.isEmpty()) {
            return page(chance, "page=" + chance.between(1, 15), at);
        }
        if (chance.happens(0.02) && !reads.isEmpty()) {
            return api.missing(reads.getFirst(), any(shown.getFirst(), chance), "old-page-" + chance.below(400));
        }
        return nth(chance.below(size()), chance, at);
    }

    private Exchange page(Chance chance, String query, long at) {
        if (lists.isEmpty()) {
            return nth(chance.below(size()), chance, at);
        }
        int which = chance.below(lists.size());
        Thing newest = any(listed.get(which), chance);
        List<Thing> page = newest == null ? List.of() : ledger.pageBefore(newest, ModelApi.PAGE);
        return api.list(lists.get(which), page, null, null, query, at);
    }

    private @Nullable Thing any(Resource resource, Chance chance) {
        return ledger.any(resource.type(), chance, Ledger.RECENT_MAX);
    }

    private int count(Resource resource) {
        Recent<Thing> recent = ledger.recent(resource.type());
        return recent.nextId() - recent.oldestId();
    }
}
