// SPDX-License-Identifier: Apache-2.0

/// How long a server takes from its command to its first answer and to the first call that it takes. Never a gate.
///
/// Start with [Starts].
@NullMarked
package dev.apian.bench.start;

import org.jspecify.annotations.NullMarked;
