// SPDX-License-Identifier: Apache-2.0

/// Stage 4 of 7. Joins the facets of one consumer into an actor, with the proof of every link.
///
/// A star, never a closure: a credential attaches to exactly one actor at a time, and addresses and devices
/// are attributes, never links, so no chain of coincidences can melt two consumers into one. Each call is
/// resolved by the state of its strongest credential; what it grants goes to the state of the
/// credential granted. Start with [IdentityStep].
@NullMarked
package dev.apian.stage.identity;

import org.jspecify.annotations.NullMarked;
