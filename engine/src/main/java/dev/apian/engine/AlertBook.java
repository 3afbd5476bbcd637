// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.lake.row.AlertJson;
import dev.apian.stage.triage.Alert;
import java.io.BufferedWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The latest version of every alert, as the JSON of the contract. Written by the engine, read by any thread.
public final class AlertBook {

    /// The oldest alerts make room beyond this, and are counted.
    public static final int ALERTS_MAX = 100_000;

    private final Map<String, String> json = new LinkedHashMap<>();
    private long forgotten;
    private long version;

    synchronized void put(Alert alert) {
        json.put(alert.id(), AlertJson.of(alert));
        if (json.size() > ALERTS_MAX) {
            json.remove(json.keySet().iterator().next());
            forgotten++;
        }
        version++;
    }

    /// One JSON object each, in the order they were first raised.
    public synchronized List<String> all() {
        return new ArrayList<>(json.values());
    }

    public synchronized Optional<String> byId(String id) {
        return Optional.ofNullable(json.get(id));
    }

    public synchronized int size() {
        return json.size();
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

    synchronized void save(DataOutput out) throws IOException {
        out.writeLong(forgotten);
        out.writeInt(json.size());
        for (Map.Entry<String, String> alert : json.entrySet()) {
            out.writeUTF(alert.getKey());
            byte[] bytes = alert.getValue().getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    synchronized void load(DataInput in) throws IOException {
        json.clear();
        forgotten = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            String id = in.readUTF();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            json.put(id, new String(bytes, StandardCharsets.UTF_8));
        }
        version++;
    }
}
