// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import java.util.List;
import java.util.Map;

/// What one of the settings raised in the days that count.
///
/// @param signals     of the detection, by day since 1970
/// @param alerts      in which it fired, by the day they were raised
/// @param actors      whom its signals were about
/// @param alertsInAll whether it fired in them or not: a signal may be what made others suffice
/// @param signalsKept the first [Outlook#SIGNALS_MAX] signals themselves
public record Raised(
        Map<Long, Integer> signals, Map<Long, Integer> alerts, int actors, int alertsInAll, List<Finding> signalsKept) {

    public Raised {
        signals = Map.copyOf(signals);
        alerts = Map.copyOf(alerts);
        signalsKept = List.copyOf(signalsKept);
    }

    public int signalCount() {
        return signals.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int alertCount() {
        return alerts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
