// SPDX-License-Identifier: Apache-2.0

/// Flink: what its processes are told, and its REST interface.
///
/// Start with [FlinkRest].
@NullMarked
package dev.apian.cluster.flink;

import org.jspecify.annotations.NullMarked;
