// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.row.AlertJson;
import dev.apian.stage.triage.Alert;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// The latest version of every alert, as the JSON of the contract. Written by the engine, read by any thread.
///
/// Beside these versions, which are kept, may lie those of a [Preview]. People are shown both; files and checkpoints
/// know only what is kept.
public final class AlertBook {

    /// The oldest alerts make room beyond this, and are counted.
    public static final int ALERTS_MAX = 100_000;

    private final SequencedMap<String, Version> versions = new LinkedHashMap<>();

    /// Ids of the alerts raised or changed since the last checkpoint, and numbers of those that made room.
    private final Set<String> changed = new LinkedHashSet<>();

    private final List<Long> gone = new ArrayList<>();
    private long next;
    private long forgotten;
    private long version;

    /// The versions of the open tick, by id.
    private Map<String, String> preliminary = Map.of();

    /// How often they changed.
    private long previews;

    synchronized void put(Alert alert) {
        Version before = versions.get(alert.id());
        long number = before == null ? next++ : before.number;
        versions.put(alert.id(), new Version(number, AlertJson.of(alert)));
        changed.add(alert.id());
        if (versions.size() > ALERTS_MAX) {
            gone.add(versions.pollFirstEntry().getValue().number);
            forgotten++;
        }
        version++;
    }

    /// Shows these versions in place of those kept, or beside them, until it is given others.
    synchronized void preview(Map<String, String> versionsById) {
        preliminary = versionsById;
        previews++;
    }

    /// What people are shown: as [#all], with the preliminary versions where there are some.
    public synchronized List<String> shown() {
        List<String> shown = new ArrayList<>(versions.size() + preliminary.size());
        versions.forEach((id, kept) -> shown.add(preliminary.getOrDefault(id, kept.json)));
        preliminary.forEach((id, json) -> {
            if (!versions.containsKey(id)) {
                shown.add(json);
            }
        });
        return shown;
    }

    public synchronized Optional<String> shownById(String id) {
        return Optional.ofNullable(preliminary.get(id)).or(() -> byId(id));
    }

    /// As [#version], for what is shown.
    public synchronized long shownVersion() {
        return version + previews;
    }

    /// One JSON object each, in the order they were first raised.
    public synchronized List<String> all() {
        return versions.values().stream().map(Version::json).toList();
    }

    public synchronized Optional<String> byId(String id) {
        return Optional.ofNullable(versions.get(id)).map(Version::json);
    }

    public synchronized int size() {
        return versions.size();
    }

    /// Grows with every change, so that a reader can tell whether to look again.
    public synchronized long version() {
        return version;
    }

    /// Alerts that made room for later ones.
    public synchronized long forgotten() {
        return forgotten;
    }

    /// Writes `alerts.ndjson`, one alert a line.
    public void writeTo(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (String line : all()) {
                out.write(line);
                out.write('\n');
            }
        }
    }

    /// Puts what changed since the last time into a commit.
    synchronized void save(StateStore.Commit commit) throws IOException {
        for (String id : changed) {
            Version latest = versions.get(id);
            if (latest != null) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                DataOutputStream out = new DataOutputStream(bytes);
                out.writeLong(latest.number);
                out.writeUTF(id);
                out.write(latest.json.getBytes(StandardCharsets.UTF_8));
                commit.alert(latest.number, bytes.toByteArray());
            }
        }
        for (long number : gone) {
            commit.removeAlert(number);
        }
        changed.clear();
        gone.clear();
    }

    /// Reads what was committed.
    ///
    /// @param forgottenBefore how many alerts had made room
    synchronized void load(List<byte[]> saved, long forgottenBefore) throws IOException {
        versions.clear();
        forgotten = forgottenBefore;
        for (byte[] alert : saved) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(alert));
            long number = in.readLong();
            versions.put(in.readUTF(), new Version(number, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            next = number + 1;
        }
        version++;
    }

    /// @param number grows from alert to alert, in the order in which they were first raised
    private record Version(long number, String json) {}
}
