// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.openapi.ApiDocument;
import dev.apian.openapi.ApiExport;
import dev.apian.openapi.Drift;
import dev.apian.openapi.DriftJson;
import dev.apian.server.documents.DocumentShelf;
import dev.apian.server.documents.ListedEndpoints;
import dev.apian.server.http.Answering.Download;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.stage.endpoint.Listed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The inventory beside documents: where they differ, and the inventory as a document.
final class Drifts {

    private final Archive archive;
    private final DocumentShelf shelf;

    Drifts(Archive archive, DocumentShelf shelf) {
        this.archive = archive;
        this.shelf = shelf;
    }

    /// One page; the counts are of all pages and of all kinds.
    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("kind", "limit", "cursor");
        List<String> kinds = asked.choices("kind", Drift.KINDS);
        Page page = Page.of(asked, kinds);
        List<ApiDocument> documents = shelf.documents();
        List<Drift> all = documents.isEmpty() ? List.of() : Drift.of(documents, listed());
        List<Drift> asIs = all.stream()
                .filter(drift -> kinds.isEmpty() || kinds.contains(drift.kind()))
                .toList();
        ObjectNode answer = page.of(asIs, Drifts::json);
        answer.put("total", asIs.size());
        answer.put("documents", documents.size());
        ArrayNode counts = answer.putArray("kinds");
        for (String kind : Drift.KINDS) {
            long drifts =
                    all.stream().filter(drift -> drift.kind().equals(kind)).count();
            counts.addObject().put("kind", kind).put("drifts", drifts);
        }
        return answer;
    }

    Download export(Parameters asked) throws IOException {
        asked.allowOnly("host");
        String host = asked.text("host");
        List<Listed> listed = listed();
        if (host == null) {
            return new Download("seen.json", ApiExport.of(listed, ""));
        }
        String small = host.toLowerCase(Locale.ROOT);
        if (listed.stream().noneMatch(line -> line.endpoint().host().equals(small))) {
            throw Problem.notFound(
                    "No such host",
                    "No endpoint was seen on this host; GET /api/v1/inventory lists the hosts there are.");
        }
        return new Download("seen-" + DocumentShelf.nameOf(small) + ".json", ApiExport.of(listed, small));
    }

    private List<Listed> listed() throws IOException {
        return archive.ask(ListedEndpoints::read);
    }

    /// An operation that was never seen has no endpoint to go to.
    private static ObjectNode json(Drift drift) {
        String host = drift.place().host();
        EndpointId id = new EndpointId(drift.place().toString(), host.isEmpty() ? null : host);
        return DriftJson.of(drift).put("endpoint_id", drift instanceof Drift.Unused ? null : id.text());
    }
}
