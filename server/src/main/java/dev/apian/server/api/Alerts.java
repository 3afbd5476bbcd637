// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Verdict;
import dev.apian.lake.CallRow;
import dev.apian.server.http.Parameters;
import dev.apian.stage.triage.Alert.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a person should read.
final class Alerts {

    private static final List<String> PLACES = List.of(Standing.TODAY, Standing.BELOW, Standing.EARLIER);
    private static final int CALLS_MAX = 50;

    /// The calls of an alert lie within its story; records of one story may be written a little apart.
    private static final Duration CALLS_AROUND = Duration.ofDays(1);

    private static final Comparator<Case> NEWEST =
            Comparator.comparing(Case::raised).reversed().thenComparing(Case::id);
    private static final Comparator<Case> RISKIEST =
            Comparator.comparingDouble(Case::risk).reversed().thenComparing(NEWEST);

    private final Cases cases;
    private final Archive archive;
    private final Naming naming;
    private final ActorCalls ofOne;

    Alerts(Cases cases, Archive archive) {
        this.cases = cases;
        this.archive = archive;
        this.naming = new Naming(archive);
        this.ofOne = new ActorCalls(archive);
    }

    ObjectNode list(Parameters asked) {
        asked.allowOnly(
                "status",
                "severity",
                "scenario",
                "actor",
                "q",
                "from",
                "to",
                "sort",
                "limit",
                "cursor",
                "show",
                "place",
                "campaign",
                "assignee",
                "fold");
        List<String> statuses = asked.choices("status", Verdict.STATUSES);
        List<String> severities = asked.choices("severity", Severity.LABELS);
        List<String> places = asked.choices("place", PLACES);
        String scenario = asked.text("scenario");
        String actor = asked.text("actor");
        String assignee = asked.text("assignee");
        String campaign = asked.text("campaign");
        String part = asked.text("q", 200);
        Instant from = asked.instant("from");
        Instant to = asked.instant("to");
        String show = asked.choice("show", "queue", "snoozed", "suppressed", "all");
        boolean folded = asked.choice("fold", "none", "campaign").equals("campaign");
        String sort = asked.choice("sort", "risk", "newest");
        Comparator<Case> order = sort.equals("risk") ? RISKIEST : NEWEST;
        List<Case> passing = cases.all().stream()
                .filter(one ->
                        statuses.isEmpty() || statuses.contains(one.verdict().status()))
                .filter(one -> severities.isEmpty() || severities.contains(one.text("severity")))
                .filter(one ->
                        places.isEmpty() || places.contains(one.standing().place()))
                .filter(one -> scenario == null || one.fired(scenario))
                .filter(one -> actor == null || one.actor().equals(actor))
                .filter(one -> assignee == null || assignee.equals(one.verdict().assignee()))
                .filter(one -> campaign == null || one.isOf(campaign))
                .filter(one -> part == null || one.mentions(part))
                .filter(one -> from == null || !one.time("last_seen").isBefore(from))
                .filter(one -> to == null || one.time("first_seen").isBefore(to))
                .sorted(order)
                .toList();
        Map<String, List<Case>> byView = passing.stream().collect(Collectors.groupingBy(one -> one.view(cases.now())));
        List<Case> shown = show.equals("all") ? passing : byView.getOrDefault(show, List.of());
        Cursor cursor = Cursor.of(
                asked,
                Arrays.asList(
                        statuses,
                        severities,
                        places,
                        scenario,
                        actor,
                        assignee,
                        campaign,
                        part,
                        from,
                        to,
                        show,
                        folded,
                        sort));
        List<Case> rows = folded ? leads(shown) : shown;
        ObjectNode answer = page(rows, cursor, order, asked.integer("limit", 1, Page.ITEMS_MAX, Page.ITEMS_USUAL));
        answer.put("total", shown.size());
        answer.put("snoozed", byView.getOrDefault("snoozed", List.of()).size());
        return answer.put(
                "suppressed", byView.getOrDefault("suppressed", List.of()).size());
    }

    /// The first of each campaign, and what is part of none.
    private static List<Case> leads(List<Case> sorted) {
        Set<String> led = new HashSet<>();
        return sorted.stream()
                .filter(one -> one.standing().campaign() == null
                        || led.add(one.standing().campaign().id()))
                .toList();
    }

    ObjectNode calls(Parameters asked) throws IOException {
        asked.allowOnly();
        Case one = cases.byId(asked.path("id"));
        List<String> ids = one.alert().path("calls").values().stream()
                .map(id -> id.asString(""))
                .toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        Instant from = one.time("first_seen").minus(CALLS_AROUND);
        Instant to = one.time("last_seen").plus(CALLS_AROUND).plusNanos(1_000);
        Set<String> wanted = Set.copyOf(ids);
        Optional<List<CallRow>> known = ids.isEmpty()
                ? Optional.of(List.of())
                : ofOne.calls(
                        one.actor(),
                        from,
                        to,
                        call -> call.callId() != null && wanted.contains(call.callId()),
                        CALLS_MAX);
        if (known.isPresent() && known.get().size() == wanted.size()) {
            answer.putRawValue("items", ofOne.json(one.actor()).list(known.get().reversed()));
        } else {
            items.addAll(naming.name(archive.rows(Calls.selecting()
                    .where("c.call_id IN (SELECT unnest(?::VARCHAR[]))", ids)
                    .where("c.time >= ?", one.time("first_seen").minus(CALLS_AROUND))
                    .where("c.time <= ?", one.time("last_seen").plus(CALLS_AROUND))
                    .add("ORDER BY c.time, c.call_id LIMIT ?", CALLS_MAX))));
        }
        return answer;
    }

    private static ObjectNode page(List<Case> passing, Cursor cursor, Comparator<Case> order, int limit) {
        List<Case> left = passing.stream()
                .filter(one -> cursor.isFirstPage() || order.compare(one, last(cursor)) > 0)
                .limit(limit + 1L)
                .toList();
        boolean more = left.size() > limit;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        left.stream().limit(limit).forEach(one -> items.add(one.summary()));
        answer.put("next_cursor", more ? next(cursor, left.get(limit - 1)) : null);
        return answer;
    }

    private static String next(Cursor cursor, Case last) {
        return cursor.next(last.risk(), last.raised(), last.id());
    }

    /// The sort key of the last item of the page before, as a case that sorts like it.
    private static Case last(Cursor cursor) {
        try {
            ObjectNode key = JsonNodeFactory.instance.objectNode();
            key.put("risk", Double.parseDouble(cursor.after().get(0)));
            key.put("raised_at", Instant.parse(cursor.after().get(1)).toString());
            key.put("id", cursor.after().get(2));
            return new Case(key, Verdict.NONE, Standing.ALONE);
        } catch (RuntimeException e) {
            throw Cursor.wrong();
        }
    }
}
