// SPDX-License-Identifier: Apache-2.0

/// The pipeline on Apache Flink, for those who outgrow one machine: Kafka in, alerts out to Kafka and the
/// catalogue, calls and signals to the lake.
///
/// Flink brings the distribution, the state's storage and recovery; the stages are those of `core`, unchanged.
/// Start with [Topology], the whole job on one page; [ApianJob] is the command that submits it.
@NullMarked
package dev.apian.flink;

import org.jspecify.annotations.NullMarked;
