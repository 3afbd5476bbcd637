// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import dev.apian.Replay;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what one of the settings raises, from a day on. What is raised before only teaches.
final class Outlook implements Replay.Verdicts {

    /// Signals kept to be shown and compared; more are counted.
    static final int SIGNALS_MAX = 10_000;

    /// Ids of alerts kept to count each once; more are not counted.
    private static final int ALERTS_MAX = 200_000;

    private final String detection;
    private final long from;
    private final Map<Long, Integer> signals = new HashMap<>();
    private final Set<Long> actors = new HashSet<>();
    private final List<Signal> kept = new ArrayList<>();

    /// By id, the latest version as far as it matters.
    private final Map<String, Told> alerts = new HashMap<>();

    private record Told(long day, boolean fired, Set<String> calls) {}

    /// @param from the first day that counts
    Outlook(String detection, long from) {
        this.detection = detection;
        this.from = from;
    }

    @Override
    public void signalled(Signal signal) {
        long day = dayOf(signal.micros());
        if (day >= from && signal.card().id().equals(detection)) {
            signals.merge(day, 1, Integer::sum);
            actors.add(signal.actor().key());
            if (kept.size() < SIGNALS_MAX) {
                kept.add(signal);
            }
        }
    }

    @Override
    public void raised(Alert version) {
        long day = dayOf(version.raised());
        if (day < from || alerts.size() >= ALERTS_MAX && !alerts.containsKey(version.id())) {
            return;
        }
        Set<String> calls = new HashSet<>();
        for (Signal signal : version.signals()) {
            if (signal.card().id().equals(detection)) {
                calls.add(signal.callId());
            }
        }
        Told before = alerts.get(version.id());
        if (before != null) {
            calls.addAll(before.calls);
        }
        alerts.put(version.id(), new Told(day, !calls.isEmpty(), calls));
    }

    Raised raised() {
        Map<Long, Integer> byDay = new HashMap<>();
        Set<String> alerted = new HashSet<>();
        for (Told told : alerts.values()) {
            if (told.fired) {
                byDay.merge(told.day, 1, Integer::sum);
                alerted.addAll(told.calls);
            }
        }
        List<Finding> findings = kept.stream()
                .map(signal -> new Finding(signal, alerted.contains(signal.callId())))
                .toList();
        return new Raised(signals, byDay, actors.size(), alerts.size(), findings);
    }

    private static long dayOf(long micros) {
        return Math.floorDiv(micros, StoredCalls.DAY_MICROS);
    }
}
