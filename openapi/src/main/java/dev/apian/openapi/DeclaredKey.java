// SPDX-License-Identifier: Apache-2.0
package dev.apian.openapi;

import dev.apian.stage.call.Body;
import java.util.Set;

/// What a document says of one key of a body.
///
/// @param types    what it may hold; empty for anything
/// @param required whether it must stand where the object around it does
/// @param rest     what it says of keys in it that it does not name
public record DeclaredKey(Set<Body.Type> types, boolean required, Rest rest) {

    public DeclaredKey {
        types = Set.copyOf(types);
    }

    /// Keys that a schema does not name.
    public enum Rest {
        /// It says nothing of them: they are not documented, but no mistake.
        UNSAID,
        ALLOWED,
        FORBIDDEN
    }

    /// Whether a value of a type may stand here. An integer is a number.
    public boolean allows(Body.Type type) {
        return types.isEmpty() || types.contains(type) || type == Body.Type.INTEGER && types.contains(Body.Type.NUMBER);
    }
}
