// SPDX-License-Identifier: Apache-2.0

/// Stage 6 of 7. Detectors watch calls next to what is usual, and raise signals with evidence.
///
/// A detector holds settings only; the state of one key is the runner's. What filters, keys, measures and
/// limits is a file in `detections/` (package `scenario`); what needs an `if` of its own is Java (package
/// `detector`). Start with [Detector].
@NullMarked
package dev.apian.stage.signal;

import org.jspecify.annotations.NullMarked;
