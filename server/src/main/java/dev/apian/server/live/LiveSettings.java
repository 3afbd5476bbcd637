// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.engine.Keeping;
import java.time.Duration;

/// How live traffic is taken in.
///
/// @param lateness        how far behind the latest calls one may come and still be judged in order; alerts
///                        wait for it
/// @param flushEvery      how soon what was judged can be queried
/// @param checkpointEvery how much of the journal is read again after a crash, at most
/// @param queueCallsMax   calls that wait for the engine; a push that does not fit is refused whole
/// @param keeping         how much of the lake is kept, and of the disk left free
public record LiveSettings(
        Duration lateness, Duration flushEvery, Duration checkpointEvery, int queueCallsMax, Keeping keeping) {

    public static final LiveSettings DEFAULT = new LiveSettings(
            Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(60), 200_000, Keeping.DEFAULT);

    public LiveSettings {
        if (lateness.isNegative() || flushEvery.isNegative() || checkpointEvery.isNegative() || queueCallsMax < 1) {
            throw new IllegalArgumentException(
                    ("lateness=%s flushEvery=%s checkpointEvery=%s queueCallsMax=%d; none may be negative,"
                                    + " queueCallsMax must be 1 or more")
                            .formatted(lateness, flushEvery, checkpointEvery, queueCallsMax));
        }
    }

    public LiveSettings withLateness(Duration other) {
        return new LiveSettings(other, flushEvery, checkpointEvery, queueCallsMax, keeping);
    }

    public LiveSettings withFlushEvery(Duration other) {
        return new LiveSettings(lateness, other, checkpointEvery, queueCallsMax, keeping);
    }

    public LiveSettings withQueueCallsMax(int other) {
        return new LiveSettings(lateness, flushEvery, checkpointEvery, other, keeping);
    }

    public LiveSettings withKeeping(Keeping other) {
        return new LiveSettings(lateness, flushEvery, checkpointEvery, queueCallsMax, other);
    }
}
