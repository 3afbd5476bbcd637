// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.identity;

import dev.apian.stage.call.Facet;

/// What a person says about who is who. It holds over all evidence until it is taken back.
public sealed interface Ruling {

    /// The facet is this actor's.
    ///
    /// @param actor id as in tables, `a-…`
    record Link(Facet.Kind kind, String value, String actor) implements Ruling {}

    /// The facet is not this actor's. It stands for itself until evidence links it to another one.
    record Unlink(Facet.Kind kind, String value, String actor) implements Ruling {}

    /// Two actors are one: whoever was found to be `from` is `into`.
    record Join(String from, String into) implements Ruling {}

    /// What people call this actor.
    record Name(String actor, String name) implements Ruling {}
}
