// SPDX-License-Identifier: Apache-2.0

/// Stage 1 of 7. Bytes of a record in, a [Call] out, or a counted [Outcome.Rejected].
///
/// Secrets end here: a credential becomes a keyed [Facet] while its record is read, and bodies are reduced to the
/// [Field]s that later stages need. Start with [Call], then [CallReader].
@NullMarked
package dev.apian.stage.call;

import org.jspecify.annotations.NullMarked;
