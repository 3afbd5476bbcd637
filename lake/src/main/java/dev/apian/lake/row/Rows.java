// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.row;

import dev.apian.lake.CallRow;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Origin;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.entity.EntityRef;
import dev.apian.stage.entity.Touched;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.Dossier;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rows of the contract's tables.
public final class Rows {

    private Rows() {}

    /// @param actor null for a call that was not judged
    /// @param late  stored, but not judged
    public static CallRow call(Touched touched, @Nullable Actor actor, @Nullable Facet credential, boolean late) {
        Call call = touched.call();
        Origin origin = call.origin();
        return new CallRow(
                call.micros(),
                call.id(),
                nullIfEmpty(call.host()),
                call.method(),
                call.path(),
                touched.endpoint().toString(),
                touched.endpoint().text(),
                call.status(),
                actor == null ? null : actor.id(),
                actor == null ? null : actor.kind().label(),
                credential == null ? null : credential.kind().label() + ":" + credential.value(),
                nullIfEmpty(origin.ip()),
                nullIfEmpty(origin.country()),
                origin.asn() == 0 ? CallRow.ASN_UNKNOWN : origin.asn(),
                nullIfEmpty(call.userAgent()),
                nullIfEmpty(call.device()),
                touched.touched().stream().map(Rows::entity).toList(),
                call.requestBytes(),
                call.responseBytes(),
                call.durationMicros() < 0 ? CallRow.DURATION_UNKNOWN : call.durationMicros() / 1_000.0,
                late);
    }

    /// An actor with its facets; empty for one that was never seen.
    public static Map<String, Object> actor(Dossier dossier) {
        Actor actor = dossier.actor();
        if (actor == null) {
            return Map.of();
        }
        return Map.of(
                "actor", actor.id(),
                "name", actor.name(),
                "kind", actor.kind().label(),
                "facets", dossier.facets().stream().map(Rows::facet).toList(),
                "version", dossier.calls());
    }

    public static Map<String, Object> endpoint(Endpoint endpoint) {
        Map<String, Object> row = new HashMap<>();
        row.put("endpoint", endpoint.toString());
        row.put("method", endpoint.method());
        row.put("template", endpoint.template());
        row.put("sensitivity", endpoint.sensitivity().name().toLowerCase(Locale.ROOT));
        row.put(
                "labels",
                endpoint.labels().stream()
                        .map(label -> label.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        if (!endpoint.host().isEmpty()) {
            row.put("host", endpoint.host());
        }
        return row;
    }

    public static Map<String, Object> signal(Signal signal) {
        return Map.of(
                "time", time(signal.micros()),
                "scenario", signal.card().id(),
                "actor", signal.actor().id(),
                "strength", signal.strength(),
                "reason", signal.happened(),
                "usual", signal.usual(),
                "first_seen", time(signal.first()),
                "calls", signal.calls(),
                "endpoints", signal.involved().endpoints(),
                "evidence", signal.evidence().stream().map(Rows::evidence).toList());
    }

    private static Map<String, Object> evidence(Evidence fact) {
        Map<String, Object> row = new HashMap<>();
        row.put("measure", fact.measure());
        row.put("observed", fact.observed());
        row.put("unit", fact.unit());
        row.put("window", fact.window().toString());
        if (!Double.isNaN(fact.expected())) {
            row.put("expected", fact.expected());
        }
        return row;
    }

    private static Map<String, Object> facet(Dossier.Linked linked) {
        return Map.of(
                "type", linked.link().kind().label(),
                "value", linked.link().value(),
                "first_seen", time(linked.link().micros()),
                "last_seen", time(linked.last()),
                "because", linked.link().because().text(),
                "confidence", linked.link().because().confidence());
    }

    private static CallRow.Entity entity(EntityRef entity) {
        return new CallRow.Entity(entity.type(), entity.id());
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
