// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.ocel;

import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.lake.QueryResult;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes calls as an event log in JSON as OCEL 2.0 has it (Berti et al., OCEL 2.0 Specification, 2023, section 8).
///
/// A call that names entities is an event, and its endpoint the event's type. Entities are objects, and so are actors,
/// of the type `actor`. Rows are written as they are read: memory does not grow with the log. Events come before the
/// objects, and both before their types, so that calls that arrive meanwhile leave no event without its objects.
///
/// @param types of entities; empty for all
/// @param from  inclusive, null for the beginning
/// @param to    exclusive, null for the end
public record OcelExport(
        Query query,
        List<String> types,
        @Nullable Instant from,
        @Nullable Instant to) {

    /// How many were written.
    public record Counts(long events, long objects) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SCOPE = """
            (SELECT * FROM accesses
             WHERE endpoint IS NOT NULL AND call_id IS NOT NULL
                   AND (len(?::VARCHAR[]) = 0 OR list_contains(?::VARCHAR[], entity_type))
                   AND (?::TIMESTAMPTZ IS NULL OR time >= ?::TIMESTAMPTZ)
                   AND (?::TIMESTAMPTZ IS NULL OR time < ?::TIMESTAMPTZ))
            """;

    private static final String EVENTS = "SELECT call_id, time, endpoint, host, method, status, actor, entity_type,"
            + " entity_id, how FROM " + SCOPE + " ORDER BY time, call_id, place";

    private static final String ENTITIES = """
            SELECT e.type, e.id, e.first_seen, e.owner, e.shared
            FROM entities e SEMI JOIN %s a ON a.entity_type = e.type AND a.entity_id = e.id
            ORDER BY e.type, e.id
            """.formatted(SCOPE);

    /// Owners too, who may have made no call in the time that is asked for.
    private static final String ACTORS = """
            WITH scope AS %s
            SELECT a.actor, a.first_seen, a.name, a.kind FROM actors a
            WHERE a.actor IN (SELECT actor FROM scope)
                  OR a.actor IN (SELECT e.owner FROM entities e
                                 SEMI JOIN scope s ON s.entity_type = e.type AND s.entity_id = e.id)
            ORDER BY a.actor
            """.formatted(SCOPE);

    private static final String EVENT_TYPES = "SELECT DISTINCT endpoint FROM " + SCOPE + " ORDER BY endpoint";
    private static final String OBJECT_TYPES = "SELECT DISTINCT entity_type FROM " + SCOPE + " ORDER BY entity_type";

    public OcelExport {
        types = List.copyOf(types);
    }

    /// Writes the whole log and leaves the stream open.
    public Counts write(OutputStream out) throws IOException, QueryException {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeArrayPropertyStart("events");
        long events = writeEvents(new OcelJson(json));
        json.writeEndArray();
        json.writeArrayPropertyStart("objects");
        long objects = writeEntities(new OcelJson(json)) + writeActors(new OcelJson(json));
        json.writeEndArray();
        writeTypes(new OcelJson(json), json);
        json.writeEndObject();
        json.flush();
        return new Counts(events, objects);
    }

    /// Rows are accesses; those of one call follow each other.
    private long writeEvents(OcelJson json) throws IOException, QueryException {
        long events = 0;
        try (QueryResult rows = ask(EVENTS)) {
            List<OcelJson.Relation> relations = new ArrayList<>();
            List<@Nullable Object> call = List.of();
            while (rows.next()) {
                List<@Nullable Object> row = rows.row();
                if (call.isEmpty() || !row.subList(0, 2).equals(call.subList(0, 2))) {
                    events += json.event(call, relations) ? 1 : 0;
                    relations.clear();
                    call = row;
                }
                String how = row.get(9) == null ? "names" : OcelJson.text(row.get(9));
                relations.add(new OcelJson.Relation(
                        OcelJson.entity(OcelJson.text(row.get(7)), OcelJson.text(row.get(8))), how));
            }
            events += json.event(call, relations) ? 1 : 0;
        }
        return events;
    }

    private long writeEntities(OcelJson json) throws IOException, QueryException {
        long objects = 0;
        try (QueryResult rows = ask(ENTITIES)) {
            for (; rows.next(); objects++) {
                json.entityObject(rows.row());
            }
        }
        return objects;
    }

    private long writeActors(OcelJson json) throws IOException, QueryException {
        long objects = 0;
        try (QueryResult rows = ask(ACTORS)) {
            for (; rows.next(); objects++) {
                json.actorObject(rows.row());
            }
        }
        return objects;
    }

    private void writeTypes(OcelJson json, JsonGenerator out) throws IOException, QueryException {
        out.writeArrayPropertyStart("eventTypes");
        try (QueryResult rows = ask(EVENT_TYPES)) {
            while (rows.next()) {
                json.type(OcelJson.text(rows.get(0)), OcelJson.EVENT_ATTRIBUTES);
            }
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("objectTypes");
        json.type(OcelJson.ACTOR, OcelJson.ACTOR_ATTRIBUTES);
        try (QueryResult rows = ask(OBJECT_TYPES)) {
            while (rows.next()) {
                json.type(OcelJson.typeOf(OcelJson.text(rows.get(0))), OcelJson.ENTITY_ATTRIBUTES);
            }
        }
        out.writeEndArray();
    }

    private QueryResult ask(String sql) throws IOException, QueryException {
        return query.prepared(sql, Arrays.asList(types, types, from, from, to, to));
    }
}
