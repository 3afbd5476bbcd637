// SPDX-License-Identifier: Apache-2.0

/// Stage 1 of 7. Bytes of a record in, a [Call] out, or a counted [Outcome.Rejected].
///
/// Secrets end here: a credential becomes a keyed [Facet] while its record is read, and bodies are reduced to
/// the [Field]s that later stages need. Start with [Call], then [CallReader].
///
/// A reader of a [Format] notes in a `Draft` where each `Fact` of a record stands; `Assembly`, the same for
/// every format, makes the call of it; `Harvest` is where secrets turn into prints. `Contents` reads query and
/// bodies: `KeySet` holds their form, `PathParts` what of the path came back, `Asked` the operation, `Found` the kinds
/// of personal and secret data. Events of CloudTrail name operations, principals and resources instead: what they mean
/// is told by `CloudTrailIdentity`, `CloudTrailFields` and `CloudTrailStatus`.
@NullMarked
package dev.apian.stage.call;

import org.jspecify.annotations.NullMarked;
