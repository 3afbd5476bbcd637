// SPDX-License-Identifier: Apache-2.0

/// The processes of a cluster on this machine: where they keep things, how they start and stop, what is remembered.
///
/// Start with [Cluster].
@NullMarked
package dev.apian.cluster.machine;

import org.jspecify.annotations.NullMarked;
