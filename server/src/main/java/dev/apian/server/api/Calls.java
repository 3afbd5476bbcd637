// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.lake.CallRow;
import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Single calls, the newest first.
final class Calls {

    /// As many as one actor makes in a busy month.
    private static final int ITEMS_MAX = 10_000;
    private static final int ITEMS_USUAL = 100;

    /// What is shown as the actor of a call that came too late to be resolved.
    static final String UNRESOLVED = "unresolved";

    /// The name of whoever made a call that nobody was found for.
    static final String NOBODY = "not resolved: came too late";

    private static final String SELECT = """
            SELECT c.time, c.call_id, c.host, c.method, c.path,
                   coalesce(c.endpoint, c.method || ' ' || c.path) AS endpoint, %s AS endpoint_id, c.status,
                   coalesce(c.actor, '%s') AS actor,
                   coalesce(c.actor, '%s') AS actor_name,
                   coalesce(c.actor_kind, '%s') AS actor_kind, c.credential, c.client_ip, c.country,
                   'AS' || c.asn AS asn, c.user_agent, c.device, coalesce(c.entities, []) AS entities,
                   c.request_bytes, c.response_bytes, c.duration_ms
            FROM calls c
            """.formatted(EndpointId.sql("c"), UNRESOLVED, NOBODY, UNRESOLVED);

    private final Archive archive;
    private final ActorCalls ofOneActor;
    private final Naming naming;

    Calls(Archive archive) {
        this.archive = archive;
        this.ofOneActor = new ActorCalls(archive);
        this.naming = new Naming(archive);
    }

    /// Begins a statement whose rows are calls as the API shows them, but for the names of actors; `c` is the call.
    static Sql selecting() {
        return Sql.of(SELECT);
    }

    ObjectNode list(Parameters asked) throws IOException {
        asked.allowOnly(
                "actor",
                "endpoint",
                "entity_type",
                "entity_id",
                "status",
                "country",
                "asn",
                "device",
                "client_ip",
                "call_id",
                "from",
                "to",
                "limit",
                "cursor");
        List<@Nullable Object> filters = filter(Sql.of(""), asked);
        Cursor cursor = Cursor.of(asked, filters);
        ActorCalls.After after = cursor.isFirstPage() ? null : after(cursor);
        int limit = asked.integer("limit", 1, ITEMS_MAX, ITEMS_USUAL);
        Optional<ActorCalls.Found> ofOne = ofOneActor.newest(asked, after, limit + 1);
        if (ofOne.isPresent()) {
            return page(ofOne.get(), cursor, limit);
        }
        Latest latest = new Latest(archive, asked.instant("from"), asked.instant("to"), sql -> {
            filter(sql, asked);
            if (after != null) {
                sql.where("(c.time, c.call_id) < (?::TIMESTAMPTZ, ?::VARCHAR)", after.time(), after.callId());
            }
            return sql;
        });
        return page(naming.name(latest.rows(after == null ? null : after.time(), limit + 1)), cursor, limit);
    }

    private static ObjectNode page(ActorCalls.Found found, Cursor cursor, int limit) {
        List<CallRow> calls = found.calls();
        boolean more = calls.size() > limit;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putRawValue("items", found.json().list(more ? calls.subList(0, limit) : calls));
        answer.put("next_cursor", more ? next(cursor, calls.get(limit - 1)) : null);
        return answer;
    }

    private static ObjectNode page(List<ObjectNode> rows, Cursor cursor, int limit) {
        boolean more = rows.size() > limit;
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("items").addAll(more ? rows.subList(0, limit) : rows);
        answer.put("next_cursor", more ? next(cursor, rows.get(limit - 1)) : null);
        return answer;
    }

    /// Adds the conditions on calls `c` that are asked for.
    static List<@Nullable Object> filter(Sql sql, Parameters asked) {
        String actor = asked.text("actor");
        String endpoint = asked.text("endpoint");
        String type = asked.text("entity_type");
        String id = asked.text("entity_id");
        String status = asked.text("status");
        String asn = asked.text("asn");
        Instant from = asked.instant("from");
        Instant to = asked.instant("to");
        if ((type == null) != (id == null)) {
            throw Problem.badParameter("entity_type and entity_id go together; give both or none");
        }
        if (UNRESOLVED.equals(actor)) {
            sql.where("c.actor IS NULL");
        } else {
            sql.whereIfGiven("c.actor = ?", actor);
        }
        if (endpoint != null) {
            EndpointId.of(endpoint).ifPresentOrElse(known -> known.filter(sql, "c"), () -> sql.where("false"));
        }
        if (type != null && id != null) {
            sql.where(Entities.NAMES, type, id);
        }
        if (status != null) {
            sql.where("c.status = ?", asked.integer("status", -1, 999, -1));
        }
        sql.whereIfGiven("c.country = ?", asked.text("country"));
        if (asn != null) {
            sql.where("c.asn = ?", number(asn));
        }
        sql.whereIfGiven("c.device = ?", asked.text("device"));
        sql.whereIfGiven("c.client_ip = ?", asked.text("client_ip"));
        sql.whereIfGiven("c.call_id = ?", asked.text("call_id"));
        sql.whereIfGiven("c.time >= ?", from);
        sql.whereIfGiven("c.time < ?", to);
        return Arrays.asList(
                actor,
                endpoint,
                type,
                id,
                status,
                asked.text("country"),
                asn,
                asked.text("device"),
                asked.text("client_ip"),
                asked.text("call_id"),
                from,
                to);
    }

    static long number(String asn) {
        try {
            return Long.parseLong(asn.toUpperCase(Locale.ROOT).startsWith("AS") ? asn.substring(2) : asn);
        } catch (NumberFormatException e) {
            throw Problem.badParameter("asn is no number of a network; expected one such as AS3320");
        }
    }

    private static String next(Cursor cursor, CallRow last) {
        return cursor.next(CallJson.timeOf(last), last.callId() == null ? "" : last.callId());
    }

    private static String next(Cursor cursor, ObjectNode last) {
        return cursor.next(last.path("time").asString(), last.path("call_id").asString());
    }

    private static ActorCalls.After after(Cursor cursor) {
        try {
            return new ActorCalls.After(
                    Instant.parse(cursor.after().get(0)), cursor.after().get(1));
        } catch (RuntimeException e) {
            throw Cursor.wrong();
        }
    }
}
