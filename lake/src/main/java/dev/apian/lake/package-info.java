// SPDX-License-Identifier: Apache-2.0

/// The lake: calls as Parquet files that any tool can read, small tables beside them, and read-only SQL over
/// both.
///
/// Writing, by one process: [CallLake] takes [CallRow]s and makes files of them, [Snapshot] has the small tables.
/// Writing, by many: each has a [LakeWriter], and one [LakeCommit] publishes what they prepared. Reading: [Query]
/// answers SQL, and finds its files in the same [Manifest] that the writers publish,
/// so that a reader sees every row once whatever the writer is doing. Knows nothing of pipelines, sources or
/// checkpoints.
@NullMarked
package dev.apian.lake;

import org.jspecify.annotations.NullMarked;
