// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.engine.Corrections;
import dev.apian.engine.Corrections.Ruled;
import dev.apian.engine.RulingRules;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import dev.apian.server.http.Said;
import dev.apian.stage.identity.Ruling;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people say about who is who: link, unlink, join, name, and take back.
final class IdentityCorrections {

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            Ruling.LINK, Set.of("kind", "type", "value", "actor"),
            Ruling.UNLINK, Set.of("kind", "type", "value", "actor"),
            Ruling.JOIN, Set.of("kind", "from", "into"),
            Ruling.NAME, Set.of("kind", "actor", "name"));

    private final Corrections kept;
    private final boolean applied;
    private final InstantSource clock;

    /// @param applied whether there is an engine that reads them
    IdentityCorrections(Corrections kept, boolean applied, InstantSource clock) {
        this.kept = kept;
        this.applied = applied;
        this.clock = clock;
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        kept.rulings().reversed().forEach(ruled -> items.add(RulingJson.of(ruled)));
        return answer.put("applied", applied);
    }

    ObjectNode add(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Set<String> known = new TreeSet<>();
        MEMBERS.values().forEach(known::addAll);
        Said said = Said.of(
                body,
                known,
                "a JSON object with kind and, of a link or unlink, type, value and actor; of a join, from and into;"
                        + " of a name, actor and name");
        String kind = said.text("kind");
        Set<String> allowed = MEMBERS.getOrDefault(kind, known);
        for (String member : said.members().propertyNames()) {
            if (!allowed.contains(member)) {
                throw Said.wrong(member, said.text(member), "none: a %s has none".formatted(kind));
            }
        }
        try {
            Ruling ruling = RulingRules.parse(kind, said::text);
            if (!applied) {
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "cluster",
                        "The cluster's job reads no corrections",
                        "This server shows a cluster's lake, and the job that fills it does not read corrections yet:"
                                + " this one would change nothing, so it is not kept.");
            }
            return RulingJson.of(kept.rule(ruling, PathCorrections.BY, clock.instant()));
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(String.valueOf(e.getMessage()));
        }
    }

    ObjectNode remove(Parameters asked) throws IOException {
        asked.allowOnly();
        String id = asked.path("id");
        Optional<Ruled> gone = kept.rulings().stream()
                .filter(ruled -> String.valueOf(ruled.id()).equals(id))
                .findFirst();
        if (gone.isEmpty() || !kept.removeRuling(gone.get().id())) {
            throw Problem.notFound(
                    "No such correction",
                    ("There is no correction of identity with the id %s; GET /api/v1/actors/corrections lists those"
                                    + " there are.")
                            .formatted(id));
        }
        return RulingJson.of(gone.get());
    }
}
