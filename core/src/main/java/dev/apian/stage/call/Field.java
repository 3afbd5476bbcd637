// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

/// An id-like value that a call named outside its path: `orderId=1001` in a query, `"id": 77` in a body.
///
/// @param owner the enclosing key, `orders` in `{"orders":[{"id":1}]}`; empty at the top
/// @param name  the parameter or key itself, as written
public record Field(Place place, String owner, String name, String value) {

    /// Longer values are no ids.
    public static final int VALUE_CHARS_MAX = 128;

    public enum Place {
        QUERY,
        REQUEST_BODY,
        RESPONSE_BODY
    }
}
