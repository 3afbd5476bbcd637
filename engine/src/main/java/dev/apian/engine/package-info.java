// SPDX-License-Identifier: Apache-2.0

/// Runs the pipeline on one machine, in one process, with nothing else to install.
///
/// [Engine] takes calls in nearly by time and drives the stages tick by tick: the ordered front on the
/// caller's thread, then shards by actor and by network in parallel, then triage. [Installation] is the data
/// directory, [Recorder] writes the lake, [StateStore] makes it restartable, [AlertBook] keeps what people
/// read. Start with [Engine].
@NullMarked
package dev.apian.engine;

import org.jspecify.annotations.NullMarked;
