// SPDX-License-Identifier: Apache-2.0

/// Harnesses for tests: tell stories to detectors, run calls through a plain loop, hold a runner to the
/// contract.
///
/// Start with [DetectorTester] for a detection, with [RunnerContract] for a runner.
@NullMarked
package dev.apian.testkit;

import org.jspecify.annotations.NullMarked;
