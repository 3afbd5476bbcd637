// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.Keeping;
import java.time.Duration;

/// How live traffic is taken in.
///
/// @param lateness         how far behind the latest calls one may come and still be judged in order; alerts
///                         wait for it
/// @param flushEvery       how soon calls that were judged can be queried
/// @param checkpointEvery  how much of the journal is read again after a crash, at most
/// @param queueCallsMax    calls that wait for the engine in memory; more wait in the journal
/// @param journalBytesMax  what the journal may hold; a push that comes while it holds that much is refused whole
/// @param keeping          how much of the lake is kept, and how much of the disk is left free: while less is,
///                         pushes are refused, so that what was taken in can be judged
public record LiveSettings(
        Duration lateness,
        Duration flushEvery,
        Duration checkpointEvery,
        int queueCallsMax,
        long journalBytesMax,
        Keeping keeping) {

    public static final LiveSettings DEFAULT = new LiveSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(60), 100_000, 4L << 30, Keeping.DEFAULT);

    public LiveSettings {
        if (lateness.isNegative()
                || flushEvery.isNegative()
                || checkpointEvery.isNegative()
                || queueCallsMax < 1
                || journalBytesMax < 1) {
            throw new IllegalArgumentException(
                    ("lateness=%s flushEvery=%s checkpointEvery=%s queueCallsMax=%d journalBytesMax=%d; no time may be"
                                    + " negative, the others must be 1 or more")
                            .formatted(lateness, flushEvery, checkpointEvery, queueCallsMax, journalBytesMax));
        }
    }

    public LiveSettings withLateness(Duration other) {
        return new LiveSettings(other, flushEvery, checkpointEvery, queueCallsMax, journalBytesMax, keeping);
    }

    public LiveSettings withFlushEvery(Duration other) {
        return new LiveSettings(lateness, other, checkpointEvery, queueCallsMax, journalBytesMax, keeping);
    }

    public LiveSettings withCheckpointEvery(Duration other) {
        return new LiveSettings(lateness, flushEvery, other, queueCallsMax, journalBytesMax, keeping);
    }

    public LiveSettings withQueueCallsMax(int other) {
        return new LiveSettings(lateness, flushEvery, checkpointEvery, other, journalBytesMax, keeping);
    }

    public LiveSettings withJournalBytesMax(long other) {
        return new LiveSettings(lateness, flushEvery, checkpointEvery, queueCallsMax, other, keeping);
    }

    public LiveSettings withDiskReserveBytes(long other) {
        return withKeeping(keeping.withReserveBytes(other));
    }

    public LiveSettings withKeeping(Keeping other) {
        return new LiveSettings(lateness, flushEvery, checkpointEvery, queueCallsMax, journalBytesMax, other);
    }
}
