// SPDX-License-Identifier: Apache-2.0

/// What a million actors cost in memory and on disk, and how fast an engine is back with them. Start with [Memory].
@NullMarked
package dev.apian.bench.memory;

import org.jspecify.annotations.NullMarked;
