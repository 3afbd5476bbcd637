// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a business that is described by a [Model] shows to everybody. If nothing is public, it is what all customers
/// read.
final class Showcase {

    private static final int PAGES = 120;

    private final Ledger ledger;
    private final ModelApi api;
    private final List<Use> reads = new ArrayList<>();
    private final List<Use> lists = new ArrayList<>();

    Showcase(Model model, Ledger ledger, ModelApi api) {
        this.ledger = ledger;
        this.api = api;
        model.resources().stream().filter(Resource::isPublic).forEach(this::add);
        if (reads.isEmpty() && lists.isEmpty()) {
            model.resources().stream()
                    .filter(resource -> !resource.of(Role.CUSTOMER).isEmpty())
                    .forEach(this::add);
        }
        if (reads.isEmpty() && lists.isEmpty()) {
            Resource first = model.resources().stream()
                    .filter(resource -> !resource.operations().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            model.brand().company() + " has no operations; describe at least one"));
            lists.add(new Use(first, first.operations().getFirst()));
        }
    }

    private void add(Resource resource) {
        Operation read = resource.first(operation -> operation.kind() == Operation.Kind.READ);
        Operation list = resource.first(operation -> operation.kind().shows());
        if (read != null) {
            reads.add(new Use(resource, read));
        }
        if (list != null) {
            lists.add(new Use(resource, list));
        }
    }

    int size() {
        int things = 0;
        for (Use read : reads) {
            things += count(read);
        }
        return things == 0 ? PAGES : things;
    }

    /// The nth thing, or the nth page of a list if things cannot be read one by one.
    Exchange nth(int n, Chance chance, long at) {
        int left = n;
        for (Use read : reads) {
            int count = count(read);
            Recent<Thing> recent = ledger.recent(read.resource().type());
            Thing thing = left < count ? recent.find(recent.oldestId() + left) : null;
            if (thing != null) {
                return api.ask(read.operation(), thing, chance, at);
            }
            left -= count;
        }
        return page(lists.isEmpty() ? reads : lists, chance, "page=" + (n + 1), at);
    }

    Exchange crawled(Chance chance, long at) {
        if (chance.happens(0.15) && !lists.isEmpty()) {
            return page(lists, chance, "page=" + chance.between(1, 15), at);
        }
        if (chance.happens(0.02) && !reads.isEmpty()) {
            Use read = reads.getFirst();
            return api.missing(read.operation(), any(read, chance), "old-page-" + chance.below(400));
        }
        return nth(chance.below(size()), chance, at);
    }

    private Exchange page(List<Use> among, Chance chance, String query, long at) {
        Use use = chance.pick(among);
        Thing newest = any(use, chance);
        if (!use.operation().kind().shows()) {
            return newest == null
                    ? api.ask(use.operation(), null, chance)
                    : api.ask(use.operation(), newest, chance, at);
        }
        List<Thing> page = newest == null ? List.of() : ledger.pageBefore(newest, ModelApi.PAGE);
        return api.list(use.operation(), page, newest == null ? null : newest.parent(), null, query, at);
    }

    private @Nullable Thing any(Use use, Chance chance) {
        return ledger.any(use.resource().type(), chance, Ledger.RECENT_MAX);
    }

    private int count(Use use) {
        Recent<Thing> recent = ledger.recent(use.resource().type());
        return recent.nextId() - recent.oldestId();
    }
}
