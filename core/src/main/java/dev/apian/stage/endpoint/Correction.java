// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.endpoint;

/// What a person or a document says about paths. Wins over what is learned, before and after.
///
/// A template's variable parts are written `{name}`; the names do not matter for matching. An empty host stands for
/// all hosts.
public sealed interface Correction {

    String host();

    String template();

    /// There is such an endpoint: its variable parts are values, its other parts are names.
    ///
    /// @param method   empty stands for all methods
    /// @param document whose route it is; empty if a person pinned it
    record Pin(String method, String host, String template, String document) implements Correction {}

    /// The last variable part of the template is none: each name there is a route of its own.
    record Reject(String host, String template) implements Correction {}

    /// The last variable part of the template is called `name`.
    record Rename(String host, String template, String name) implements Correction {}
}
