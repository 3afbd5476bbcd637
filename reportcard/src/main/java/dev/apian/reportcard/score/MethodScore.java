// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One method over several worlds at one cut.
///
/// @param method for example `Apian` or `rate limit, tuned`: what comes before the comma names the method, the rest its
/// setting
/// @param cut alerts with at least this score count
/// @param findings raw, at the cut
/// @param alerts merged, at the cut
/// @param trueAlerts how many of the alerts are true
/// @param overall every attack together
/// @param kinds one row a kind and tactics
/// @param hoursOfFound hours to detection of the attacks found, ascending; those missing up to `overall.attacks` were
/// never found
/// @param reasons what each rule or detection contributed, at the cut
/// @param averagePrecision whatever the cut; null without attacks
/// @param curve recall against false alerts as the cut falls
/// @param atRecall false alerts at recall 0.5, 0.8 and 0.95
/// @param calibration null if the scores are not in 0..1
public record MethodScore(
        String method,
        double cut,
        int worlds,
        long findings,
        long alerts,
        long trueAlerts,
        KindScore overall,
        List<KindScore> kinds,
        List<Double> hoursOfFound,
        FalseAlerts everyDay,
        FalseAlerts releaseDays,
        FalseAlerts calmDays,
        List<Coincidence> coincidences,
        List<Because> reasons,
        DailyTop dailyTop,
        @Nullable Double averagePrecision,
        List<CurvePoint> curve,
        List<AtRecall> atRecall,
        @Nullable Calibration calibration) {

    public MethodScore {
        kinds = List.copyOf(kinds);
        hoursOfFound = List.copyOf(hoursOfFound);
        coincidences = List.copyOf(coincidences);
        reasons = List.copyOf(reasons);
        curve = List.copyOf(curve);
        atRecall = List.copyOf(atRecall);
    }
}
