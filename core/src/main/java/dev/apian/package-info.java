// SPDX-License-Identifier: Apache-2.0

/// The pipeline: from the bytes of a record to an alert, pure and deterministic.
///
/// The stages are the packages under `stage`, in the order calls flow through them, which is also
/// alphabetical. A runner (the reference loop in testkit, the embedded engine, Flink) brings threads, files
/// and time. Start with [Pipeline].
@NullMarked
package dev.apian;

import org.jspecify.annotations.NullMarked;
