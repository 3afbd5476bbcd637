// SPDX-License-Identifier: Apache-2.0

/// What a stage and a runner promise each other: keys, state, event time, ticks, knowledge.
///
/// A stage is written once against these types; the reference loop, the embedded engine and Flink run it.
/// State of one key changes call by call. What is learned across keys becomes visible only at a [Tick], as an
/// immutable snapshot, so results do not depend on threads or runner. Start with [KeyedStep], then [Learner]
/// and [EventOrder].
@NullMarked
package dev.apian.stream;

import org.jspecify.annotations.NullMarked;
