// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What customers of a business that is described by a [Model] have in common: which endpoints are theirs, and how
/// likely one resource follows another.
final class Habits {

    private static final double AGAIN = 6;
    private static final double RELATED = 2.5;

    private final List<Resource> resources;
    private final List<List<Operation>> operations = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final double[] popularity;
    private final double[][] next;

    Habits(Model model) {
        resources = model.resources();
        int count = resources.size();
        popularity = new double[count];
        next = new double[count][count];
        for (int i = 0; i < count; i++) {
            List<Operation> mine = resources.get(i).of(Role.CUSTOMER);
            operations.add(mine);
            indexes.put(resources.get(i).type(), i);
            popularity[i] = mine.stream().mapToDouble(Operation::weight).sum();
        }
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                next[i][j] = popularity[j] * nearness(resources.get(i), resources.get(j));
            }
        }
    }

    private static double nearness(Resource from, Resource to) {
        if (from.type().equals(to.type())) {
            return AGAIN;
        }
        boolean related = leadsTo(from, to) || leadsTo(to, from);
        return related ? RELATED : 1;
    }

    private static boolean leadsTo(Resource from, Resource to) {
        return from.parent().equals(to.type())
                || from.fields().stream()
                        .anyMatch(field -> field.form() == Field.Form.LINK
                                && field.choices().getFirst().equals(to.type()));
    }

    List<Resource> resources() {
        return resources;
    }

    /// Those of the nth resource that customers use.
    List<Operation> operations(int resource) {
        return operations.get(resource);
    }

    int indexOf(String type) {
        return indexes.getOrDefault(type, -1);
    }

    /// How likely each resource is the first.
    double[] first() {
        return popularity;
    }

    /// How likely each follows this one.
    double[] after(int resource) {
        return next[resource];
    }
}
