// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// An endpoint and what it is about.
record Use(Resource resource, Operation operation) {

    boolean is(Operation.Kind kind) {
        return operation.kind() == kind;
    }

    boolean isOf(Role role) {
        return operation.roles().contains(role);
    }

    boolean isRead() {
        return is(Operation.Kind.READ);
    }

    /// Whether it changes nothing.
    boolean reads() {
        return operation.kind().reads();
    }
}
