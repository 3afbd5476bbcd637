// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A kind of things that an API is about, and its endpoints.
///
/// @param type as templates name it, for example `transfer`
/// @param parent the type of that in which such a thing is, or nothing
/// @param idField what documents call the id
/// @param few how many there are at first, of each company or in all
/// @param many at most
/// @param perDay how many come to each company by themselves in a day
/// @param waits whether a new one waits until somebody of the staff acts on it
/// @param states those of its life, in order; the last is the end
record Resource(
        String type,
        String parent,
        Ownership ownership,
        Ids ids,
        String idField,
        int few,
        int many,
        double perDay,
        boolean waits,
        List<String> states,
        int hoursInState,
        List<Field> fields,
        List<Operation> operations) {

    Resource {
        states = List.copyOf(states);
        fields = List.copyOf(fields);
        operations = List.copyOf(operations);
    }

    enum Ownership {
        /// Everybody may read it.
        PUBLIC,
        /// It is of one company.
        COMPANY,
        /// It is of the business itself.
        INTERNAL
    }

    boolean isPublic() {
        return ownership == Ownership.PUBLIC;
    }

    boolean isOfCompanies() {
        return ownership == Ownership.COMPANY;
    }

    /// Those of its endpoints that this role uses.
    List<Operation> of(Role role) {
        return operations.stream()
                .filter(operation -> operation.roles().contains(role))
                .toList();
    }

    @Nullable
    Operation first(Predicate<Operation> wanted) {
        return operations.stream().filter(wanted).findFirst().orElse(null);
    }

    /// The same with other endpoints.
    Resource with(List<Operation> others) {
        return new Resource(
                type, parent, ownership, ids, idField, few, many, perDay, waits, states, hoursInState, fields, others);
    }

    static Draft of(String type, Ownership ownership, Ids ids) {
        return new Draft(type, ownership, ids);
    }

    /// A resource that is still being described.
    static final class Draft {

        private final String type;
        private final Ownership ownership;
        private final Ids ids;
        private final List<Operation> operations = new ArrayList<>();
        private String parent = "";
        private String idField = "id";
        private int few = 1;
        private int many = 1;
        private double perDay;
        private boolean waits;
        private List<String> states = List.of();
        private int hoursInState = 24;
        private List<Field> fields = List.of();

        private Draft(String type, Ownership ownership, Ids ids) {
            this.type = type;
            this.ownership = ownership;
            this.ids = ids;
        }

        Draft under(String other) {
            parent = other;
            return this;
        }

        Draft idIn(String field) {
            idField = field;
            return this;
        }

        Draft atFirst(int low, int high) {
            few = low;
            many = high;
            return this;
        }

        Draft arriving(double aDay) {
            perDay = aDay;
            return this;
        }

        /// New ones wait for the staff.
        Draft waiting() {
            waits = true;
            return this;
        }

        Draft living(int hours, String... inOrder) {
            hoursInState = hours;
            states = List.of(inOrder);
            return this;
        }

        Draft with(Field... all) {
            fields = List.of(all);
            return this;
        }

        Draft at(Operation... more) {
            operations.addAll(List.of(more));
            return this;
        }

        Resource done() {
            return new Resource(
                    type,
                    parent,
                    ownership,
                    ids,
                    idField,
                    few,
                    many,
                    perDay,
                    waits,
                    states,
                    hoursInState,
                    fields,
                    operations);
        }
    }
}
