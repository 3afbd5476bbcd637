// SPDX-License-Identifier: Apache-2.0

/// How long it takes from the call that decides to the alert that people see. Never a gate.
///
/// Start with [Visible].
@NullMarked
package dev.apian.bench.visible;

import org.jspecify.annotations.NullMarked;
