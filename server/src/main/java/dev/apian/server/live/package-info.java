// SPDX-License-Identifier: Apache-2.0

/// Runs the engine while calls come in: pushed calls are made durable first, then judged on one thread, in
/// event time that follows the clock on the wall.
///
/// [LiveEngine] takes calls in, [Judge] is the thread that judges them, and what makes an acknowledged call survive
/// is the journal beside this package. Start with [LiveEngine].
@NullMarked
package dev.apian.server.live;

import org.jspecify.annotations.NullMarked;
