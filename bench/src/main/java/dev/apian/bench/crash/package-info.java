// SPDX-License-Identifier: Apache-2.0

/// Kills a real server again and again under load, and counts what it lost, kept twice or judged otherwise.
///
/// Start with [Crash].
@NullMarked
package dev.apian.bench.crash;

import org.jspecify.annotations.NullMarked;
