// SPDX-License-Identifier: Apache-2.0

/// Hunting: people ask the lake with SQL of their own, or with words that become SQL, apart from what the pages ask.
///
/// Start with [Hunt], then [HuntingLake], which has the limits.
@NullMarked
package dev.apian.server.hunt;

import org.jspecify.annotations.NullMarked;
