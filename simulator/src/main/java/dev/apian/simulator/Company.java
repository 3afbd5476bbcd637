// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

import java.util.ArrayList;
import java.util.List;

/// An organisation that buys (or, once, the business itself). Its members share its orders and its addresses.
final class Company {

    static final int ORDERS_MAX = 40;
    static final int ADDRESSES_MAX = 6;

    private final String id;
    private final String name;
    private final List<String> addresses = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();

    Company(String id, String name) {
        this.id = id;
        this.name = name;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    List<String> addresses() {
        return addresses;
    }

    /// Its last orders, the oldest first.
    List<Order> orders() {
        return orders;
    }

    void remember(Order order) {
        if (orders.size() == ORDERS_MAX) {
            orders.removeFirst();
        }
        orders.add(order);
    }

    void addAddress(String address) {
        if (addresses.size() == ADDRESSES_MAX) {
            addresses.removeFirst();
        }
        addresses.add(address);
    }

    /// A page of its orders as lists show them: the newest first.
    List<Order> newest(int page, int size) {
        int to = Math.max(0, orders.size() - page * size);
        return orders.subList(Math.max(0, to - size), to).reversed();
    }
}
