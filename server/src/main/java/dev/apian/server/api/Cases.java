// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Catalogue;
import dev.apian.catalogue.Suppression;
import dev.apian.catalogue.Verdict;
import dev.apian.server.http.Problem;
import dev.apian.server.live.AlertShelf;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All alerts with their verdicts and where they stand. An alert is parsed once, until it changes.
final class Cases {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AlertShelf alerts;
    private final Catalogue catalogue;
    private final Supplier<@Nullable Instant> eventTime;
    private final InstantSource clock;
    private final Budget budget;
    private final Covering covering;
    private final Campaigns campaigns = new Campaigns();
    private Map<String, ObjectNode> parsed = Map.of();
    private Known current = new Known(Long.MIN_VALUE, List.of());

    Cases(AlertShelf alerts, Catalogue catalogue, Supplier<@Nullable Instant> eventTime, InstantSource clock) {
        this.alerts = alerts;
        this.catalogue = catalogue;
        this.eventTime = eventTime;
        this.clock = clock;
        this.budget = new Budget(catalogue.preferences());
        this.covering = new Covering(catalogue.suppressions());
    }

    Budget budget() {
        return budget;
    }

    Instant now() {
        return clock.instant();
    }

    @Nullable
    Instant eventTime() {
        return eventTime.get();
    }

    List<Case> all() {
        Known known = current();
        Map<String, Suppression> hidden = covering.of(known);
        Map<String, Campaign> together = campaigns.of(known);
        List<Case> unplaced = known.alerts().stream()
                .map(alert -> {
                    String id = alert.path("id").asString("");
                    Standing standing = new Standing(Standing.EARLIER, together.get(id), hidden.get(id));
                    return new Case(alert, catalogue.verdicts().on(id), standing);
                })
                .toList();
        Map<String, String> places = budget.places(unplaced, eventTime.get(), clock.instant());
        return unplaced.stream()
                .map(one -> one.at(places.getOrDefault(one.id(), Standing.EARLIER)))
                .toList();
    }

    Case byId(String id) {
        return all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "No such alert",
                        "There is no alert with the id %s; GET /api/v1/alerts lists those there are.".formatted(id)));
    }

    /// Decides about alerts, all or none.
    void decide(Collection<String> ids, UnaryOperator<Verdict> decision, String who) throws IOException {
        catalogue.verdicts().decide(ids, decision, who, clock.instant());
    }

    /// What is pending about each actor that has such alerts, what is suppressed apart.
    Map<String, Pending> pendingByActor() {
        Map<String, Pending> pending = new HashMap<>();
        for (Case one : all()) {
            if (one.verdict().isPending() && one.standing().hiddenBy() == null) {
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

    /// @param version of the shelf, another one whenever an alert changed
    record Known(long version, List<ObjectNode> alerts) {}

    private synchronized Known current() {
        long now = alerts.version();
        if (now != current.version()) {
            Map<String, ObjectNode> fresh = new HashMap<>();
            Map<String, ObjectNode> before = parsed;
            List<ObjectNode> all = alerts.all().stream()
                    .map(json -> fresh.computeIfAbsent(json, _ -> {
                        ObjectNode known = before.get(json);
                        return known == null ? (ObjectNode) JSON.readTree(json) : known;
                    }))
                    .toList();
            parsed = fresh;
            current = new Known(now, all);
        }
        return current;
    }
}
