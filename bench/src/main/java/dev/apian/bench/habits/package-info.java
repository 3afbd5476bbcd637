// SPDX-License-Identifier: Apache-2.0

/// Whether it is noticed that somebody else goes on with an account, on the histories of real people: `bench/habits`
/// runs [Habits]. Start with [Swaps].
@NullMarked
package dev.apian.bench.habits;

import org.jspecify.annotations.NullMarked;
