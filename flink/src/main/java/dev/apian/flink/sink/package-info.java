// SPDX-License-Identifier: Apache-2.0

/// Where results go: alerts to Kafka and the catalogue, calls and signals to the lake, dead letters to a topic
/// of their own.
@NullMarked
package dev.apian.flink.sink;

import org.jspecify.annotations.NullMarked;
