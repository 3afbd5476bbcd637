// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.server.journal.Disk;
import dev.apian.server.live.Admission.Reason;
import dev.apian.server.live.Admission.TurnedAway;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Decides whether there is room for more calls: in the journal, and on the disk. For many threads.
final class Gate {

    /// The disk is asked no more often.
    private static final long LOOK_NANOS = Duration.ofMillis(200).toNanos();

    private static final Duration DISK_RETRY = Duration.ofSeconds(10);

    private final Disk disk;
    private final Path root;
    private final LiveSettings settings;
    private long lookedNanos;
    private long usableBytes = Long.MAX_VALUE;
    private boolean looked;

    Gate(Disk disk, Path root, LiveSettings settings) {
        this.disk = disk;
        this.root = root;
        this.settings = settings;
    }

    /// @param journalBytes of all segments
    /// @param waiting      calls that are not judged yet
    /// @return null if there is room
    @Nullable
    TurnedAway turnsAway(long journalBytes, long waiting, Pace pace) throws IOException {
        if (journalBytes >= settings.journalBytesMax()) {
            return new TurnedAway(
                    Reason.JOURNAL_FULL, journalBytes, settings.journalBytesMax(), pace.retryAfter(waiting));
        }
        long usable = usableBytes();
        return usable < settings.keeping().reserveBytes()
                ? new TurnedAway(Reason.DISK_FULL, usable, settings.keeping().reserveBytes(), DISK_RETRY)
                : null;
    }

    private synchronized long usableBytes() throws IOException {
        long now = System.nanoTime();
        if (!looked || now - lookedNanos >= LOOK_NANOS) {
            usableBytes = disk.usableBytes(root);
            lookedNanos = now;
            looked = true;
        }
        return usableBytes;
    }
}
