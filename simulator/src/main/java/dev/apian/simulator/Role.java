// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// What an account is allowed to be.
enum Role {
    CUSTOMER("customer"),
    SALES("sales"),
    SUPPORT("support-agent"),
    FINANCE("finance"),
    WAREHOUSE("warehouse"),
    ADMIN("admin");

    final String label;

    Role(String label) {
        this.label = label;
    }
}
