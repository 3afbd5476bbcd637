// SPDX-License-Identifier: Apache-2.0

/// Simple methods that everybody could use instead of Apian, run on the same worlds. Start with [Rival].
@NullMarked
package dev.apian.reportcard.rival;

import org.jspecify.annotations.NullMarked;
