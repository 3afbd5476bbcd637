// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.access;

import dev.apian.catalogue.AuditEntry;
import dev.apian.catalogue.AuditTrail;
import dev.apian.server.http.Operations.Witness;
import dev.apian.server.http.Parameters;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes down what everybody does, and shows it to administrators.
final class Trail implements Witness {

    static final String DONE = "done";
    static final String REFUSED = "refused";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DETAIL_CHARS_MAX = 2_000;
    private static final int ITEMS_MAX = 500;
    private static final int ITEMS_USUAL = 100;

    private final AuditTrail kept;
    private final InstantSource clock;

    Trail(AuditTrail kept, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void saw(Parameters asked, byte[] body) throws IOException {
        add(asked.caller().name(), asked, DONE, detail(body));
    }

    void add(String who, Parameters asked, String outcome, String detail) throws IOException {
        kept.add(new AuditEntry(
                0, clock.instant(), who, asked.address(), asked.operation(), asked.target(), outcome, detail));
    }

    /// Newest first.
    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly("who", "q", "before", "limit");
        int limit = asked.integer("limit", 1, ITEMS_MAX, ITEMS_USUAL);
        long before = asked.integer("before", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        List<AuditEntry> found = kept.newest(asked.text("who"), asked.text("q", 200), before, limit + 1);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        found.stream()
                .limit(limit)
                .forEach(entry -> items.addObject()
                        .put("number", entry.number())
                        .put("at", entry.at().toString())
                        .put("who", entry.who())
                        .put("address", entry.address())
                        .put("action", entry.action())
                        .put("target", entry.target())
                        .put("outcome", entry.outcome())
                        .put("detail", entry.detail()));
        return answer.put(
                "next_before", found.size() > limit ? found.get(limit - 1).number() : null);
    }

    /// The body without passwords, cut where it is long.
    private static String detail(byte[] body) {
        String text;
        try {
            JsonNode said = body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
            text = said.isEmpty() ? "" : hide(said).toString();
        } catch (JacksonException e) {
            text = "%d bytes that are no JSON".formatted(body.length);
        }
        return text.length() > DETAIL_CHARS_MAX ? text.substring(0, DETAIL_CHARS_MAX) + "…" : text;
    }

    private static JsonNode hide(JsonNode said) {
        if (said instanceof ObjectNode members) {
            for (String name : List.copyOf(members.propertyNames())) {
                if (name.contains("password") || name.contains("secret")) {
                    members.put(name, "***");
                }
            }
        }
        return said;
    }
}
