// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds in a [Model] what each attack is about, or the next best.
record Spoils(Model model) {

    /// With fewer closed endpoints than this, those that customers use are closed to the outsider too.
    private static final int CLOSED_MIN = 5;

    /// What the outsider has no use for.
    List<Use> closed() {
        Set<Role> open = Set.of(model.cast().outsider(), Role.CUSTOMER);
        List<Use> staffOnly = uses(
                use -> isClosed(use) && open.stream().noneMatch(use.operation().roles()::contains));
        List<Use> all = staffOnly.size() >= CLOSED_MIN ? staffOnly : uses(this::isClosed);
        return firstOf(all, uses(Use::reads), uses(_ -> true));
    }

    private boolean isClosed(Use use) {
        return !use.resource().isPublic() && !use.isOf(model.cast().outsider()) && use.reads();
    }

    List<Use> jewels() {
        return firstOf(uses(use -> use.operation().sensitive()), closed());
    }

    List<Use> privates() {
        return firstOf(
                uses(use -> use.resource().isOfCompanies() && use.isRead() && use.isOf(Role.CUSTOMER)),
                uses(Use::isRead),
                uses(Use::reads),
                uses(_ -> true));
    }

    List<Use> everyday() {
        return firstOf(
                uses(use -> use.isOf(Role.CUSTOMER)
                        && use.operation().release() == 0
                        && !use.operation().sensitive()
                        && (use.isRead() || use.operation().kind().shows())),
                uses(use -> use.isOf(Role.CUSTOMER)),
                uses(_ -> true));
    }

    List<Use> files() {
        Role treasurer = model.cast().treasurer();
        return firstOf(
                uses(use ->
                        isFile(use) && use.isOf(treasurer) && !use.operation().sensitive()),
                uses(use -> use.isOf(treasurer) && use.reads()),
                everyday());
    }

    private static boolean isFile(Use use) {
        return use.is(Operation.Kind.FILE) || use.is(Operation.Kind.EXPORT);
    }

    List<Use> lastSteps() {
        Role approver = model.cast().approver();
        return firstOf(
                uses(use -> use.isOf(approver) && use.resource().waits() && use.is(Operation.Kind.ACT)),
                uses(use -> use.isOf(approver)
                        && !use.reads()
                        && use.operation().kind().isOfOne()),
                uses(use -> !use.reads()),
                everyday());
    }

    Use numbers() {
        return firstOf(
                        uses(use -> isNumbered(use)
                                && use.isOf(Role.CUSTOMER)
                                && use.resource().isOfCompanies()),
                        uses(Spoils::isNumbered),
                        everyday())
                .getFirst();
    }

    private static boolean isNumbered(Use use) {
        return use.resource().ids().areNumbers() && use.isRead();
    }

    /// What the clerk finds by words, or at least in lists.
    @Nullable
    Use searched() {
        Role clerk = model.cast().clerk();
        List<Use> all = new ArrayList<>(uses(use -> use.isOf(clerk) && use.is(Operation.Kind.SEARCH)));
        all.addAll(uses(use -> use.isOf(clerk)
                && use.is(Operation.Kind.LIST)
                && use.operation().names().isEmpty()
                && readOf(use) != null));
        return all.isEmpty() ? null : all.getFirst();
    }

    @Nullable
    Use readOf(Use list) {
        Operation read = list.resource()
                .first(operation -> operation.kind() == Operation.Kind.READ
                        && operation.roles().contains(model.cast().clerk()));
        return read == null ? null : new Use(list.resource(), read);
    }

    private List<Use> uses(Predicate<Use> wanted) {
        List<Use> uses = new ArrayList<>();
        for (Resource resource : model.resources()) {
            for (Operation operation : resource.operations()) {
                Use use = new Use(resource, operation);
                if (wanted.test(use)) {
                    uses.add(use);
                }
            }
        }
        return uses;
    }

    @SafeVarargs
    private static List<Use> firstOf(List<Use>... choices) {
        for (List<Use> choice : choices) {
            if (!choice.isEmpty()) {
                return choice;
            }
        }
        throw new IllegalStateException("a model without operations");
    }
}
