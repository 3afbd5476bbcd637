// SPDX-License-Identifier: Apache-2.0

/// PostgreSQL: its binaries, its process and its database.
///
/// Start with [Postgres].
@NullMarked
package dev.apian.cluster.postgres;

import org.jspecify.annotations.NullMarked;
