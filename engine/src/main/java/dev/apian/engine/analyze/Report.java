// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.analyze;

import dev.apian.engine.source.Inputs;
import dev.apian.engine.source.Rejects;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What came of an analysis.
///
/// @param ending     how it ended
/// @param inputs     what was known before reading
/// @param failures   files that could not be read, or not to their end
/// @param calls      read in this run
/// @param late       of them, too late to be judged
/// @param rejected   records that were no calls
/// @param rejects    them by reason, with samples
/// @param first      event time of the earliest call, microseconds
/// @param last       event time of the latest
/// @param took       on the clock
/// @param actors     known to the data directory
/// @param endpoints  known to the data directory
/// @param alerts     of the data directory, all of them
/// @param fresh      the alerts that this run raised or changed
/// @param warnings   what could not be found, for want of knowledge about addresses
/// @param notices    times in which everybody did more than usual, in words, the latest first
/// @param dropped    what was given up to stay within a limit, by the name of the limit
public record Report(
        Ending ending,
        Inputs.Outlook inputs,
        List<String> failures,
        long calls,
        long late,
        long rejected,
        List<Rejects.Tally> rejects,
        long first,
        long last,
        Duration took,
        long actors,
        long endpoints,
        List<AlertLine> alerts,
        List<AlertLine> fresh,
        List<String> warnings,
        List<String> notices,
        Map<String, Long> dropped) {

    /// How a run ended.
    public enum Ending {
        /// All that could be read was read.
        FINISHED,
        /// Stopped, and saved up to here.
        SAVED,
        /// Stopped before it could be saved; the next run goes on from the checkpoint before.
        STOPPED,
        /// There was nothing to read.
        NOTHING
    }

    /// Whether something that was asked for was not done: a file that could not be read, or every file refused.
    public boolean isFailed() {
        boolean allRefused = inputs.toRead() == 0 && !inputs.known().isEmpty();
        return !failures.isEmpty() || !inputs.unreadable().isEmpty() || allRefused;
    }
}
