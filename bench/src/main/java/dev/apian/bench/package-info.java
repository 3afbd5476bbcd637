// SPDX-License-Identifier: Apache-2.0

/// Measurements of the whole, with machine and date. Never a gate. `bench/analyze` runs it; start with [StageShares].
@NullMarked
package dev.apian.bench;

import org.jspecify.annotations.NullMarked;
