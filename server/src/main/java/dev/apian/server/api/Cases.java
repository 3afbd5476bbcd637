// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import com.linecorp.armeria.common.HttpStatus;
import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Verdict;
import dev.apian.server.http.Problem;
import dev.apian.server.live.AlertShelf;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All alerts with their verdicts. An alert is parsed once, until it changes.
final class Cases {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AlertShelf alerts;
    private final Catalogue catalogue;
    private Map<String, ObjectNode> parsed = Map.of();
    private List<ObjectNode> current = List.of();
    private long version = Long.MIN_VALUE;

    Cases(AlertShelf alerts, Catalogue catalogue) {
        this.alerts = alerts;
        this.catalogue = catalogue;
    }

    List<Case> all() {
        return current().stream().map(this::caseOf).toList();
    }

    Case byId(String id) {
        return alerts.byId(id)
                .map(json -> caseOf((ObjectNode) JSON.readTree(json)))
                .orElseThrow(() -> Problem.notFound(
                        "No such alert",
                        "There is no alert with the id %s; GET /api/v1/alerts lists those there are.".formatted(id)));
    }

    Case decide(String id, Verdict verdict) throws IOException {
        if (!Verdict.STATUSES.contains(verdict.status())) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "bad-body", "No such status", "status is " + verdict.status());
        }
        Case before = byId(id);
        catalogue.verdicts().decide(id, verdict);
        return new Case(before.alert(), verdict);
    }

    /// What is pending about each actor that has such alerts.
    Map<String, Pending> pendingByActor() {
        Map<String, Pending> pending = new HashMap<>();
        for (Case one : all()) {
            if (one.verdict().isPending()) {
                pending.merge(one.actor(), new Pending(one.risk(), 1), Pending::plus);
            }
        }
        return pending;
    }

    /// @param risk the highest
    record Pending(double risk, int alerts) {

        Pending plus(Pending other) {
            return new Pending(Math.max(risk, other.risk), alerts + other.alerts);
        }
    }

    private Case caseOf(ObjectNode alert) {
        return new Case(alert, catalogue.verdicts().on(alert.path("id").asString("")));
    }

    private synchronized List<ObjectNode> current() {
        long now = alerts.version();
        if (now != version) {
            Map<String, ObjectNode> fresh = new HashMap<>();
            Map<String, ObjectNode> known = parsed;
            current = alerts.all().stream()
                    .map(json -> {
                        ObjectNode before = known.get(json);
                        ObjectNode alert = before == null ? (ObjectNode) JSON.readTree(json) : before;
                        fresh.put(json, alert);
                        return alert;
                    })
                    .toList();
            parsed = fresh;
            version = now;
        }
        return current;
    }
}
