// SPDX-License-Identifier: Apache-2.0

/// How people set the detections, and the back-tests that tell beforehand what settings would have raised. Start with
/// [Tuned].
@NullMarked
package dev.apian.server.tuning;

import org.jspecify.annotations.NullMarked;
