// SPDX-License-Identifier: Apache-2.0
package dev.apian.simulator;

/// Where a call comes from: an address and the program behind it.
record Sender(Connection connection, String userAgent) {}
