// SPDX-License-Identifier: Apache-2.0

/// Detections written as files in `detections/`: filter, key, measure, window, limit.
///
/// [ScenarioFile] reads a file or tells everything that is wrong with it, [Scenario] is what it says, and
/// [ScenarioDetector] runs it like any other detector.
@NullMarked
package dev.apian.stage.signal.scenario;

import org.jspecify.annotations.NullMarked;
