// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.Snapshot;
import dev.apian.lake.Table;
import dev.apian.lake.row.Rows;
import dev.apian.stage.endpoint.Listed;
import dev.apian.stage.signal.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Writes what only the state knows into the small tables beside the lake.
final class Tables {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Signals in memory; more become a file before the next flush.
    private static final int SIGNALS_WAITING_MAX = 10_000;

    /// Files of signals that a query opens, give or take those since the last checkpoint.
    private static final int SIGNAL_FILES_MAX = 32;

    private final Snapshot snapshot;
    private final List<Map<String, Object>> signals = new ArrayList<>();
    private long alertsWritten = -1;

    Tables(Path data) throws IOException {
        snapshot = Snapshot.open(data);
    }

    /// Takes back the signals written after the checkpoint that names these files.
    void goBackTo(Set<String> files) throws IOException {
        snapshot.removeUnlisted(files);
    }

    void take(Signal signal) {
        signals.add(Rows.signal(signal));
    }

    boolean isFull() {
        return signals.size() >= SIGNALS_WAITING_MAX;
    }

    /// Makes every signal taken visible, and names the new files.
    List<String> writeSignals() throws IOException {
        if (signals.isEmpty()) {
            return List.of();
        }
        String file = snapshot.append(Table.SIGNALS, signals);
        signals.clear();
        return List.of(file);
    }

    /// Tells that a checkpoint covers every signal written.
    void checkpointed() throws IOException {
        snapshot.checkpointed();
        snapshot.compact(Table.SIGNALS, SIGNAL_FILES_MAX);
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

    void writeEndpoints(List<Listed> endpoints) throws IOException {
        snapshot.replace(Table.ENDPOINTS, endpoints.stream().map(Rows::endpoint).toList());
    }

    void writeActors(Shards shards) throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        shards.forEachActor(profile -> Rows.actor(profile.dossier()).ifPresent(rows::add));
        snapshot.replace(Table.ACTORS, rows);
    }
}
