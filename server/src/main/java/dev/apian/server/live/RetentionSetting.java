// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.catalogue.Preferences;
import dev.apian.lake.Retention;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How much is kept as administrators said while the server ran. It wins over what the command line says.
public final class RetentionSetting {

    private static final String NAME = "retention";
    private static final String DAYS = "keep_days";
    private static final String BYTES = "keep_bytes";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Preferences preferences;

    public RetentionSetting(Preferences preferences) {
        this.preferences = preferences;
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
