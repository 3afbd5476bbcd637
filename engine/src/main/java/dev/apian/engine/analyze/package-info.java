// SPDX-License-Identifier: Apache-2.0

/// The use case behind `apian analyze`: files through the same engine as live traffic, in event time.
///
/// Start with [Analyze]. [Progress] is what a person sees meanwhile, [Summary] what is told at the end.
@NullMarked
package dev.apian.engine.analyze;

import org.jspecify.annotations.NullMarked;
