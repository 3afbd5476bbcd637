// SPDX-License-Identifier: Apache-2.0

/// The demonstration: a simulated world fed into a running server, its past as fast as possible, its present
/// by the clock.
///
/// Start with [Demo].
@NullMarked
package dev.apian.cli.demo;

import org.jspecify.annotations.NullMarked;
