// SPDX-License-Identifier: Apache-2.0

/// Would Apian have seen it here? Attacks are put into a copy of a user's own traffic that exists only in memory, and
/// Apian judges the copy. Start with [Shadow].
@NullMarked
package dev.apian.reportcard.shadow;

import org.jspecify.annotations.NullMarked;
