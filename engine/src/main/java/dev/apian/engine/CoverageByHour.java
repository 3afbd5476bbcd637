// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.stage.call.Call;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.Identified;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/// How much of each hour was seen: calls, those that somebody could be named for, those whose answer could be read, and
/// those that came too late. What is not seen raises no alert, so it must be told.
///
/// Counted by the hour of the call, for the last [#HOURS_MAX] hours.
final class CoverageByHour {

    /// Four weeks, to know what is usual in each hour of the week, and the hour that goes on.
    static final int HOURS_MAX = 4 * 7 * 24 + 1;

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final NavigableMap<Long, Count> hours = new TreeMap<>();
    private long lastHour = Long.MIN_VALUE;
    private Count last = new Count();

    private static final class Count {
        private long calls;
        private long named;
        private long read;
        private long late;
    }

    void judged(Identified call) {
        Count count = at(call.micros());
        count.calls++;
        count.named += call.actor().kind() == Actor.Kind.ANONYMOUS ? 0 : 1;
        count.read += call.call().responseSeen() ? 1 : 0;
    }

    void late(Call call) {
        at(call.micros()).late++;
    }

    /// The hours that are remembered, the oldest first.
    List<CoveredHour> hours() {
        List<CoveredHour> copy = new ArrayList<>(hours.size());
        hours.forEach((hour, count) ->
                copy.add(new CoveredHour(hour * HOUR_MICROS, count.calls, count.named, count.read, count.late)));
        return List.copyOf(copy);
    }

    /// All of it as a short text, for the notes of a checkpoint.
    String note() {
        StringJoiner text = new StringJoiner(";");
        for (Map.Entry<Long, Count> entry : hours.entrySet()) {
            Count count = entry.getValue();
            text.add("%d,%d,%d,%d,%d".formatted(entry.getKey(), count.calls, count.named, count.read, count.late));
        }
        return text.toString();
    }

    /// Goes on where the one that wrote this note was.
    void load(String note) {
        hours.clear();
        lastHour = Long.MIN_VALUE;
        for (String entry : note.isEmpty() ? new String[0] : note.split(";")) {
            String[] numbers = entry.split(",");
            Count count = new Count();
            count.calls = Long.parseLong(numbers[1]);
            count.named = Long.parseLong(numbers[2]);
            count.read = Long.parseLong(numbers[3]);
            count.late = Long.parseLong(numbers[4]);
            hours.put(Long.parseLong(numbers[0]), count);
        }
    }

    private Count at(long micros) {
        long hour = Math.floorDiv(micros, HOUR_MICROS);
        if (hour != lastHour) {
            lastHour = hour;
            last = hours.computeIfAbsent(hour, _ -> new Count());
            if (hours.size() > HOURS_MAX) {
                hours.pollFirstEntry();
            }
        }
        return last;
    }
}
