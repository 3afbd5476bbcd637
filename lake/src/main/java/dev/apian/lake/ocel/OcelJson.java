// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake.ocel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Events, objects and types as JSON. Every value is a text, as the standard's schema has it.
///
/// @param out in the middle of an array of them
record OcelJson(JsonGenerator out) {

    static final String ACTOR = "actor";

    static final List<String> EVENT_ATTRIBUTES = List.of("host", "method", "status", "actor");
    static final List<String> ENTITY_ATTRIBUTES = List.of("id", "shared");
    static final List<String> ACTOR_ATTRIBUTES = List.of("name", "kind");

    /// @param object    the id of an object
    /// @param qualifier what it is to the event or object
    record Relation(String object, String qualifier) {}

    /// @param call its id, time, endpoint, host, method, status and actor; empty where there is none yet
    /// @return whether there was one
    boolean event(List<@Nullable Object> call, List<Relation> entities) {
        if (call.isEmpty()) {
            return false;
        }
        out.writeStartObject();
        out.writeStringProperty("id", text(call.get(0)));
        out.writeStringProperty("type", text(call.get(2)));
        out.writeStringProperty("time", text(call.get(1)));
        out.writeArrayPropertyStart("attributes");
        for (int i = 0; i < EVENT_ATTRIBUTES.size(); i++) {
            attribute(EVENT_ATTRIBUTES.get(i), call.get(3 + i), null);
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("relationships");
        entities.forEach(this::relation);
        if (call.get(6) != null) {
            relation(new Relation(actor(text(call.get(6))), ACTOR));
        }
        out.writeEndArray();
        out.writeEndObject();
        return true;
    }

    /// @param row type, id, when it was first seen, owner, whether it is shared
    void entityObject(List<@Nullable Object> row) {
        String type = text(row.get(0));
        startObject(entity(type, text(row.get(1))), typeOf(type));
        attribute("id", row.get(1), row.get(2));
        attribute("shared", row.get(4), row.get(2));
        out.writeEndArray();
        out.writeArrayPropertyStart("relationships");
        if (row.get(3) != null) {
            relation(new Relation(actor(text(row.get(3))), "owner"));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /// @param row id, when it was first seen, name, kind
    void actorObject(List<@Nullable Object> row) {
        startObject(actor(text(row.get(0))), ACTOR);
        attribute("name", row.get(2), row.get(1));
        attribute("kind", row.get(3), row.get(1));
        out.writeEndArray();
        out.writeEndObject();
    }

    void type(String name, List<String> attributes) {
        out.writeStartObject();
        out.writeStringProperty("name", name);
        out.writeArrayPropertyStart("attributes");
        for (String attribute : attributes) {
            out.writeStartObject();
            out.writeStringProperty("name", attribute);
            out.writeStringProperty("type", "string");
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /// A type of entities as a type of objects: `actor` is that of the actors.
    static String typeOf(String entityType) {
        return entityType.equals(ACTOR) ? "entity:actor" : entityType;
    }

    static String entity(String type, String id) {
        return typeOf(type) + ":" + id;
    }

    static String text(@Nullable Object value) {
        return String.valueOf(value);
    }

    private static String actor(String id) {
        return ACTOR + ":" + id;
    }

    private void startObject(String id, String type) {
        out.writeStartObject();
        out.writeStringProperty("id", id);
        out.writeStringProperty("type", type);
        out.writeArrayPropertyStart("attributes");
    }

    private void attribute(String name, @Nullable Object value, @Nullable Object time) {
        if (value == null) {
            return;
        }
        out.writeStartObject();
        out.writeStringProperty("name", name);
        out.writeStringProperty("value", text(value));
        if (time != null) {
            out.writeStringProperty("time", text(time));
        }
        out.writeEndObject();
    }

    private void relation(Relation relation) {
        out.writeStartObject();
        out.writeStringProperty("objectId", relation.object());
        out.writeStringProperty("qualifier", relation.qualifier());
        out.writeEndObject();
    }
}
