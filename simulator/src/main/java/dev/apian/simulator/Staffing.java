// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import dev.apian.simulator.Operation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shares the work on the resources of a [Described] business among roles that most businesses have.
///
/// Customers use everything that is not the staff's. Each resource has one role of the staff that looks after it:
/// support the first that can be listed and read, approvals the first that waits for somebody, finance the first with
/// files, administrators what is internal, and the others in turn. One endpoint is sensitive and the administrators'.
final class Staffing {

    private static final Role SUPPORT = new Role("support");
    private static final Role OPERATIONS = new Role("operations");
    private static final Role APPROVALS = new Role("approvals");
    private static final Role FINANCE = new Role("finance");
    private static final Role ACCOUNTS = new Role("account-manager");
    private static final Role ADMIN = new Role("administrator");
    private static final List<Role> IN_TURN = List.of(OPERATIONS, ACCOUNTS, FINANCE, APPROVALS, SUPPORT);
    private static final int ENDPOINTS_TO_HIDE_ONE = 4;

    private final List<Resource> resources;
    private final Map<String, Role> owners = new HashMap<>();

    private Staffing(List<Resource> resources) {
        this.resources = resources;
    }

    static Model of(Brand brand, List<Resource> resources, String me, String items) {
        Staffing staffing = new Staffing(resources);
        staffing.share();
        return new Model(
                brand,
                List.of(
                        new Position(SUPPORT, 40, 4, false, true),
                        new Position(OPERATIONS, 16, 3, false, false),
                        new Position(APPROVALS, 14, 3, false, false),
                        new Position(FINANCE, 10, 2, false, false),
                        new Position(ACCOUNTS, 14, 3, true, false),
                        new Position(ADMIN, 6, 2, false, false)),
                staffing.staffed(),
                new Model.Cast(SUPPORT, OPERATIONS, ACCOUNTS, APPROVALS, FINANCE),
                me,
                items);
    }

    private void share() {
        give(SUPPORT, true);
        give(APPROVALS, false);
        for (Resource resource : resources) {
            boolean files = resource.first(Staffing::isFile) != null;
            if (files && !owners.containsKey(resource.type()) && !owners.containsValue(FINANCE)) {
                owners.put(resource.type(), FINANCE);
            }
        }
        int turn = 0;
        for (Resource resource : resources) {
            if (resource.ownership() == Resource.Ownership.INTERNAL) {
                owners.put(resource.type(), ADMIN);
            } else if (resource.isPublic()) {
                owners.put(resource.type(), OPERATIONS);
            } else if (!resource.operations().isEmpty() && !owners.containsKey(resource.type())) {
                owners.put(resource.type(), IN_TURN.get(turn++ % IN_TURN.size()));
            }
        }
    }

    private void give(Role role, boolean toRead) {
        for (Resource resource : resources) {
            boolean fits = toRead
                    ? resource.first(operation -> operation.kind() == Kind.READ) != null
                            && resource.first(operation -> operation.kind() == Kind.LIST
                                            && operation.names().isEmpty())
                                    != null
                    : resource.waits() || resource.first(operation -> operation.kind() == Kind.ACT) != null;
            if (fits && resource.isOfCompanies() && !owners.containsKey(resource.type())) {
                owners.put(resource.type(), role);
                return;
            }
        }
    }

    private List<Resource> staffed() {
        Operation jewel = jewel();
        Set<Role> idle = new HashSet<>(IN_TURN);
        idle.removeAll(owners.values());
        List<Resource> staffed = new ArrayList<>();
        for (Resource resource : resources) {
            List<Operation> operations = new ArrayList<>();
            for (Operation operation : resource.operations()) {
                operations.add(
                        operation.equals(jewel)
                                ? operation.by(Set.of(ADMIN)).seldom()
                                : operation.by(roles(resource, operation, idle)));
            }
            staffed.add(resource.with(operations));
        }
        return staffed;
    }

    private Set<Role> roles(Resource resource, Operation operation, Set<Role> idle) {
        Set<Role> roles = new HashSet<>();
        Role owner = owners.get(resource.type());
        if (owner != null) {
            roles.add(owner);
        }
        if (resource.ownership() != Resource.Ownership.INTERNAL) {
            boolean keptUp = resource.isPublic() && !operation.kind().reads();
            if (!keptUp) {
                roles.add(Role.CUSTOMER);
                roles.add(Model.PARTNER);
            }
        }
        if (resource.isPublic() && operation.kind().reads()) {
            roles.addAll(idle);
        }
        return Set.copyOf(roles);
    }

    /// What hardly anybody should ask: an export, or a change by administrators, or a removal, or the last there is.
    private @Nullable Operation jewel() {
        List<Operation> all = resources.stream()
                .flatMap(resource -> resource.operations().stream())
                .toList();
        if (all.size() < ENDPOINTS_TO_HIDE_ONE) {
            return null;
        }
        for (Operation operation : all) {
            if (operation.kind() == Kind.EXPORT) {
                return operation;
            }
        }
        for (Resource resource : resources) {
            for (Operation operation : resource.operations()) {
                if (resource.ownership() == Resource.Ownership.INTERNAL
                        && !operation.kind().reads()) {
                    return operation;
                }
            }
        }
        for (Operation operation : all) {
            if (operation.kind() == Kind.REMOVE) {
                return operation;
            }
        }
        return all.getLast();
    }

    private static boolean isFile(Operation operation) {
        return operation.kind() == Kind.FILE || operation.kind() == Kind.EXPORT;
    }
}
