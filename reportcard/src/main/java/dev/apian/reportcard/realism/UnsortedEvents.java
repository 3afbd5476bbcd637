// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Events as files have them, almost in the order of time.
final class UnsortedEvents {

    private static final int EVENTS_MAX = 5_000_000;

    private final List<Event> events = new ArrayList<>();

    private record Event(String actor, long micros, String item) {}

    void add(String actor, long micros, String item) {
        if (events.size() >= EVENTS_MAX) {
            throw new IllegalArgumentException("more than " + EVENTS_MAX + " events; give a part of the file");
        }
        events.add(new Event(actor, micros, item));
    }

    History history(String name) {
        events.sort(Comparator.comparingLong(Event::micros));
        var history = new History(name);
        events.forEach(event -> history.add(event.actor, event.micros, event.item));
        return history;
    }
}
