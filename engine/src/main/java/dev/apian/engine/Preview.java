// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.Pipeline;
import dev.apian.lake.row.AlertJson;
import dev.apian.stage.signal.Signal;
import dev.apian.stage.triage.Alert;
import dev.apian.stage.triage.TriageState;
import dev.apian.stream.KeyedStates;
import dev.apian.stream.NoKnowledge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The alerts of the open tick, as they would be if it ended now, so that nobody waits a minute for them.
///
/// The tick's signals so far are run, in event order, on copies of the stories that they belong to; stories without a
/// new signal stay as they were shown last. Nothing that is kept knows of it: at the end of the tick triage runs all of
/// its signals on the stories themselves, and what was shown here is gone. One thread.
final class Preview {

    /// Signals of one tick that are looked at before it ends; others are seen when it does, and are counted.
    static final int SIGNALS_PREVIEWED_MAX = 10_000;

    private final Pipeline pipeline;
    private final KeyedStates<TriageState> stories;
    private final AlertBook alerts;

    /// The signals of the tick by the key of their story.
    private final Map<Long, List<Signal>> signals = new HashMap<>();

    private final Set<Long> changed = new HashSet<>();

    /// What each story looks like, by id of the alert.
    private final Map<Long, Map<String, String>> shown = new HashMap<>();

    private int taken;
    private long leftOut;

    Preview(Pipeline pipeline, KeyedStates<TriageState> stories, AlertBook alerts) {
        this.pipeline = pipeline;
        this.stories = stories;
        this.alerts = alerts;
    }

    void take(Signal signal) {
        if (taken == SIGNALS_PREVIEWED_MAX) {
            leftOut++;
            return;
        }
        taken++;
        long key = pipeline.triage().keyOf(signal);
        signals.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(signal);
        changed.add(key);
    }

    /// Shows what was taken.
    void show() {
        if (changed.isEmpty()) {
            return;
        }
        changed.forEach(key -> shown.put(key, alerts(key, signals.getOrDefault(key, List.of()))));
        changed.clear();
        Map<String, String> all = new HashMap<>();
        shown.values().forEach(all::putAll);
        alerts.preview(all);
    }

    /// The tick is over.
    void end() {
        if (taken > 0) {
            taken = 0;
            signals.clear();
            changed.clear();
            shown.clear();
            alerts.preview(Map.of());
        }
    }

    /// Signals that were too many.
    long leftOut() {
        return leftOut;
    }

    private Map<String, String> alerts(long key, List<Signal> ofStory) {
        ofStory.sort(Signal.ORDER);
        TriageState kept = stories.read(key, ofStory.getFirst().micros());
        TriageState copy = kept == null ? pipeline.triage().freshState() : kept.copy();
        Map<String, Alert> latest = new HashMap<>();
        for (Signal signal : ofStory) {
            pipeline.triage().process(copy, signal, NoKnowledge.NONE, alert -> latest.put(alert.id(), alert));
        }
        Map<String, String> json = new HashMap<>();
        latest.forEach((id, alert) -> json.put(id, AlertJson.preliminary(alert)));
        return json;
    }
}
