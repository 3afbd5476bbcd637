// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// A customer's question to the support desk, about one of the customer's orders.
record Ticket(int id, Account customer, Order order, String subject) {}
