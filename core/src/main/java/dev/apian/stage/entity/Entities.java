// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Field;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stage.endpoint.Label;
import dev.apian.stage.endpoint.Routed;
import dev.apian.stage.endpoint.Routed.PathParameter;
import java.util.ArrayList;
import java.util.List;

/// Types the id-like values of a call by parameter name, parent segment and value shape.
public final class Entities {

    /// More entities than this in one request are a batch; the first ones stand for it.
    public static final int TOUCHED_MAX = 64;

    private Entities() {}

    public static Touched of(Routed routed) {
        Call call = routed.call();
        Endpoint endpoint = routed.endpoint();
        if (endpoint.is(Label.UNMATCHED)) {
            return new Touched(call, endpoint, List.of(), List.of());
        }
        String about = EntityType.ofPath(endpoint.template());
        List<EntityRef> touched = new ArrayList<>(4);
        List<PathParameter> parameters = routed.parameters();
        for (int i = parameters.size() - 1; i >= 0; i--) {
            PathParameter parameter = parameters.get(i);
            add(touched, EntityType.ofParameter(parameter.name(), parameter.owner()), parameter.value());
        }
        List<EntityRef> shown = new ArrayList<>(call.fields().size());
        for (Field field : call.fields()) {
            String type = EntityType.ofField(field, about);
            switch (field.place()) {
                case QUERY, REQUEST_BODY -> add(touched, type, field.value());
                case RESPONSE_BODY -> show(shown, type, field.value());
            }
        }
        if (creates(call) && !shown.isEmpty()) {
            addCreated(touched, shown, about);
        }
        return new Touched(call, endpoint, List.copyOf(touched), List.copyOf(shown));
    }

    /// Whether the call made something new, as far as method and status tell.
    public static boolean creates(Call call) {
        return call.status() == 201 || (call.method().equals("POST") && call.status() == 200);
    }

    private static void addCreated(List<EntityRef> touched, List<EntityRef> shown, String about) {
        for (EntityRef entity : shown) {
            if (entity.type().equals(about)) {
                if (!touched.contains(entity)) {
                    touched.addFirst(entity);
                }
                return;
            }
        }
    }

    private static void add(List<EntityRef> touched, String type, String id) {
        if (type.isEmpty() || id.isEmpty() || touched.size() == TOUCHED_MAX) {
            return;
        }
        EntityRef entity = new EntityRef(type, id);
        if (!touched.contains(entity)) {
            touched.add(entity);
        }
    }

    private static void show(List<EntityRef> shown, String type, String id) {
        if (!type.isEmpty() && !id.isEmpty()) {
            shown.add(new EntityRef(type, id));
        }
    }
}
