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
import org.jspecify.annotations.Nullable;

/// Types the id-like values of a call by parameter name, parent segment and value shape.
public final class Entities {

    /// More entities than this in one request are a batch; the first ones stand for it. One created comes on
    /// top.
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
            String type = EntityType.isWord(field) ? "" : EntityType.ofField(field, about);
            switch (field.place()) {
                case QUERY, REQUEST_BODY -> add(touched, type, field.value());
                case RESPONSE_BODY -> show(shown, type, field.value());
            }
        }
        if (call.status() == 201) {
            touched.removeIf(entity -> isWished(routed, entity, touched, shown));
        }
        EntityRef created = creates(call) ? created(routed, shown, touched, about) : null;
        if (created != null && !touched.contains(created)) {
            touched.addFirst(created);
        }
        return new Touched(call, endpoint, List.copyOf(touched), List.copyOf(shown), created);
    }

    /// Whether the call made something new, as far as method and status tell.
    public static boolean creates(Call call) {
        return call.status() == 201 || (call.method().equals("POST") && call.status() == 200);
    }

    /// The entity that the endpoint is about, as the response names it. One that the request named existed
    /// already, for all we know: `POST /orders/1001/cancel` creates no order. The exception is 201 for an id
    /// that the client chose.
    private static @Nullable EntityRef created(
            Routed routed, List<EntityRef> shown, List<EntityRef> touched, String about) {
        for (EntityRef entity : shown) {
            if (entity.type().equals(about)) {
                return !touched.contains(entity) || isChosenByClient(routed, entity) ? entity : null;
            }
        }
        return null;
    }

    /// What the body of a creation says of the thing to be made, such as the slug of the product in it, names nothing
    /// that is there yet: the answer shows another of the type, which is the new one.
    private static boolean isWished(Routed routed, EntityRef entity, List<EntityRef> touched, List<EntityRef> shown) {
        return !shown.contains(entity)
                && shown.stream().anyMatch(other -> other.type().equals(entity.type()) && !touched.contains(other))
                && routed.parameters().stream()
                        .noneMatch(parameter -> parameter.value().equals(entity.id()));
    }

    private static boolean isChosenByClient(Routed routed, EntityRef entity) {
        Call call = routed.call();
        boolean inPath = routed.parameters().stream()
                .anyMatch(parameter -> parameter.value().equals(entity.id()));
        return call.status() == 201 && (!inPath || call.method().equals("PUT"));
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
