// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.catalogue.Verdict;
import dev.apian.lake.CallRow;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a person should read, and what a person said about it.
final class Alerts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");
    private static final Set<String> DECIDED = Set.of("status", "note");
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
        asked.allowOnly("status", "severity", "scenario", "actor", "q", "from", "to", "sort", "limit", "cursor");
        List<String> statuses = asked.choices("status", Verdict.STATUSES);
        List<String> severities = asked.choices("severity", SEVERITIES);
        String scenario = asked.text("scenario");
        String actor = asked.text("actor");
        String part = asked.text("q", 200);
        Instant from = asked.instant("from");
        Instant to = asked.instant("to");
        String sort = asked.choice("sort", "risk", "newest");
        Comparator<Case> order = sort.equals("risk") ? RISKIEST : NEWEST;
        List<Case> passing = cases.all().stream()
                .filter(one ->
                        statuses.isEmpty() || statuses.contains(one.verdict().status()))
                .filter(one -> severities.isEmpty() || severities.contains(one.text("severity")))
                .filter(one -> scenario == null || one.fired(scenario))
                .filter(one -> actor == null || one.actor().equals(actor))
                .filter(one -> part == null || one.mentions(part))
                .filter(one -> from == null || !one.time("last_seen").isBefore(from))
                .filter(one -> to == null || one.time("first_seen").isBefore(to))
                .sorted(order)
                .toList();
        Cursor cursor = Cursor.of(asked, Arrays.asList(statuses, severities, scenario, actor, part, from, to, sort));
        return page(passing, cursor, order, asked.integer("limit", 1, Page.ITEMS_MAX, Page.ITEMS_USUAL));
    }

    ObjectNode one(Parameters asked) {
        asked.allowOnly();
        return cases.byId(asked.path("id")).detail();
    }

    /// Records a verdict or a note; what is left out stays.
    ObjectNode decide(Parameters asked, byte[] body) throws IOException {
        Case before = cases.byId(asked.path("id"));
        ObjectNode members = members(body);
        Verdict verdict = before.verdict();
        JsonNode status = members.get("status");
        if (status != null) {
            if (!Verdict.STATUSES.contains(status.asString(""))) {
                throw Problem.badBody("status is %s, expected one of %s"
                        .formatted(shown(status), String.join(", ", Verdict.STATUSES)));
            }
            verdict = new Verdict(status.asString(), verdict.note());
        }
        if (members.has("note")) {
            verdict = new Verdict(verdict.status(), note(members.path("note")));
        }
        return cases.decide(before.id(), verdict).detail();
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
        return answer.put("total", passing.size());
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
            return new Case(key, Verdict.NONE);
        } catch (RuntimeException e) {
            throw Cursor.wrong();
        }
    }

    private static ObjectNode members(byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode members
                    && !members.isEmpty()
                    && DECIDED.containsAll(members.propertyNames())) {
                return members;
            }
        } catch (JacksonException e) {
            throw Problem.badBody("The body is no JSON; send an object with status, note or both.");
        }
        throw Problem.badBody("The body must be a JSON object with status, note or both, and nothing else.");
    }

    private static @Nullable String note(JsonNode note) {
        if (note.isNull()) {
            return null;
        }
        if (!note.isString()) {
            throw Problem.badBody("note is %s, expected a text or null".formatted(shown(note)));
        }
        String text = note.asString();
        if (text.length() > Verdict.NOTE_CHARS_MAX) {
            throw Problem.badBody("note has %d characters, note_chars_max allows %d"
                    .formatted(text.length(), Verdict.NOTE_CHARS_MAX));
        }
        return text.isEmpty() ? null : text;
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
