// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Money to be given back for an order.
record Refund(String id, Order order, int cents) {}
