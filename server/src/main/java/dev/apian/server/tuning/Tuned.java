// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.tuning;

import dev.apian.catalogue.TuningChange;
import dev.apian.catalogue.Tunings;
import dev.apian.stage.signal.Detections;
import dev.apian.stage.signal.Detector;
import dev.apian.stage.signal.Rota;
import dev.apian.stage.signal.Rota.Shift;
import dev.apian.stage.signal.Tuning;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The detections as people set them, with every change. For several threads.
public final class Tuned {

    private final List<Detector<?>> defaults;
    private final Tunings shelf;
    private List<TuningChange> changes;
    private Rota rota;

    private Tuned(List<Detector<?>> defaults, Tunings shelf, List<TuningChange> changes) {
        this.defaults = List.copyOf(defaults);
        this.shelf = shelf;
        this.changes = List.copyOf(changes);
        this.rota = rota(defaults, changes);
    }

    /// @param defaults the detections as they come
    public static Tuned open(List<Detector<?>> defaults, Tunings shelf) throws IOException {
        return new Tuned(defaults, shelf, shelf.all());
    }

    /// Each change holds from its event time on, on top of those before it.
    private static Rota rota(List<Detector<?>> defaults, List<TuningChange> changes) {
        Map<String, Tuning> tunings = new HashMap<>();
        List<Shift> shifts = new ArrayList<>();
        shifts.add(new Shift(Long.MIN_VALUE, Detections.of(defaults)));
        for (TuningChange change : changes) {
            tunings.put(change.detection(), new Tuning(change.on(), change.limits()));
            long from = Math.max(shifts.getLast().fromMicros(), change.fromMicros());
            shifts.add(new Shift(from, Detections.tuned(defaults, tunings)));
        }
        return new Rota(shifts);
    }

    public List<Detector<?>> defaults() {
        return defaults;
    }

    public Optional<Detector<?>> byId(String id) {
        return defaults.stream()
                .filter(detector -> detector.card().id().equals(id))
                .findFirst();
    }

    public synchronized Rota rota() {
        return rota;
    }

    /// The detections as they are set by now.
    public synchronized Detections latest() {
        return rota.latest();
    }

    /// How one is set by now.
    public synchronized Tuning of(String id) {
        return changes.reversed().stream()
                .filter(change -> change.detection().equals(id))
                .findFirst()
                .map(change -> new Tuning(change.on(), change.limits()))
                .orElse(Tuning.NONE);
    }

    /// All as they are set by now, but for one that is set as given.
    public synchronized Detections with(String id, Tuning tuning) {
        Map<String, Tuning> tunings = new HashMap<>();
        changes.forEach(change -> tunings.put(change.detection(), new Tuning(change.on(), change.limits())));
        tunings.put(id, tuning);
        return Detections.tuned(defaults, tunings);
    }

    /// Every change of one, the latest first.
    public synchronized List<TuningChange> changesOf(String id) {
        return changes.reversed().stream()
                .filter(change -> change.detection().equals(id))
                .toList();
    }

    public synchronized int changes() {
        return changes.size();
    }

    /// Keeps a change, which must have been checked.
    public synchronized void add(TuningChange change) throws IOException {
        shelf.add(change);
        List<TuningChange> all = new ArrayList<>(changes);
        all.add(change);
        changes = List.copyOf(all);
        rota = rota(defaults, changes);
    }
}
