// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import dev.apian.server.journal.Journal;
import dev.apian.stage.call.Call;
import dev.apian.stream.EventClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/// Moves event time along by the clock on the wall while too few calls come in to do so.
///
/// In silence event time is what the clock says. While a few calls come, it is the latest of them: calls themselves
/// move it only once [EventClock#OUTRUNNERS] claim that it is later, since some senders' clocks are ahead, which this
/// one is not.
///
/// Only once calls are about as new as the clock says: otherwise history is being loaded, and its next calls are old.
/// What is said goes through the journal like a call, so that a restart sees time pass at the same place. One thread.
final class WallTime {

    /// A source whose latest call is older than this is not live.
    private static final Duration LIVE_MAX = Duration.ofMinutes(5);

    /// So many steps are within the lateness, which alerts wait for anyway.
    private static final int STEPS = 4;

    /// Each step is a sync of the journal.
    private static final Duration STEP_MIN = Duration.ofMillis(100);

    /// For who wants to see everything at once.
    private static final long STEP_LEAST_MILLIS = 10;

    private static final Duration STEP_MAX = Duration.ofSeconds(1);

    private final Journal journal;
    private final InstantSource clock;
    private final long latenessMicros;
    private final Duration step;
    private final Due next = new Due();
    private long latestMicros = Long.MIN_VALUE;
    private int callsOfStep;
    private CompletableFuture<Boolean> said = CompletableFuture.completedFuture(true);

    WallTime(Journal journal, LiveSettings settings, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.latenessMicros = settings.lateness().toMillis() * 1_000;
        this.step = stepOf(settings);
    }

    private static Duration stepOf(LiveSettings settings) {
        long millis = Math.clamp(settings.lateness().toMillis() / STEPS, STEP_MIN.toMillis(), STEP_MAX.toMillis());
        return Duration.ofMillis(Math.max(
                STEP_LEAST_MILLIS, Math.min(millis, settings.flushEvery().toMillis())));
    }

    /// How often it looks at the clock.
    Duration step() {
        return step;
    }

    void judged(Call call) {
        latestMicros = Math.max(latestMicros, call.micros());
        callsOfStep++;
    }

    /// Says what time it is, if it is due, unless so many calls came since that they say it themselves.
    void follow() {
        if (!next.now()) {
            return;
        }
        next.in(step);
        int calls = callsOfStep;
        callsOfStep = 0;
        long now = clock.millis() * 1_000;
        boolean live = latestMicros != Long.MIN_VALUE && latestMicros >= now - LIVE_MAX.toMillis() * 1_000;
        if (live && calls < EventClock.OUTRUNNERS && said.isDone()) {
            long reached = calls == 0 ? now : Math.min(now, latestMicros);
            said = journal.appendClock(reached - latenessMicros);
        }
    }
}
