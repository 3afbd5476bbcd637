// SPDX-License-Identifier: Apache-2.0

/// Stage 3 of 7. Finds the business entities a call names: in its path, its query and its bodies.
///
/// What a request names is *touched*; what a response names was *shown*. Start with [Entities].
@NullMarked
package dev.apian.stage.entity;

import org.jspecify.annotations.NullMarked;
