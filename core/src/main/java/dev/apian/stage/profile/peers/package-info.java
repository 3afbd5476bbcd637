// SPDX-License-Identifier: Apache-2.0

/// Who is like whom by the endpoints they use, so that a first use can be called odd. Part of stage 5.
///
/// [Uses] is the matrix of actors and endpoints. [Factors], [CoUse] and [Exemplars] are three views of it, each good
/// where the others are not; they know nothing of time, and are refit as a whole. Start with [Uses].
@NullMarked
package dev.apian.stage.profile.peers;

import org.jspecify.annotations.NullMarked;
