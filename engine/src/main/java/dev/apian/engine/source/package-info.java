// SPDX-License-Identifier: Apache-2.0

/// Files and standard input as calls, in parallel and in order, from any position.
///
/// [Inputs] is the way in: all files of a run, merged by time. Each file passes [Content] (unpacked by its
/// first bytes), [RecordLines] if its records stand in one JSON document, [Lines] (pieces of whole lines, and
/// long lines without holding them), [Feed] (pieces read in parallel, delivered in order) and [Cursor] (one
/// call after the other, with a position to return to). What could not be read is counted in [Rejects]; [Mark]
/// is how a file and a position in it are recognised in a later run.
///
/// [Follower] is the way in for files that grow: what [Sought] finds is a [FollowedFile] each, with a [Track] of how
/// far it was read, and goes out as [Portion]s, whose positions the [Ledger] keeps once the engine has the calls.
@NullMarked
package dev.apian.engine.source;

import org.jspecify.annotations.NullMarked;
