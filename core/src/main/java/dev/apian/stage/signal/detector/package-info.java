// SPDX-License-Identifier: Apache-2.0

/// Detections that need an `if` of their own, one file each: card, limits with a reason for every number,
/// state.
///
/// What only filters, counts and compares is a file in `detections/` instead; see package `scenario`.
/// `IdWalk` is a good first read.
@NullMarked
package dev.apian.stage.signal.detector;

import org.jspecify.annotations.NullMarked;
