// SPDX-License-Identifier: Apache-2.0

/// Pushed calls on stable storage, from before they are acknowledged until a checkpoint covers them.
///
/// Many pushes share one sync; what is in no memory is read back from here. Start with [Journal], then [Frame].
@NullMarked
package dev.apian.server.journal;

import org.jspecify.annotations.NullMarked;
