// SPDX-License-Identifier: Apache-2.0

/// Holds findings against the truth. Start with [Finding] and [Attacked].
@NullMarked
package dev.apian.reportcard.score;

import org.jspecify.annotations.NullMarked;
