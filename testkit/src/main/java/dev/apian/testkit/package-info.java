// SPDX-License-Identifier: Apache-2.0

/// Tells stories about consumers and runs detectors over them.
///
/// A [Story] is a short tale in the words of the domain, with what the profile knows beside it. [DetectorTester] runs a
/// detector over stories, with and without restarts. [Cases] are the stories at the bottom of a file in `detections/`.
/// Start with [Story].
@NullMarked
package dev.apian.testkit;

import org.jspecify.annotations.NullMarked;
