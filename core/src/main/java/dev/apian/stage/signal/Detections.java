// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The detections at work: all there are, with their limits, and which of them are off.
///
/// One that is off keeps its place, and what it remembers, which is bounded as ever, so that it can be put to work
/// again.
///
/// @param all      in an order that never changes
/// @param off      ids
/// @param problems by id, what is wrong with a tuning, which is then left out as a whole
public record Detections(List<Detector<?>> all, Set<String> off, Map<String, List<String>> problems) {

    public Detections {
        all = List.copyOf(all);
        off = Set.copyOf(off);
        problems = Map.copyOf(problems);
    }

    /// All of them, as they are.
    public static Detections of(List<Detector<?>> detectors) {
        return new Detections(detectors, Set.of(), Map.of());
    }

    /// Detectors as people set them.
    ///
    /// @param detectors with their defaults
    /// @param tunings   by id
    public static Detections tuned(List<Detector<?>> detectors, Map<String, Tuning> tunings) {
        List<Detector<?>> all = new ArrayList<>(detectors.size());
        Set<String> off = new HashSet<>();
        Map<String, List<String>> problems = new TreeMap<>();
        for (Detector<?> detector : detectors) {
            String id = detector.card().id();
            Tuning tuning = tunings.getOrDefault(id, Tuning.NONE);
            all.add(tuned(detector, tuning, problems));
            if (!tuning.on() && !problems.containsKey(id)) {
                off.add(id);
            }
        }
        for (String id : tunings.keySet()) {
            if (all.stream().noneMatch(detector -> detector.card().id().equals(id))) {
                problems.put(id, List.of(id + " is no detection of this release; remove what was set of it"));
            }
        }
        return new Detections(all, off, problems);
    }

    private static Detector<?> tuned(Detector<?> detector, Tuning tuning, Map<String, List<String>> problems) {
        if (tuning.limits().isEmpty()) {
            return detector;
        }
        return switch (detector.settings().with(tuning.limits())) {
            case Settings.Outcome.Good good -> good.detector();
            case Settings.Outcome.Bad bad -> {
                problems.put(detector.card().id(), bad.problems());
                yield detector;
            }
        };
    }

    public boolean isOn(Detector<?> detector) {
        return !off.contains(detector.card().id());
    }
}
