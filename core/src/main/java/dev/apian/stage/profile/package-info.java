// SPDX-License-Identifier: Apache-2.0

/// Stage 5 of 7. Learns what is usual for an actor, against itself and its peers.
///
/// [ActorProfile] is the state of one actor and changes call by call; [ProfileStep] gives each call beside it,
/// as a [Profiled]. [Population] is knowledge across actors, learned by [PopulationLearner] from [Lesson]s and
/// published at ticks. A detector sees both through [Profile], frozen at the time of the call. Only additive statistics
/// are kept, so that endpoints may merge.
/// Start with [Profile].
@NullMarked
package dev.apian.stage.profile;

import org.jspecify.annotations.NullMarked;
