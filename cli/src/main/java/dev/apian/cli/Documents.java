// SPDX-License-Identifier: Apache-2.0
package dev.apian.cli;

import dev.apian.engine.Corrections;
import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.ApiDocumentJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// The imported documents of a data directory.
final class Documents {

    private Documents() {}

    static List<ApiDocument> read(Path data) throws IOException {
        List<ApiDocument> documents = new ArrayList<>();
        for (Corrections.Document document : Corrections.open(data).documents()) {
            try {
                documents.add(ApiDocumentJson.read(document.text()));
            } catch (JacksonException | IllegalArgumentException e) {
                throw new IOException(
                        "document %s in %s cannot be read: %s; import it again"
                                .formatted(document.name(), data, e.getMessage()),
                        e);
            }
        }
        return documents;
    }

    static String hosts(ApiDocument document) {
        return document.hosts().isEmpty()
                ? "any host"
                : String.join(", ", document.hosts().stream().sorted().toList());
    }
}
