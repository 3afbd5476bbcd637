// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import org.jspecify.annotations.Nullable;

/// How well the attacks of one kind, done in one way, were found at one cut.
///
/// @param kind for example `id-walk`; `all` if it sums up every kind
/// @param recall share found, interval by drawing attacks again; null without attacks
/// @param medianHours from the attack's first call to the first true alert, over all attacks; null if the attack in the
///     middle was never found
/// @param p90Hours the same for nine attacks in ten
/// @param medianDamage calls strictly before detection, all calls if never found; null without attacks
/// @param damageShare each attack's damage as a share of its calls, averaged over the attacks; null without attacks
public record KindScore(
        String kind,
        String tactics,
        int attacks,
        int found,
        @Nullable Estimate recall,
        @Nullable Double medianHours,
        @Nullable Double p90Hours,
        @Nullable Double medianDamage,
        @Nullable Double damageShare) {

    /// The name of the row that sums up every kind.
    public static final String ALL = "all";
}
