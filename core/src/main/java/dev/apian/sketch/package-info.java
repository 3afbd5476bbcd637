// SPDX-License-Identifier: Apache-2.0

/// Hashes and statistics in bounded memory. Knows nothing of API calls. Start with [Hash].
@NullMarked
package dev.apian.sketch;

import org.jspecify.annotations.NullMarked;
