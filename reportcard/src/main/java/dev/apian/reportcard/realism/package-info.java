// SPDX-License-Identifier: Apache-2.0

/// Whether simulated people behave as real ones: the same statistics of both, side by side. Start with [RealismTable].
@NullMarked
package dev.apian.reportcard.realism;

import org.jspecify.annotations.NullMarked;
