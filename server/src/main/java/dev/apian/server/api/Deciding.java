// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Account;
import dev.apian.catalogue.Accounts;
import dev.apian.catalogue.AlertEvent;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Verdicts;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What people decide about alerts, one at a time or many, and who they are.
final class Deciding {

    /// Decided about at once.
    static final int ALERTS_MAX = 500;

    private static final Set<String> ALERTS = Set.of("alerts");

    private final Cases cases;
    private final Verdicts verdicts;
    private final Accounts accounts;

    Deciding(Cases cases, Catalogue catalogue) {
        this.cases = cases;
        this.verdicts = catalogue.verdicts();
        this.accounts = catalogue.accounts();
    }

    ObjectNode one(Parameters asked) throws IOException {
        asked.allowOnly();
        return detail(asked.path("id"));
    }

    ObjectNode decide(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        String id = cases.byId(asked.path("id")).id();
        Decision decision = Decision.of(body, Set.of());
        cases.decide(Set.of(id), decision.change(cases.now()), asked.caller().name());
        return detail(id);
    }

    ObjectNode decideAll(Parameters asked, byte[] body) throws IOException {
        asked.allowOnly();
        Decision decision = Decision.of(body, ALERTS);
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode id : decision.members().path("alerts")) {
            ids.add(cases.byId(id.asString("")).id());
        }
        if (ids.isEmpty() || ids.size() > ALERTS_MAX) {
            throw Problem.badBody("alerts holds %d ids, expected 1 to %d of them".formatted(ids.size(), ALERTS_MAX));
        }
        cases.decide(ids, decision.change(cases.now()), asked.caller().name());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        cases.all().stream().filter(one -> ids.contains(one.id())).forEach(one -> items.add(one.summary()));
        return answer;
    }

    /// Those who can be given an alert: who has an account, who ever decided or was given something, and who asks.
    ObjectNode people(Parameters asked) throws IOException {
        asked.allowOnly();
        TreeSet<String> names = new TreeSet<>(verdicts.people());
        accounts.all().stream().filter(Account::active).map(Account::name).forEach(names::add);
        names.add(asked.caller().name());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        names.forEach(items::add);
        return answer.put("you", asked.caller().name());
    }

    private ObjectNode detail(String id) throws IOException {
        ObjectNode detail = cases.byId(id).detail();
        ArrayNode history = detail.putArray("history");
        for (AlertEvent event : verdicts.history(id)) {
            history.addObject()
                    .put("at", event.at().toString())
                    .put("who", event.who())
                    .put("what", event.what())
                    .put("said", event.said());
        }
        return detail;
    }
}
