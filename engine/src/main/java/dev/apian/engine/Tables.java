// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.Snapshot;
import dev.apian.lake.Table;
import dev.apian.lake.row.Rows;
import dev.apian.stage.endpoint.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
                    templates.known().values().stream().map(Rows::endpoint).toList());
            templatesWritten = templates.known().size();
        }
    }

    void writeActors(Shards shards) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        shards.forEachActor(profile -> Rows.actor(profile.dossier()).ifPresent(rows::add));
        snapshot.replace(Table.ACTORS, rows);
    }
}
