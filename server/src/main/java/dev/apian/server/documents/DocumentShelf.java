// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.documents;

import dev.apian.engine.Corrections;
import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.ApiDocumentJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// The imported documents of a data directory. Safe for many threads and processes, as [Corrections] is.
public final class DocumentShelf {

    private final Corrections kept;

    private DocumentShelf(Corrections kept) {
        this.kept = kept;
    }

    /// A document, and who brought it when.
    public record Imported(ApiDocument document, String who, Instant at) {

        /// Where it is served, sorted; empty for any host.
        public List<String> hosts() {
            return document.hosts().stream().sorted().toList();
        }
    }

    public static DocumentShelf of(Path data) {
        return new DocumentShelf(Corrections.open(data));
    }

    /// Every document, the oldest first.
    ///
    /// @throws IOException which names the document that cannot be read
    public List<Imported> imported() throws IOException {
        List<Imported> all = new ArrayList<>();
        for (Corrections.Document document : kept.documents()) {
            all.add(new Imported(read(document), document.who(), document.at()));
        }
        return all;
    }

    public List<ApiDocument> documents() throws IOException {
        return imported().stream().map(Imported::document).toList();
    }

    /// Keeps a document and its routes; one of the same name is replaced.
    ///
    /// @throws IllegalArgumentException if its name is no name for a file, or there are too many
    public Imported put(ApiDocument document, String who, Instant at) throws IOException {
        kept.put(new Corrections.Document(
                document.name(), who, at, document.corrections(), ApiDocumentJson.of(document)));
        return new Imported(document, who, at);
    }

    /// Forgets a document and its routes.
    ///
    /// @return false if there is no such document
    /// @throws IllegalArgumentException if its name is no name for a file
    public boolean remove(String name) throws IOException {
        return kept.removeDocument(name);
    }

    /// What a document from a file is called if nobody says otherwise: `shop.v1` for `shop.v1.yaml`.
    public static String nameOf(String file) {
        String plain = file.replaceFirst("(?i)\\.(json|ya?ml)$", "")
                .replaceAll("[^A-Za-z0-9._-]", "-")
                .replaceFirst("^[.-]+", "");
        return plain.isEmpty() ? "document" : plain;
    }

    private static ApiDocument read(Corrections.Document document) throws IOException {
        try {
            return ApiDocumentJson.read(document.text());
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(
                    "document %s cannot be read: %s; import it again".formatted(document.name(), e.getMessage()), e);
        }
    }
}
