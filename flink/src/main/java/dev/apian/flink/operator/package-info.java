// SPDX-License-Identifier: Apache-2.0

/// The steps and learners of the pipeline as operators of Flink.
///
/// Each holds its items until event time has passed them ([Held]) and the knowledge for them is there, then
/// processes them in event order; so results do not depend on how fast which task runs. State of a key lives in
/// Flink's keyed state, behind a bounded cache ([KeyedMemory]). Start with [InformedOperator].
@NullMarked
package dev.apian.flink.operator;

import org.jspecify.annotations.NullMarked;
