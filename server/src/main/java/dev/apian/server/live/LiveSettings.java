// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.time.Duration;

/// How live traffic is taken in.
///
/// @param lateness        how far behind the latest calls one may come and still be judged in order; alerts
///                        wait for it
/// @param flushEvery      how soon what was judged can be queried
/// @param checkpointEvery how much of the journal is read again after a crash, at most
/// @param queueCallsMax   calls that wait for the engine; a push that does not fit is refused whole
public record LiveSettings(Duration lateness, Duration flushEvery, Duration checkpointEvery, int queueCallsMax) {

    public static final LiveSettings DEFAULT =
            new LiveSettings(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(60), 200_000);

    public LiveSettings {
        if (lateness.isNegative() || flushEvery.isNegative() || checkpointEvery.isNegative() || queueCallsMax < 1) {
            throw new IllegalArgumentException(
                    "lateness=%s flushEvery=%s checkpointEvery=%s queueCallsMax=%d; none may be negative, the queue needs 1"
                            .formatted(lateness, flushEvery, checkpointEvery, queueCallsMax));
        }
    }

    public LiveSettings withLateness(Duration other) {
        return new LiveSettings(other, flushEvery, checkpointEvery, queueCallsMax);
    }

    public LiveSettings withFlushEvery(Duration other) {
        return new LiveSettings(lateness, other, checkpointEvery, queueCallsMax);
    }

    public LiveSettings withQueueCallsMax(int other) {
        return new LiveSettings(lateness, flushEvery, checkpointEvery, other);
    }
}
