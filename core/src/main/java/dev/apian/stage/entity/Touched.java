// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.entity;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallCodec;
import dev.apian.stage.endpoint.Endpoint;
import dev.apian.stream.Timed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A call with its endpoint and entities.
///
/// @param touched what the request names, and what it created; the entity the endpoint is about comes first
/// @param shown   what the response names
/// @param created the one of `touched` that did not exist before the call, if any
public record Touched(
        Call call,
        Endpoint endpoint,
        List<EntityRef> touched,
        List<EntityRef> shown,
        @Nullable EntityRef created) implements Timed {

    /// A call that created nothing.
    public Touched(Call call, Endpoint endpoint, List<EntityRef> touched, List<EntityRef> shown) {
        this(call, endpoint, touched, shown, null);
    }

    /// The same with a call whose query and bodies have been read.
    public Touched withoutFields() {
        return call.fields().isEmpty() ? this : new Touched(call.withoutFields(), endpoint, touched, shown, created);
    }

    /// Whether the id of an entity is a part of the path.
    public boolean isInPath(EntityRef entity) {
        String path = call.path();
        String id = entity.id();
        for (int at = path.indexOf(id); at >= 0; at = path.indexOf(id, at + 1)) {
            int end = at + id.length();
            if (at > 0 && path.charAt(at - 1) == '/' && (end == path.length() || path.charAt(end) == '/')) {
                return true;
            }
        }
        return false;
    }

    /// The same with other names for the types of entities.
    Touched typed(UnaryOperator<String> typeOf) {
        return new Touched(
                call,
                endpoint,
                typed(touched, typeOf),
                typed(shown, typeOf),
                created == null ? null : created.typed(typeOf));
    }

    private static List<EntityRef> typed(List<EntityRef> entities, UnaryOperator<String> typeOf) {
        for (int i = 0; i < entities.size(); i++) {
            EntityRef entity = entities.get(i);
            if (!typeOf.apply(entity.type()).equals(entity.type())) {
                return entities.stream()
                        .map(each -> each.typed(typeOf))
                        .distinct()
                        .toList();
            }
        }
        return entities;
    }

    /// The same with what the response names of these types only.
    public Touched showing(Predicate<String> type) {
        for (EntityRef entity : shown) {
            if (!type.test(entity.type())) {
                List<EntityRef> kept =
                        shown.stream().filter(each -> type.test(each.type())).toList();
                return new Touched(call, endpoint, touched, kept, created);
            }
        }
        return this;
    }

    public Touched withoutShown() {
        return new Touched(call, endpoint, touched, List.of(), created);
    }

    @Override
    public long micros() {
        return call.micros();
    }

    @Override
    public String id() {
        return call.id();
    }

    public void save(DataOutput out) throws IOException {
        CallCodec.save(call, out);
        endpoint.save(out);
        save(touched, out);
        save(shown, out);
        out.writeShort(created == null ? -1 : touched.indexOf(created));
    }

    public static Touched read(DataInput in) throws IOException {
        Call call = CallCodec.load(in);
        Endpoint endpoint = Endpoint.read(in);
        List<EntityRef> touched = readRefs(in);
        List<EntityRef> shown = readRefs(in);
        int created = in.readShort();
        return new Touched(call, endpoint, touched, shown, created < 0 ? null : touched.get(created));
    }

    private static void save(List<EntityRef> entities, DataOutput out) throws IOException {
        out.writeShort(entities.size());
        for (EntityRef entity : entities) {
            CallCodec.text(out, entity.type());
            CallCodec.text(out, entity.id());
        }
    }

    private static List<EntityRef> readRefs(DataInput in) throws IOException {
        int size = in.readShort();
        if (size == 0) {
            return List.of();
        }
        List<EntityRef> entities = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entities.add(new EntityRef(CallCodec.text(in), CallCodec.text(in)));
        }
        return Collections.unmodifiableList(entities);
    }
}
