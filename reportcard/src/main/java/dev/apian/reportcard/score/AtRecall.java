// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import org.jspecify.annotations.Nullable;

/// The price of finding a given share of the attacks.
///
/// @param cut the highest that reaches it; null if none does
/// @param falsePerThousand false alerts per 1,000 actors and day at that cut; null if none reaches it
public record AtRecall(
        double recall, @Nullable Double cut, @Nullable Double falsePerThousand) {}
