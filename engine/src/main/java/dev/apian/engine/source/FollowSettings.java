// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.CallReader;
import java.time.Duration;
import java.util.List;

/// What is followed, and how.
///
/// @param paths     files, folders and patterns
/// @param reader    of the records in them
/// @param detects   whether a file must look like records first; otherwise it is set aside
/// @param lineBytes longest record
/// @param poll      how often files are looked at
/// @param lastLine  how long a file must be quiet until its last line counts though it lacks a line break
/// @param gone      how long a file that is gone must be quiet until it is closed
public record FollowSettings(
        List<String> paths,
        CallReader reader,
        boolean detects,
        int lineBytes,
        Duration poll,
        Duration lastLine,
        Duration gone) {

    public static final Duration POLL = Duration.ofSeconds(1);
    public static final Duration LAST_LINE = Duration.ofMinutes(10);
    public static final Duration GONE = Duration.ofSeconds(30);

    public FollowSettings {
        paths = List.copyOf(paths);
        if (poll.isNegative() || poll.isZero() || lineBytes < 1) {
            throw new IllegalArgumentException(
                    "poll=%s lineBytes=%d; both must be more than nothing".formatted(poll, lineBytes));
        }
    }

    public FollowSettings withWaits(Duration otherPoll, Duration otherLastLine, Duration otherGone) {
        return new FollowSettings(paths, reader, detects, lineBytes, otherPoll, otherLastLine, otherGone);
    }
}
