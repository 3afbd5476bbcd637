// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.engine.Corrections;
import dev.apian.engine.Corrections.Entry;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import dev.apian.stage.endpoint.Correction;
import dev.apian.stage.endpoint.Correction.Pin;
import dev.apian.stage.endpoint.Correction.Reject;
import dev.apian.stage.endpoint.Correction.Rename;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people say about paths: pin, reject, rename, and take back.
final class PathCorrections {

    /// Who says what comes in here, as long as nobody signs in.
    static final String BY = "api";

    private static final Set<String> MEMBERS = Set.of("kind", "host", "method", "template", "name");

    private final Corrections kept;
    private final boolean applied;
    private final InstantSource clock;

    /// @param applied whether there is an engine that reads them
    PathCorrections(Corrections kept, boolean applied, InstantSource clock) {
        this.kept = kept;
        this.applied = applied;
        this.clock = clock;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        kept.entries().reversed().forEach(entry -> items.add(CorrectionJson.of(entry)));
        return answer.put("applied", applied);
    }

    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Correction correction = correction(Said.of(
                body, MEMBERS, "a JSON object with kind and template, and at most host, method and name besides"));
        if (!applied) {
            throw Problem.of(
                    HttpStatus.CONFLICT,
                    "cluster",
                    "The cluster's job reads no corrections",
                    "This server shows a cluster's lake, and the job that fills it does not read corrections yet: this"
                            + " one would change nothing, so it is not kept. Documents and drift work here.");
        }
        int found = kept.entries().size();
        if (found >= Corrections.CORRECTIONS_MAX) {
            throw Problem.limit(
                    "There are too many corrections",
                    "corrections_max",
                    found + 1L,
                    Corrections.CORRECTIONS_MAX,
                    "There are %d corrections, corrections_max allows no more; remove one first.".formatted(found));
        }
        try {
            return CorrectionJson.of(kept.add(correction, BY, clock.instant()));
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        }
    }

    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("id");
        Optional<Entry> gone = kept.entries().stream()
                .filter(entry -> String.valueOf(entry.id()).equals(id))
                .findFirst();
        if (gone.isEmpty() || !kept.remove(gone.get().id())) {
            throw Problem.notFound(
                    "No such correction",
                    "There is no correction with the id %s; GET /api/v1/corrections lists those there are."
                            .formatted(id));
        }
        return CorrectionJson.of(gone.get());
    }

    /// Whether what is said fits its kind; whether it makes sense is for [Corrections] to say.
    private static Correction correction(Said said) {
        String kind = said.text("kind");
        String host = said.text("host").toLowerCase(Locale.ROOT);
        String method = said.text("method").toUpperCase(Locale.ROOT);
        String template = said.text("template");
        String name = said.text("name");
        if (!kind.equals("pin") && !method.isEmpty()) {
            throw Said.wrong("method", method, "none: only a pin has one");
        }
        if (!kind.equals("rename") && !name.isEmpty()) {
            throw Said.wrong("name", name, "none: only a rename has one");
        }
        return switch (kind) {
            case "pin" -> new Pin(method, host, template, "");
            case "reject" -> new Reject(host, template);
            case "rename" -> new Rename(host, template, name);
            default -> throw Said.wrong("kind", kind, "one of pin, reject, rename");
        };
    }
}
