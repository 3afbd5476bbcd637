// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.time.Duration;

/// What became of calls that were offered: all of them, or none.
public sealed interface Admission {

    /// They are durable, and will be judged once.
    ///
    /// @param before whether an equal push with the same key was there already, so that nothing was added
    record Admitted(boolean before) implements Admission {}

    /// There is no room for them now; the sender keeps them.
    ///
    /// @param reason     which bound was met
    /// @param found      in the bound's unit
    /// @param allowed    in the bound's unit
    /// @param retryAfter when there may be room
    record TurnedAway(Reason reason, long found, long allowed, Duration retryAfter) implements Admission {}

    /// A bound of [LiveSettings].
    enum Reason {
        /// The engine is behind by as much as the journal may hold.
        JOURNAL_FULL,
        /// The disk has no room beside what is reserved for judging what was taken in.
        DISK_FULL
    }
}
