// SPDX-License-Identifier: Apache-2.0
package dev.apian.flink.wire;

/// Knowledge as it is broadcast: in force from a tick on, until the next.
public record Known<K>(long tick, K knowledge) {}
