// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.engine.Corrections.Document;
import dev.apian.stage.endpoint.Correction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A document in the data directory: who brought it when, its routes, and what its reader keeps of it.
final class DocumentFile {

    private static final int CHARACTERS_MAX = 100_000_000;

    private DocumentFile() {}

    static void write(Path file, Document document) throws IOException {
        if (document.text().length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException("document %s takes %d characters, expected at most %d; split it by paths"
                    .formatted(document.name(), document.text().length(), CHARACTERS_MAX));
        }
        ObjectNode out = CorrectionsFile.JSON.createObjectNode();
        out.put("name", document.name());
        out.put("who", document.who());
        out.put("at", document.at().toString());
        ArrayNode pins = out.putArray("pins");
        document.pins()
                .forEach(pin -> pins.addObject()
                        .put("method", pin.method())
                        .put("host", pin.host())
                        .put("template", pin.template()));
        out.put("text", document.text());
        CorrectionsFile.replace(file, out.toString());
    }

    /// Nothing if it was removed just now.
    static Optional<Document> read(Path file) throws IOException {
        try {
            JsonNode in = CorrectionsFile.JSON.readTree(Files.readString(file));
            String name = in.required("name").asString();
            List<Correction.Pin> pins = new ArrayList<>();
            for (JsonNode pin : in.required("pins")) {
                pins.add(new Correction.Pin(
                        pin.path("method").asString(),
                        pin.path("host").asString(),
                        pin.path("template").asString(),
                        name));
            }
            return Optional.of(new Document(
                    name,
                    in.path("who").asString(""),
                    Instant.parse(in.required("at").asString()),
                    pins,
                    in.required("text").asString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new IOException(
                    "%s cannot be read as a document: %s; remove the document and import it again"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
