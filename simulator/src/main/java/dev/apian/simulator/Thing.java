// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entity of a business that is described by a [Model], as a transfer or a hotel.
final class Thing {

    static final String GONE = "deleted";

    private final Resource resource;
    private final int number;
    private final String id;
    private final @Nullable Company owner;
    private final @Nullable Thing parent;
    private final @Nullable Account person;
    private final long since;
    private String acted = "";

    /// @param owner whose it is, or nothing if it is public or of the business itself
    /// @param parent in which it is
    /// @param person about whom it is
    Thing(
            Resource resource,
            int number,
            String id,
            @Nullable Company owner,
            @Nullable Thing parent,
            @Nullable Account person,
            long since) {
        this.resource = resource;
        this.number = number;
        this.id = id;
        this.owner = owner;
        this.parent = parent;
        this.person = person;
        this.since = since;
    }

    Resource resource() {
        return resource;
    }

    /// Its place among all of its kind, which grows by one with each.
    int number() {
        return number;
    }

    String id() {
        return id;
    }

    @Nullable
    Company owner() {
        return owner;
    }

    @Nullable
    Thing parent() {
        return parent;
    }

    long since() {
        return since;
    }

    /// Where it is in its life, which goes on by itself until somebody acts.
    String state(long at) {
        List<String> states = resource.states();
        if (!acted.isEmpty() || states.isEmpty()) {
            return acted;
        }
        long steps = Math.max(0, at - since) / (resource.hoursInState() * Micros.HOUR);
        return states.get((int) Math.min(steps, states.size() - 1L));
    }

    /// Whether its life is not over.
    boolean isOpen(long at) {
        List<String> states = resource.states();
        return states.size() < 2 || acted.isEmpty() && !state(at).equals(states.getLast());
    }

    /// Whether somebody has removed it.
    boolean isGone() {
        return acted.equals(GONE);
    }

    void become(String state) {
        acted = state;
    }

    String name(Chance draws) {
        return person == null ? Names.person(draws) : person.fullName();
    }

    String firm(Chance draws) {
        return owner == null ? Names.firm(draws) : owner.name();
    }

    String email(Chance draws) {
        return person == null ? Names.email(draws, "mail.example") : person.email();
    }
}
