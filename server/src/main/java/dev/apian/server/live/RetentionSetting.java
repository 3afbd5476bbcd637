// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Preferences;
import dev.apian.engine.Keeping;
import dev.apian.lake.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How much is kept as administrators said while the server ran. It wins over what the command line says.
public final class RetentionSetting {

    private static final String FILE = "catalogue.db";
    private static final String NAME = "retention";
    private static final String DAYS = "keep_days";
    private static final String BYTES = "keep_bytes";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;

    public RetentionSetting(Preferences preferences) {
        this.preferences = preferences;
    }

    /// What the command line says, or what was said since, for an engine that begins on a data directory: nothing may
    /// be deleted before this is known. Makes no catalogue where there is none.
    public static Keeping stored(Path data, Keeping command) throws IOException {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return command;
        }
        try (Catalogue catalogue = Catalogue.open("jdbc:sqlite:" + file)) {
            return new RetentionSetting(catalogue.preferences())
                    .get()
                    .map(command::withRetention)
                    .orElse(command);
        }
    }

    /// Empty while the command line holds.
    public Optional<Retention> get() {
        return preferences.get(NAME).filter(text -> !text.isEmpty()).map(RetentionSetting::read);
    }

    public void put(Retention retention) throws IOException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(DAYS, retention.days());
        json.put(BYTES, retention.bytes());
        preferences.put(NAME, json.toString());
    }

    /// From now on the command line holds again.
    public void clear() throws IOException {
        preferences.put(NAME, "");
    }

    private static Retention read(String text) {
        JsonNode json = JSON.readTree(text);
        return new Retention(
                json.path(DAYS).isNumber() ? json.path(DAYS).asInt() : null,
                json.path(BYTES).isNumber() ? json.path(BYTES).asLong() : null);
    }
}
