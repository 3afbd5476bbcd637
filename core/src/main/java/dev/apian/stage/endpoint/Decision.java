// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

import java.util.List;

/// Why a part of an endpoint's path is taken for a value or for a name, with the evidence for it.
///
/// @param part     which part of the template, counted from 0
/// @param text     the part as the template has it: `{orderId}` or `search`
/// @param odds     log-odds that the names here are values; 0 where nothing was weighed
/// @param evidence in words, the strongest first: `212 values, 94% seen once`, `echoed as "id" in 88% of responses`
public record Decision(int part, String text, Because because, double odds, List<String> evidence) {

    public Decision {
        evidence = List.copyOf(evidence);
    }

    public enum Because {
        /// The text looks like a value by itself: a number, a UUID.
        TYPED,
        /// Many names at one place turned out to be values.
        LEARNED,
        /// Names stand here, and they are routes.
        NAME,
        /// The framework told its route with the calls.
        TOLD,
        /// An imported OpenAPI document says so.
        DOCUMENTED,
        /// A person said so.
        CORRECTED
    }
}
