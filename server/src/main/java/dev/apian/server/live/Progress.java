// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.util.Map;
import java.util.TreeMap;

/// How far the engine is, as it last said.
///
/// @param calls       judged, over all runs on this data directory
/// @param late        came too late to be judged, over all runs
/// @param eventMicros event time of the latest call judged, `Long.MIN_VALUE` before the first
/// @param waiting     calls that are kept and not judged yet
/// @param dropped     what was dropped to stay within a limit, by the limit's name
public record Progress(long calls, long late, long eventMicros, long waiting, Map<String, Long> dropped) {

    static final Progress NONE = new Progress(0, 0, Long.MIN_VALUE, 0, Map.of());

    Progress withWaiting(long other) {
        return new Progress(calls, late, eventMicros, other, dropped);
    }

    Progress withDropped(Map<String, Long> more) {
        Map<String, Long> all = new TreeMap<>(dropped);
        all.putAll(more);
        return new Progress(calls, late, eventMicros, waiting, all);
    }
}
