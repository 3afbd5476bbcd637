// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;
import org.jspecify.annotations.Nullable;

/// News for the state of a credential: it was handed to this actor, and here is the proof.
///
/// @param sibling the refresh token that was handed out with it, if any: what is learned of one holds for both
/// @param facet the credential that was granted; its key is where the runner delivers this
public record Grant(
        Facet facet,
        Actor actor,
        Link.Because because,
        long micros,
        @Nullable Facet sibling) {

    Grant(Facet facet, Actor actor, Link.Because because, long micros) {
        this(facet, actor, because, micros, null);
    }
}
