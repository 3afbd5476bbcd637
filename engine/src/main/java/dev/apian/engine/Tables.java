// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.Snapshot;
import dev.apian.lake.Table;
import dev.apian.lake.row.Rows;
import dev.apian.stage.endpoint.Listed;
import dev.apian.stage.profile.ActorProfile;
import dev.apian.stage.profile.Dossier;
import dev.apian.stage.signal.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Writes what only the state knows into the small tables beside the lake.
final class Tables implements LiveStates.ActorsChanged {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Signals in memory; more become a file before the next flush.
    private static final int SIGNALS_WAITING_MAX = 10_000;

    /// Files of signals that a query opens, give or take those since the last checkpoint.
    private static final int SIGNAL_FILES_MAX = 32;

    /// The same for actors.
    private static final int ACTOR_FILES_MAX = 32;

    private final Snapshot snapshot;

    /// Actors whose rows are not written yet; nothing of those that went.
    private final Map<Long, Optional<Dossier>> actors = new HashMap<>();
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
        snapshot.compact(Table.ACTORS, ACTOR_FILES_MAX);
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

    @Override
    public void changed(long key, ActorProfile profile) {
        actors.put(key, Optional.of(profile.dossier()));
    }

    @Override
    public void gone(long key) {
        actors.put(key, Optional.empty());
    }

    /// Writes the actors that changed or went since the last time, and names the new files.
    ///
    /// @param version more than that of the last time: of several rows of an actor the latest holds
    List<String> writeActors(long version) throws IOException {
        if (actors.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> rows = new ArrayList<>(actors.size());
        actors.forEach((key, dossier) -> dossier.map(Rows::actor)
                .orElseGet(() -> Optional.of(Rows.noActor(key)))
                .ifPresent(row -> {
                    row.put("version", version);
                    rows.add(row);
                }));
        String file = snapshot.append(Table.ACTORS, rows);
        actors.clear();
        return List.of(file);
    }
}
