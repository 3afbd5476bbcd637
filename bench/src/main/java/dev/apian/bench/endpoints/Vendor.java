// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.endpoints;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One API of the corpus.
///
/// @param groups    the distinct groups of its operations, in their order
/// @param groupOf   for each operation the index of its group
record Vendor(String name, List<Operation> operations, List<String> groups, List<Integer> groupOf) {

    Vendor {
        operations = List.copyOf(operations);
        groups = List.copyOf(groups);
        groupOf = List.copyOf(groupOf);
    }

    static Vendor of(String name, List<Operation> operations) {
        List<String> groups =
                operations.stream().map(Operation::group).distinct().toList();
        Map<String, Integer> indices = new HashMap<>();
        groups.forEach(group -> indices.put(group, indices.size()));
        return new Vendor(
                name,
                operations,
                groups,
                operations.stream()
                        .map(operation -> indices.getOrDefault(operation.group(), -1))
                        .toList());
    }

    String host() {
        return "api." + name + ".example";
    }
}
