// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.row;

import dev.apian.sketch.Hash;
import dev.apian.stage.call.DataClass;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Facts;
import dev.apian.stage.endpoint.Listed;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.identity.CredentialClass;
import dev.apian.stage.identity.Link;
import dev.apian.stage.profile.Dossier;
import dev.apian.stage.signal.Evidence;
import dev.apian.stage.signal.Signal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// What the stages say, as rows of the tables; calls are rows by [CallRows]. Maps carry the names of the columns, times
/// are RFC 3339.
public final class Rows {

    private Rows() {}

    /// A row of `actors`, unless the actor has no name yet. Its `version` is the time of the actor's last call,
    /// so that the latest of several rows is the one that holds.
    public static Optional<Map<String, Object>> actor(Dossier dossier) {
        Actor actor = dossier.actor();
        if (actor == null) {
            return Optional.empty();
        }
        Map<String, Object> row = new HashMap<>();
        row.put("actor", actor.id());
        row.put("name", actor.name());
        row.put("kind", actor.kind().label());
        row.put("facets", dossier.facets().stream().map(Rows::facet).toList());
        row.put("version", dossier.last());
        Map<String, String> told =
                Map.of("tenant", dossier.tenant(), "application", dossier.application(), "roles", dossier.roles());
        told.forEach((column, text) -> {
            if (!text.isEmpty()) {
                row.put(column, text);
            }
        });
        return Optional.of(row);
    }

    /// A row of `actors` that says that there is no such actor any more: it has no name.
    public static Map<String, Object> noActor(long key) {
        Map<String, Object> row = new HashMap<>();
        row.put("actor", new Actor(key, "", Actor.Kind.ANONYMOUS).id());
        return row;
    }

    /// A row of `endpoints`.
    public static Map<String, Object> endpoint(Listed listed) {
        Endpoint endpoint = listed.endpoint();
        Facts facts = listed.facts();
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
        row.put("posture", facts.posture().name().toLowerCase(Locale.ROOT));
        row.put(
                "data",
                Stream.of(facts.requestData(), facts.responseData())
                        .flatMap(found -> found.keySet().stream())
                        .map(DataClass::label)
                        .distinct()
                        .sorted()
                        .toList());
        ObjectNode json = ListedJson.of(listed);
        json.remove("former");
        row.put("listed", json.toString());
        row.put("former", listed.former().stream().map(Hash::text).toList());
        if (!endpoint.host().isEmpty()) {
            row.put("host", endpoint.host());
        }
        return row;
    }

    /// A row of `signals`.
    public static Map<String, Object> signal(Signal signal) {
        Map<String, Object> row = new HashMap<>();
        row.put("time", time(signal.micros()));
        row.put("scenario", signal.card().id());
        row.put("actor", signal.actor().id());
        row.put("strength", signal.strength());
        row.put("reason", signal.happened());
        row.put("usual", signal.usual());
        row.put("first_seen", time(signal.first()));
        row.put("call_id", signal.callId());
        row.put("calls", signal.calls());
        row.put("endpoints", signal.involved().endpoints());
        row.put("evidence", signal.evidence().stream().map(Rows::evidence).toList());
        return row;
    }

    /// Expiry and class are left out where they are not known.
    private static Map<String, Object> facet(Dossier.Linked linked) {
        Link link = linked.link();
        Map<String, Object> row = new HashMap<>();
        row.put("type", link.kind().label());
        row.put("value", link.value());
        row.put("first_seen", time(link.micros()));
        row.put("last_seen", time(linked.last()));
        row.put("because", link.because().text());
        row.put("confidence", link.because().confidence());
        if (link.expires() != 0) {
            row.put("expires", time(link.expires()));
        }
        if (link.credentialClass() != CredentialClass.UNKNOWN) {
            row.put("class", link.credentialClass().label());
        }
        return row;
    }

    /// What is usual is left out where it has no number.
    private static Map<String, Object> evidence(Evidence fact) {
        Map<String, Object> row = new HashMap<>();
        row.put("measure", fact.measure());
        row.put("observed", fact.observed());
        if (!Double.isNaN(fact.expected())) {
            row.put("expected", fact.expected());
        }
        row.put("unit", fact.unit());
        row.put("window", fact.window().toString());
        return row;
    }

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
