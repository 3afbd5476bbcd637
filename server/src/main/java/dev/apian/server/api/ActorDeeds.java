// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import dev.apian.lake.Timeline;
import dev.apian.stage.profile.BaselineSeries.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the calls of one actor tell, counted without SQL: the same as [ActorPortrait] asks the lake for where that is
/// not known. A test holds one against the other.
///
/// @param calls  all of them, the newest first
/// @param former endpoints that are part of others by now
record ActorDeeds(List<CallRow> calls, Map<String, String> former) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Comparator<String> BY_TEXT = Comparator.nullsLast(Timeline::compareTexts);

    Instant first() {
        return CallJson.timeOf(calls.getLast());
    }

    Instant last() {
        return CallJson.timeOf(calls.getFirst());
    }

    /// As the latest call has it.
    @Nullable
    String kind() {
        return calls.stream()
                .map(CallRow::actorKind)
                .filter(kind -> kind != null)
                .findFirst()
                .orElse(null);
    }

    private static final class Tally {
        private long calls;
        private @Nullable CallRow newest;
        private @Nullable CallRow oldest;
        private final Set<LocalDate> days = new TreeSet<>();
        private final Set<String> things = new HashSet<>();

        /// Calls come the newest first.
        private Tally add(CallRow call) {
            calls++;
            newest = newest == null ? call : newest;
            oldest = call;
            return this;
        }

        private long calls() {
            return calls;
        }

        private String lastSeen() {
            return newest == null ? "" : CallJson.timeOf(newest).toString();
        }

        private String firstSeen() {
            return oldest == null ? "" : CallJson.timeOf(oldest).toString();
        }
    }

    private record Endpoint(String name, @Nullable String host) {}

    private Map<Endpoint, Tally> byEndpoint(Instant since, int statusMin, int statusMax) {
        Map<Endpoint, Tally> found = new HashMap<>();
        for (CallRow call : calls) {
            String endpoint = CallJson.endpointOf(call, former);
            boolean isSuch = call.status() >= statusMin && call.status() <= statusMax;
            if (endpoint != null && isSuch && !CallJson.timeOf(call).isBefore(since)) {
                found.computeIfAbsent(new Endpoint(endpoint, call.host()), any -> new Tally())
                        .add(call);
            }
        }
        return found;
    }

    List<ObjectNode> topEndpoints(int limit) {
        return endpoints(byEndpoint(Instant.MIN, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .limit(limit)
                .toList();
    }

    /// Those that served it since a moment.
    List<ObjectNode> servedBy(Instant since) {
        return endpoints(byEndpoint(since, 200, 399)).toList();
    }

    private static Stream<ObjectNode> endpoints(Map<Endpoint, Tally> tallies) {
        Comparator<Map.Entry<Endpoint, Tally>> order =
                Comparator.comparingLong(entry -> -entry.getValue().calls());
        return tallies.entrySet().stream()
                .sorted(order.thenComparing(entry -> entry.getKey().name(), BY_TEXT))
                .map(entry -> NODES.objectNode()
                        .put(
                                "id",
                                new EndpointId(
                                                entry.getKey().name(),
                                                entry.getKey().host())
                                        .text())
                        .put("endpoint", entry.getKey().name())
                        .put("host", entry.getKey().host())
                        .put("calls", entry.getValue().calls())
                        .put("last_seen", entry.getValue().lastSeen()));
    }

    /// How often each value of something occurs, where there is one.
    List<ObjectNode> values(Function<CallRow, @Nullable String> side, int limit) {
        Map<String, Tally> found = new HashMap<>();
        for (CallRow call : calls) {
            String value = side.apply(call);
            if (value != null) {
                found.computeIfAbsent(value, any -> new Tally()).add(call);
            }
        }
        Comparator<Map.Entry<String, Tally>> order =
                Comparator.comparingLong(entry -> -entry.getValue().calls());
        return found.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry::getKey, BY_TEXT))
                .limit(limit)
                .map(entry -> NODES.objectNode()
                        .put("value", entry.getKey())
                        .put("calls", entry.getValue().calls())
                        .put("first_seen", entry.getValue().firstSeen())
                        .put("last_seen", entry.getValue().lastSeen()))
                .toList();
    }

    static @Nullable String network(CallRow call) {
        return call.asn() == CallRow.ASN_UNKNOWN ? null : "AS" + call.asn();
    }

    /// Calls that were judged, by slots of a length, and those of an endpoint among them; the earliest slot first.
    ///
    /// @param endpoint null if all are counted
    List<Slot> slots(@Nullable EndpointId endpoint, long length, long from, long until) {
        Map<Long, int[]> slots = new TreeMap<>();
        for (CallRow call : calls) {
            if (!call.late() && call.timeMicros() >= from && call.timeMicros() < until) {
                int[] counts = slots.computeIfAbsent(Math.floorDiv(call.timeMicros(), length), any -> new int[2]);
                boolean counted = endpoint == null
                        || endpoint.endpoint().equals(CallJson.endpointOf(call, former))
                                && Objects.equals(endpoint.host(), call.host());
                counts[0]++;
                counts[1] += counted ? 1 : 0;
            }
        }
        return slots.entrySet().stream()
                .map(slot -> new Slot(slot.getKey() * length, slot.getValue()[0], slot.getValue()[1]))
                .toList();
    }

    Hours hours() {
        Hours hours = new Hours();
        calls.forEach(call -> hours.add(Hours.hourOf(CallJson.timeOf(call))));
        return hours;
    }

    List<ObjectNode> days(Duration reach) {
        Map<LocalDate, Long> days = new TreeMap<>();
        Instant since = last().minus(reach);
        for (CallRow call : calls) {
            if (!CallJson.timeOf(call).isBefore(since)) {
                days.merge(dayOf(call), 1L, Long::sum);
            }
        }
        return days.entrySet().stream()
                .map(day ->
                        NODES.objectNode().put("day", day.getKey().toString()).put("calls", day.getValue()))
                .toList();
    }

    /// The days on which each value of one side was in use: the most used values, in the order of their first days.
    List<ObjectNode> used(String what, Function<CallRow, @Nullable String> side, Duration reach, int limit) {
        Instant since = last().minus(reach);
        Map<String, Tally> found = new HashMap<>();
        for (CallRow call : calls) {
            String value = side.apply(call);
            if (value != null && !CallJson.timeOf(call).isBefore(since)) {
                found.computeIfAbsent(value, any -> new Tally()).add(call).days.add(dayOf(call));
            }
        }
        Comparator<Map.Entry<String, Tally>> mostUsed =
                Comparator.comparingInt(entry -> -entry.getValue().days.size());
        Comparator<Map.Entry<String, Tally>> firstDay =
                Comparator.comparing(entry -> entry.getValue().days.iterator().next());
        Comparator<Map.Entry<String, Tally>> byCalls = Comparator.<Map.Entry<String, Tally>>comparingLong(
                        entry -> -entry.getValue().calls())
                .thenComparing(Map.Entry::getKey, BY_TEXT);
        return found.entrySet().stream()
                .sorted(mostUsed.thenComparing(byCalls))
                .limit(limit)
                .sorted(firstDay.thenComparing(byCalls))
                .map(entry -> {
                    ObjectNode row = NODES.objectNode().put("what", what).put("value", entry.getKey());
                    row.put("calls", entry.getValue().calls());
                    ArrayNode days = row.putArray("days");
                    entry.getValue().days.forEach(day -> days.add(day.toString()));
                    return row;
                })
                .toList();
    }

    private record Touch(
            String type, String whose, @Nullable String how) {}

    List<ObjectNode> entities(int limit) {
        Map<Touch, Tally> found = new HashMap<>();
        for (CallRow call : calls) {
            Set<List<String>> named = new HashSet<>();
            for (CallRow.Entity entity : call.entities()) {
                if (named.add(List.of(entity.type(), entity.id()))) {
                    String whose = entity.whose() == null ? "unknown" : entity.whose();
                    found.computeIfAbsent(new Touch(entity.type(), whose, entity.how()), any -> new Tally())
                            .add(call)
                            .things
                            .add(entity.id());
                }
            }
        }
        List<Map.Entry<Touch, Tally>> sorted = new ArrayList<>(found.entrySet());
        sorted.sort(Comparator.<Map.Entry<Touch, Tally>>comparingLong(
                        entry -> -entry.getValue().calls())
                .thenComparing(entry -> entry.getKey().type(), BY_TEXT)
                .thenComparing(entry -> entry.getKey().whose(), BY_TEXT)
                .thenComparing(entry -> entry.getKey().how(), BY_TEXT));
        return sorted.stream()
                .limit(limit)
                .map(entry -> NODES.objectNode()
                        .put("type", entry.getKey().type())
                        .put("whose", entry.getKey().whose())
                        .put("how", entry.getKey().how())
                        .put("calls", entry.getValue().calls())
                        .put("entities", (long) entry.getValue().things.size())
                        .put("last_seen", entry.getValue().lastSeen()))
                .toList();
    }

    private static LocalDate dayOf(CallRow call) {
        return LocalDate.ofInstant(CallJson.timeOf(call), ZoneOffset.UTC);
    }
}
