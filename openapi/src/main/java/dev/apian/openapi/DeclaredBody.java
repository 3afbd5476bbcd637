// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import java.util.Map;

/// What a document says of the bodies of one direction: its keys by their paths, written as in
/// [dev.apian.stage.call.Body.Key]. The body itself has the path ``, the items of a list `tags` have `tags[]`.
///
/// @param keys empty if the document says nothing of the body
public record DeclaredBody(Map<String, DeclaredKey> keys) {

    public static final int KEYS_MAX = 1_000;

    static final DeclaredBody NONE = new DeclaredBody(Map.of());

    public DeclaredBody {
        keys = Map.copyOf(keys);
    }

    /// The path of what a key stands in.
    static String around(String path) {
        return path.endsWith("[]")
                ? path.substring(0, path.length() - 2)
                : path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    static String within(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
