// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import org.jspecify.annotations.Nullable;

/// What a method cost the people who read its alerts, over some days.
///
/// @param alerts false alerts after merging, at the cut
/// @param actorDays actors times days: what the rates are held against
/// @param perThousand false alerts per 1,000 actors and day; interval by drawing actors again; null without any actor
/// or day
/// @param rawFindings false findings before merging, at the cut
/// @param rawPerThousand the same per 1,000 actors and day
public record FalseAlerts(
        long alerts,
        double actorDays,
        @Nullable Estimate perThousand,
        long rawFindings,
        @Nullable Double rawPerThousand) {}
