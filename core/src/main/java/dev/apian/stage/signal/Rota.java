// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.signal;

import java.util.Comparator;
import java.util.List;

/// Which detections are at work when, in event time. So the same calls and the same rota give the same alerts, also
/// after a crash, when calls are judged once more.
///
/// @param shifts the earliest first; the first begins before all calls
public record Rota(List<Shift> shifts) {

    /// @param fromMicros event time from which on they are at work
    public record Shift(long fromMicros, Detections detections) {}

    public Rota {
        if (shifts.isEmpty() || shifts.getFirst().fromMicros() != Long.MIN_VALUE) {
            throw new IllegalArgumentException("shifts=" + shifts.size() + ", the first must begin before all calls");
        }
        shifts = shifts.stream()
                .sorted(Comparator.comparingLong(Shift::fromMicros))
                .toList();
    }

    /// The same ones all the time.
    public static Rota always(Detections detections) {
        return new Rota(List.of(new Shift(Long.MIN_VALUE, detections)));
    }

    /// Those at work at an event time; of two that begin at the same time, the later in the list.
    public Detections at(long micros) {
        Detections found = shifts.getFirst().detections();
        for (Shift shift : shifts) {
            if (shift.fromMicros() <= micros) {
                found = shift.detections();
            }
        }
        return found;
    }

    public Detections latest() {
        return shifts.getLast().detections();
    }
}
