// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.sketch.Hash;
import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// Corrections in one small file, written anew with each change.
record CorrectionFile(Path file) implements EndpointCorrections {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public synchronized List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            JSON.readTree(Files.readString(file)).forEach(entry -> entries.add(CorrectionJson.read(entry)));
        }
        return entries;
    }

    @Override
    public synchronized Entry add(Correction correction, String by, Instant at) throws IOException {
        List<Entry> entries = list();
        Entry fresh = new Entry(Hash.text(Hash.of(correction.toString())), correction, by, at);
        Optional<Entry> known =
                entries.stream().filter(entry -> entry.id().equals(fresh.id())).findFirst();
        if (known.isEmpty()) {
            entries.addFirst(fresh);
            write(entries);
        }
        return known.orElse(fresh);
    }

    @Override
    public synchronized Optional<Entry> remove(String id) throws IOException {
        List<Entry> entries = list();
        Optional<Entry> gone =
                entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
        if (gone.isPresent()) {
            entries.remove(gone.get());
            write(entries);
        }
        return gone;
    }

    private void write(List<Entry> entries) throws IOException {
        ArrayNode out = JSON.createArrayNode();
        entries.forEach(entry -> out.add(CorrectionJson.of(entry)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, out.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
