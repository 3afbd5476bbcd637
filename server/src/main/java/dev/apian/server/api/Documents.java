// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.DocumentException;
import dev.apian.server.documents.DocumentShelf;
import dev.apian.server.documents.DocumentShelf.Imported;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI documents: bringing one, listing them, forgetting one.
final class Documents {

    /// A document in its JSON; larger ones come by the command line.
    static final int DOCUMENT_BYTES_MAX = 16 << 20;

    private final DocumentShelf shelf;
    private final boolean applied;
    private final InstantSource clock;

    /// @param applied whether there is an engine that obeys their routes
    Documents(DocumentShelf shelf, boolean applied, InstantSource clock) {
        this.shelf = shelf;
        this.applied = applied;
        this.clock = clock;
    }

    /// The latest first.
    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        shelf.imported().reversed().forEach(imported -> items.add(json(imported)));
        return answer.put("applied", applied);
    }

    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Said said = Said.of(body, Set.of("name", "text"), "a JSON object with name and text");
        String name = said.text("name");
        String text = said.text("text");
        if (name.isBlank() || text.isBlank()) {
            throw Problem.badBody("%s is missing, expected a name for the document and its text"
                    .formatted(name.isBlank() ? "name" : "text"));
        }
        try {
            ApiDocument document = ApiDocument.read(DocumentShelf.nameOf(name), text);
            return json(shelf.put(document, PathCorrections.BY, clock.instant()));
        } catch (DocumentException | IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        }
    }

    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly();
        String name = asked.path("name");
        if (!isRemoved(name)) {
            throw Problem.notFound(
                    "No such document",
                    "There is no document %s; GET /api/v1/documents lists those there are.".formatted(name));
        }
        return JsonNodeFactory.instance.objectNode().put("name", name);
    }

    private boolean isRemoved(String name) throws IOException {
        try {
            return shelf.remove(name);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ObjectNode json(Imported imported) {
        ApiDocument document = imported.document();
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("name", document.name());
        out.put("title", document.title());
        out.put("version", document.version());
        out.put("operations", document.operations().size());
        imported.hosts().forEach(out.putArray("hosts")::add);
        document.notes().forEach(out.putArray("notes")::add);
        out.put("by", imported.who().isEmpty() ? null : imported.who());
        return out.put("at", imported.at().toString());
    }
}
