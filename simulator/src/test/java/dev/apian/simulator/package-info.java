// SPDX-License-Identifier: Apache-2.0

/// Tests that read a simulated world only through its records, as anybody else would. `Replay` does the
/// reading.
@NullMarked
package dev.apian.simulator;

import org.jspecify.annotations.NullMarked;
