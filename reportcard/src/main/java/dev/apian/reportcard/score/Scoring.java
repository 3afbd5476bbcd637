// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.List;

/// Holds the findings of one method against the truth of several worlds. The rules are the same for every method.
///
/// Findings below the cut are nothing. The others about one actor within 24 hours are one alert, true ones and false
/// ones
/// apart, so that a false alarm of yesterday neither hides nor excuses what is found today.
public final class Scoring {

    private Scoring() {}

    /// @param cut alerts with at least this score count; it says nothing about the curve and average precision
    /// @param seed for the intervals; the same input and seed give the same score
    public static MethodScore of(String method, List<Judged> worlds, double cut, long seed) {
        Pool pool = Pool.of(worlds.stream().map(world -> world.from(cut)).toList());
        Detections detections = new Detections(pool, cut, seed);
        FalseRates rates = new FalseRates(pool, cut, seed);
        Ranking ranking = Ranking.of(Pool.of(worlds));
        List<Ruling> alerts = pool.atCut(cut);
        return new MethodScore(
                method,
                cut,
                worlds.size(),
                worlds.stream()
                        .flatMap(world -> world.findings().stream())
                        .filter(finding -> finding.score() >= cut)
                        .count(),
                alerts.size(),
                alerts.stream().filter(Ruling::isTrue).count(),
                detections.overall(),
                detections.kinds(),
                detections.hoursOfFound(),
                rates.everyDay(),
                rates.onReleaseDays(),
                rates.onCalmDays(),
                Coincidences.of(pool, cut),
                Because.of(pool),
                DailyTop.of(pool),
                ranking.averagePrecision(),
                ranking.curve(),
                ranking.at(0.5, 0.8, 0.95),
                Calibration.of(pool.rulings()));
    }
}
