// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import dev.apian.stage.endpoint.Facts.Bodies;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// The bodies seen of one direction, laid out as schemas are: an array has the path of its key, `orders`, its items
/// have `orders[]`, the body itself has none.
final class SeenBody {

    private final long bodies;
    private final TreeMap<String, Map<Body.Type, Long>> types = new TreeMap<>();
    private final Map<String, TreeSet<String>> inside = new TreeMap<>();

    private SeenBody(long bodies) {
        this.bodies = bodies;
    }

    static SeenBody of(Bodies counted) {
        SeenBody seen = new SeenBody(counted.seen());
        counted.keys().forEach((key, count) -> {
            boolean isArray = key.type() == Body.Type.ARRAY && key.path().endsWith("[]");
            seen.add(isArray ? DeclaredBody.around(key.path()) : key.path(), key.type(), count);
        });
        seen.addBodies();
        return seen;
    }

    /// What is no array is an object.
    private void addBodies() {
        Map<Body.Type, Long> root = types.computeIfAbsent("", path -> new EnumMap<>(Body.Type.class));
        long objects = bodies - root.getOrDefault(Body.Type.ARRAY, 0L);
        if (objects > 0) {
            root.put(Body.Type.OBJECT, objects);
        }
    }

    private void add(String path, Body.Type type, long count) {
        types.computeIfAbsent(path, same -> new EnumMap<>(Body.Type.class)).merge(type, count, Long::sum);
        for (String at = path; !at.isEmpty(); at = DeclaredBody.around(at)) {
            inside.computeIfAbsent(DeclaredBody.around(at), same -> new TreeSet<>())
                    .add(at);
        }
    }

    long bodies() {
        return bodies;
    }

    /// Every path with a type of its own, in alphabetical order.
    Iterable<String> paths() {
        return types.keySet();
    }

    /// In how many bodies which type stands there; of items it is known of arrays and of odd ones only.
    Map<Body.Type, Long> types(String path) {
        return types.getOrDefault(path, Map.of());
    }

    /// The paths one step further in.
    List<String> inside(String path) {
        return List.copyOf(inside.getOrDefault(path, new TreeSet<>()));
    }

    /// In how many bodies something stands there.
    long count(String path) {
        return Math.min(
                bodies, types(path).values().stream().mapToLong(Long::longValue).sum());
    }

    /// In how many bodies an object stands there: at least as many as one of its keys does.
    long objects(String path) {
        long inside = inside(path).stream()
                .filter(key -> !key.endsWith("[]"))
                .mapToLong(this::count)
                .max()
                .orElse(0);
        return Math.max(inside, types(path).getOrDefault(Body.Type.OBJECT, 0L));
    }
}
