// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A business described by data: what its API is about and who works there. [ModelBusiness] brings it to life.
///
/// @param resources parents before those that are in them
/// @param me where everybody reads their own account
/// @param items what lists call their elements; nothing if a list is a bare array
record Model(Brand brand, List<Position> staff, List<Resource> resources, Cast cast, String me, String items) {

    /// What partners' applications are, in [Operation#roles].
    static final Role PARTNER = new Role("partner");

    Model {
        staff = List.copyOf(staff);
        resources = List.copyOf(resources);
        List<String> wrong = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (Resource resource : resources) {
            if (!resource.parent().isEmpty() && !types.contains(resource.parent())) {
                wrong.add(resource.type() + " is in " + resource.parent() + ", which is not described before it");
            }
            if (!types.add(resource.type())) {
                wrong.add(resource.type() + " is described twice");
            }
        }
        for (Resource resource : resources) {
            for (Operation operation : resource.operations()) {
                if (!types.containsAll(operation.names())) {
                    wrong.add(operation.template() + " names something other than " + types);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(brand.company() + ": " + String.join("; ", wrong));
        }
    }

    /// Who of the staff has which part in attacks: see [Loot].
    record Cast(Role clerk, Role outsider, Role veteran, Role approver, Role treasurer) {}
}
