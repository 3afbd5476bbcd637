// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.Snapshot;
import dev.apian.lake.Table;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Templates;
import dev.apian.stage.identity.Actor;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Dossier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Writes what only the state knows into the small tables beside the lake.
final class Tables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Snapshot snapshot;
    private long alertsWritten = -1;
    private int templatesWritten = -1;

    Tables(Path data) throws IOException {
        snapshot = Snapshot.open(data);
    }

    /// The alerts, if any changed since the last time.
    void writeAlerts(AlertBook alerts) throws IOException {
        long version = alerts.version();
        if (version != alertsWritten) {
            snapshot.replace(
                    Table.ALERTS,
                    alerts.all().stream()
                            .map(json -> JSON.readValue(json, Map.class))
                            .toList());
            alertsWritten = version;
        }
    }

    void writeEndpoints(Templates templates) throws IOException {
        if (templates.known().size() != templatesWritten) {
            snapshot.replace(
                    Table.ENDPOINTS,
                    templates.known().values().stream().map(Tables::row).toList());
            templatesWritten = templates.known().size();
        }
    }

    void writeActors(Shards shards) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        shards.forEachActor(profile -> addRow(profile, rows));
        snapshot.replace(Table.ACTORS, rows);
    }

    private static void addRow(ActorProfile profile, List<Map<String, Object>> rows) {
        Dossier dossier = profile.dossier();
        Actor actor = dossier.actor();
        if (actor != null) {
            rows.add(Map.of(
                    "actor", actor.id(),
                    "name", actor.name(),
                    "kind", actor.kind().label(),
                    "facets", dossier.facets().stream().map(Tables::facet).toList()));
        }
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

    private static Map<String, Object> row(Endpoint endpoint) {
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

    private static String time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
