// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;

/// News for the state of a credential: it was handed to this actor, and here is the proof.
///
/// @param facet the credential that was granted; its key is where the runner delivers this
public record Grant(Facet facet, Actor actor, Link.Because because, long micros) {}
