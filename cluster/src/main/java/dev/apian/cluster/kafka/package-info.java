// SPDX-License-Identifier: Apache-2.0

/// Kafka: the broker, its topics, what is sent to them and read from them.
///
/// Start with [KafkaBroker].
@NullMarked
package dev.apian.cluster.kafka;

import org.jspecify.annotations.NullMarked;
