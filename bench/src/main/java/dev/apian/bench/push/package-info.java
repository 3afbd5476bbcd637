// SPDX-License-Identifier: Apache-2.0

/// How many calls a second can be pushed, and how long their acknowledgement takes.
///
/// Start with [PushLoad].
@NullMarked
package dev.apian.bench.push;

import org.jspecify.annotations.NullMarked;
