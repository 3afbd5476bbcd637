// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.List;
import java.util.Set;

/// The form of one JSON body, without its values.
///
/// @param shape hash of the set of its keys with their places, the same whatever their order and however many items
///              an array has; 0 if there was no JSON object or array to read
/// @param keys  the same keys in the order they were met, at most [#KEYS_MAX]; empty when only the shape travelled
/// @param found kinds of personal and secret data in it
public record Body(long shape, List<Key> keys, Set<DataClass> found) {

    public static final int KEYS_MAX = 200;

    public static final Body NONE = new Body(0, List.of(), Set.of());

    public Body {
        keys = List.copyOf(keys);
        found = Set.copyOf(found);
    }

    /// @param path `orders[].id`: keys from the outside in, `[]` after one that holds an array; `[]` alone for a body
    ///             that is an array. A key that is a value itself, such as a UUID or a date, is `{}`
    /// @param type of a key that has several in one body the one that says most: not null, rather a number than an
    ///             integer, else the first
    public record Key(String path, Type type) {}

    /// As in JSON Schema.
    public enum Type {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN,
        NULL,
        OBJECT,
        ARRAY
    }
}
