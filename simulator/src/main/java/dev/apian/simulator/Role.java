// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// What an account is allowed to be, as tokens and the gateway tell it.
record Role(String label) {

    static final Role CUSTOMER = new Role("customer");
    static final Role SALES = new Role("sales");
    static final Role SUPPORT = new Role("support-agent");
    static final Role FINANCE = new Role("finance");
    static final Role WAREHOUSE = new Role("warehouse");
    static final Role ADMIN = new Role("admin");
}
