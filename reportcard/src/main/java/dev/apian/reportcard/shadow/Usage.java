// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import dev.apian.stage.call.Call;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.identity.Identified;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the recording shows of one endpoint.
final class Usage {

    static final int IDS_MAX = 2_000;
    private static final int CALLERS_MAX = 5_000;
    private static final int SAMPLES_PER_CALLER_MAX = 4;
    private static final long HOUR_MICROS = 3_600_000_000L;

    final Endpoint endpoint;
    long calls;
    /// By the id: whose it was when it was seen first.
    final Map<String, Long> ids = new LinkedHashMap<>();
    final Map<Long, Caller> callers = new LinkedHashMap<>();

    Usage(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    void see(Identified identified) {
        calls++;
        long actor = identified.actor().key();
        String id = idInPath(identified.call(), identified.touched());
        if (id != null && ids.size() < IDS_MAX) {
            ids.putIfAbsent(id, actor);
        }
        Caller caller = callers.get(actor);
        if (caller == null) {
            if (callers.size() == CALLERS_MAX) {
                return;
            }
            caller = new Caller();
            callers.put(actor, caller);
        }
        caller.see(identified.call(), id);
    }

    /// The last entity that stands in the path as a segment of its own.
    private static @Nullable String idInPath(Call call, List<EntityRef> entities) {
        for (EntityRef entity : entities) {
            if (call.path().endsWith("/" + entity.id()) || call.path().contains("/" + entity.id() + "/")) {
                return entity.id();
            }
        }
        return null;
    }

    /// Ids that other actors used, in an order in which somebody would count through them.
    List<String> idsOfOthers(long actor) {
        return ids.entrySet().stream()
                .filter(id -> id.getValue() != actor)
                .map(Map.Entry::getKey)
                .sorted(Usage::inOrder)
                .toList();
    }

    private static int inOrder(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }

    /// One actor at the endpoint.
    static final class Caller {

        final List<Sample> samples = new ArrayList<>();
        long busiestHour;
        private long hour = Long.MIN_VALUE;
        private long inHour;

        private void see(Call call, @Nullable String id) {
            long now = Math.floorDiv(call.micros(), HOUR_MICROS);
            inHour = now == hour ? inHour + 1 : 1;
            hour = now;
            busiestHour = Math.max(busiestHour, inHour);
            if (samples.size() < SAMPLES_PER_CALLER_MAX) {
                samples.add(new Sample(call, id == null ? "" : id));
            }
        }
    }

    /// A call to copy.
    ///
    /// @param id the entity in its path, or empty
    record Sample(Call call, String id) {

        /// The same path with another entity in it.
        String pathWith(String other) {
            String path = call.path();
            int at = path.lastIndexOf("/" + id) + 1;
            return path.substring(0, at) + other + path.substring(at + id.length());
        }
    }
}
