// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.triage;

import dev.apian.sketch.Hash;
import dev.apian.stage.signal.Signal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// The signals of one actor that belong together, because none came long after the one before.
final class Story {

    /// Distinct signals kept. Beyond, the weakest makes room, so that many small signs cannot hide a telling
    /// one; what is left out counts as repeated.
    static final int SIGNALS_MAX = 40;

    private final String id;
    private final List<Signal> signals = new ArrayList<>(2);
    long repeated;
    long last;

    /// Event time at which the risk first sufficed for an alert, or none yet.
    long raised = Long.MIN_VALUE;

    Story(Signal first) {
        this(idOf(first));
    }

    Story(String id) {
        this.id = id;
    }

    private static String idOf(Signal first) {
        long what = Hash.of(first.actor().key(), Hash.of(first.card().id()));
        return "al-" + Hash.text(Hash.of(what, Hash.of(first.micros(), Hash.of(first.callId()))));
    }

    Story copy() {
        Story copy = new Story(id);
        copy.signals.addAll(signals);
        copy.repeated = repeated;
        copy.last = last;
        copy.raised = raised;
        return copy;
    }

    String id() {
        return id;
    }

    List<Signal> signals() {
        return signals;
    }

    /// Takes a signal in. One that says the same as an earlier one, only later, takes its place.
    void add(Signal signal) {
        last = Math.max(last, signal.micros());
        for (int i = 0; i < signals.size(); i++) {
            if (saysTheSame(signals.get(i), signal)) {
                repeated++;
                signals.set(i, stronger(signals.get(i), signal));
                return;
            }
        }
        signals.add(signal);
        if (signals.size() > SIGNALS_MAX) {
            repeated++;
            signals.remove(Collections.min(signals, Comparator.comparingDouble(Signal::strength)));
        }
    }

    private static boolean saysTheSame(Signal one, Signal other) {
        return one.card().id().equals(other.card().id())
                && one.involved().endpoints().equals(other.involved().endpoints());
    }

    private static Signal stronger(Signal before, Signal now) {
        return now.strength() >= before.strength() ? now.startingAt(before.first()) : before;
    }
}
