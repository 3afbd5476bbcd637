// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.util.List;

/// The detectors of one scope, each at a place of its own for good. Their limits, and which are off, may change between
/// two ticks; the states of keys stay valid, since limits are no part of them.
final class Roster {

    private final Detector.Scope scope;
    private List<Detector<?>> detectors;
    private boolean[] off;

    Roster(Detector.Scope scope, Detections detections) {
        this.scope = scope;
        this.detectors = ofScope(detections);
        this.off = off(detections);
    }

    void follow(Detections detections) {
        List<Detector<?>> others = ofScope(detections);
        if (!ids(others).equals(ids(detectors))) {
            throw new IllegalArgumentException(
                    "detections=%s, expected %s in this order".formatted(ids(others), ids(detectors)));
        }
        detectors = others;
        off = off(detections);
    }

    List<Detector<?>> all() {
        return detectors;
    }

    int size() {
        return detectors.size();
    }

    Detector<?> at(int place) {
        return detectors.get(place);
    }

    boolean isOff(int place) {
        return off[place];
    }

    private List<Detector<?>> ofScope(Detections detections) {
        return detections.all().stream()
                .filter(detector -> detector.scope() == scope)
                .toList();
    }

    private boolean[] off(Detections detections) {
        boolean[] found = new boolean[detectors.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = !detections.isOn(detectors.get(i));
        }
        return found;
    }

    private static List<String> ids(List<Detector<?>> detectors) {
        return detectors.stream().map(detector -> detector.card().id()).toList();
    }
}
