// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine;

import dev.apian.engine.Corrections.Entry;
import dev.apian.engine.Corrections.Ruled;
import dev.apian.stage.call.Facet;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.identity.Ruling;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `corrections.json`: what people said about paths, and about who is who.
///
/// @param version grows with every change, of documents too
/// @param next    the number of the next entry of either kind
record CorrectionsFile(long version, long next, List<Entry> entries, List<Ruled> rulings) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    CorrectionsFile {
        entries = List.copyOf(entries);
        rulings = List.copyOf(rulings);
    }

    /// The next version, with other entries about paths.
    CorrectionsFile saying(List<Entry> others, int added) {
        return new CorrectionsFile(version + 1, next + added, others, rulings);
    }

    /// The next version, with other entries about who is who.
    CorrectionsFile ruling(List<Ruled> others, int added) {
        return new CorrectionsFile(version + 1, next + added, entries, others);
    }

    static CorrectionsFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new CorrectionsFile(0, 1, List.of(), List.of());
        }
        try {
            JsonNode in = JSON.readTree(Files.readString(file));
            List<Entry> entries = new ArrayList<>();
            for (JsonNode entry : in.required("entries")) {
                entries.add(entry(entry));
            }
            List<Ruled> rulings = new ArrayList<>();
            for (JsonNode ruled : in.path("rulings")) {
                rulings.add(ruled(ruled));
            }
            return new CorrectionsFile(
                    in.required("version").asLong(), in.required("next").asLong(), entries, rulings);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new IOException(
                    "%s cannot be read as corrections: %s; restore it from a backup, or move it away to go on without"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    void write(Path file) throws IOException {
        ObjectNode out = JSON.createObjectNode();
        out.put("version", version).put("next", next);
        ArrayNode written = out.putArray("entries");
        entries.forEach(entry -> written.add(node(entry)));
        ArrayNode ruled = out.putArray("rulings");
        rulings.forEach(entry -> ruled.add(node(entry)));
        replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(out));
    }

    /// After a crash there is the old text or the new one.
    static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static ObjectNode node(Entry entry) {
        ObjectNode out = JSON.createObjectNode();
        out.put("id", entry.id()).put("who", entry.who()).put("at", entry.at().toString());
        switch (entry.correction()) {
            case Correction.Pin pin -> out.put("kind", "pin").put("method", pin.method());
            case Correction.Reject _ -> out.put("kind", "reject");
            case Correction.Rename rename -> out.put("kind", "rename").put("name", rename.name());
        }
        return out.put("host", entry.correction().host())
                .put("template", entry.correction().template());
    }

    private static ObjectNode node(Ruled entry) {
        ObjectNode out = JSON.createObjectNode();
        out.put("id", entry.id()).put("who", entry.who()).put("at", entry.at().toString());
        return switch (entry.ruling()) {
            case Ruling.Link link -> facet(out.put("kind", Ruling.LINK), link.kind(), link.value(), link.actor());
            case Ruling.Unlink unlink ->
                facet(out.put("kind", Ruling.UNLINK), unlink.kind(), unlink.value(), unlink.actor());
            case Ruling.Join join ->
                out.put("kind", Ruling.JOIN).put("from", join.from()).put("into", join.into());
            case Ruling.Name name ->
                out.put("kind", Ruling.NAME).put("actor", name.actor()).put("name", name.name());
        };
    }

    private static ObjectNode facet(ObjectNode out, Facet.Kind kind, String value, String actor) {
        return out.put("type", kind.label()).put("value", value).put("actor", actor);
    }

    private static Ruled ruled(JsonNode in) {
        Ruling ruling = RulingRules.parse(
                in.required("kind").asString(), member -> in.path(member).asString(""));
        return new Ruled(
                in.required("id").asLong(),
                in.path("who").asString(""),
                Instant.parse(in.required("at").asString()),
                ruling);
    }

    private static Entry entry(JsonNode in) {
        String host = in.path("host").asString("");
        String template = in.required("template").asString();
        String kind = in.required("kind").asString();
        Correction correction = switch (kind) {
            case "pin" -> new Correction.Pin(in.path("method").asString(""), host, template, "");
            case "reject" -> new Correction.Reject(host, template);
            case "rename" ->
                new Correction.Rename(host, template, in.required("name").asString());
            default ->
                throw new IllegalArgumentException(
                        "kind %s is unknown, expected pin, reject or rename".formatted(kind));
        };
        return new Entry(
                in.required("id").asLong(),
                in.path("who").asString(""),
                Instant.parse(in.required("at").asString()),
                correction);
    }
}
