// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import dev.apian.lake.Timeline;
import dev.apian.server.http.Parameters;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One actor's calls without SQL: the pages that hold them are read alone, whatever the size of the lake. The
/// same answer as [Calls] would give with SQL, or none.
final class ActorCalls {

    /// More calls of one actor are counted with SQL, which does not hold them in memory.
    private static final int DEEDS_CALLS_MAX = 250_000;

    private final Timeline timeline;
    private final Naming naming;

    ActorCalls(Archive archive) {
        this.timeline = archive.timeline();
        this.naming = new Naming(archive);
    }

    /// The last call of the page before.
    record After(Instant time, String callId) {

        boolean isBefore(CallRow call) {
            int byTime = CallJson.timeOf(call).compareTo(time);
            String id = call.callId();
            return byTime < 0 || (byTime == 0 && id != null && Timeline.compareTexts(id, callId) < 0);
        }
    }

    /// Calls, the newest first, with what it takes to write them.
    record Found(List<CallRow> calls, CallJson json) {}

    /// @param after the end of the page before; null for the first
    /// @return empty if the lake must be asked with SQL, also because nobody is named
    Optional<Found> newest(Parameters asked, @Nullable After after, int limit) throws IOException {
        String actor = asked.text("actor");
        if (actor == null || actor.equals(Calls.UNRESOLVED)) {
            return Optional.empty();
        }
        Map<String, String> former = naming.endpointsNow();
        Instant to = after == null ? asked.instant("to") : earlier(asked.instant("to"), after.time());
        Predicate<CallRow> wanted = call -> after == null || after.isBefore(call);
        Optional<List<CallRow>> calls = timeline.newest(
                new Timeline.Asked(actor, asked.instant("from"), to, wanted.and(filter(asked, former)), limit));
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Found(calls.get(), new CallJson(naming.nameOf(actor), former)));
    }

    /// What all calls of an actor before a moment tell; empty if the lake must be asked with SQL, or if there are none.
    Optional<ActorDeeds> deeds(String actor, @Nullable Instant to) throws IOException {
        if (actor.equals(Calls.UNRESOLVED)) {
            return Optional.empty();
        }
        Optional<List<CallRow>> calls =
                timeline.newest(new Timeline.Asked(actor, null, to, call -> true, DEEDS_CALLS_MAX + 1));
        Map<String, String> former = naming.endpointsNow();
        return calls.filter(found -> !found.isEmpty() && found.size() <= DEEDS_CALLS_MAX)
                .map(found -> new ActorDeeds(found, former));
    }

    /// Calls of an actor that meet a condition, the newest first; empty if the lake must be asked with SQL.
    Optional<List<CallRow>> calls(
            String actor, @Nullable Instant from, @Nullable Instant to, Predicate<CallRow> wanted, int limit)
            throws IOException {
        return timeline.newest(new Timeline.Asked(actor, from, to, wanted, limit));
    }

    /// Writes calls of an actor.
    CallJson json(String actor) throws IOException {
        return new CallJson(naming.nameOf(actor), naming.endpointsNow());
    }

    Naming naming() {
        return naming;
    }

    /// A page goes on within the microsecond where the one before ended.
    private static Instant earlier(@Nullable Instant to, Instant last) {
        Instant after = last.plus(1, ChronoUnit.MICROS);
        return to == null || after.isBefore(to) ? after : to;
    }

    /// The conditions of [Calls] in Java; a test holds one against the other.
    private static Predicate<CallRow> filter(Parameters asked, Map<String, String> former) {
        String endpoint = asked.text("endpoint");
        String type = asked.text("entity_type");
        String id = asked.text("entity_id");
        String status = asked.text("status");
        String country = asked.text("country");
        String asn = asked.text("asn");
        String device = asked.text("device");
        Predicate<CallRow> wanted = call -> true;
        if (endpoint != null) {
            wanted = EndpointId.of(endpoint)
                    .<Predicate<CallRow>>map(known -> call -> known.endpoint().equals(CallJson.endpointOf(call, former))
                            && Objects.equals(known.host(), call.host()))
                    .orElse(call -> false);
        }
        if (type != null && id != null) {
            wanted = wanted.and(call -> call.entities().stream()
                    .anyMatch(
                            entity -> entity.type().equals(type) && entity.id().equals(id)));
        }
        if (status != null) {
            int number = asked.integer("status", -1, 999, -1);
            wanted = wanted.and(call -> call.status() == number && number != CallRow.STATUS_UNKNOWN);
        }
        if (country != null) {
            wanted = wanted.and(call -> country.equals(call.country()));
        }
        if (asn != null) {
            long number = Calls.number(asn);
            wanted = wanted.and(call -> call.asn() == number && number != CallRow.ASN_UNKNOWN);
        }
        if (device != null) {
            wanted = wanted.and(call -> device.equals(call.device()));
        }
        String address = asked.text("client_ip");
        if (address != null) {
            wanted = wanted.and(call -> address.equals(call.clientIp()));
        }
        String callId = asked.text("call_id");
        if (callId != null) {
            wanted = wanted.and(call -> callId.equals(call.callId()));
        }
        return wanted;
    }
}
