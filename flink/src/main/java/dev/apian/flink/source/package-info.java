// SPDX-License-Identifier: Apache-2.0

/// From the bytes of a Kafka record to calls in event time. A record that is no call becomes a [DeadLetter]; a
/// partition's own [PartitionClock] says how far its time has come. Start with [RecordSchema].
@NullMarked
package dev.apian.flink.source;

import org.jspecify.annotations.NullMarked;
