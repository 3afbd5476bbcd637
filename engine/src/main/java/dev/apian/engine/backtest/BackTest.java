// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.backtest;

import dev.apian.Replay;
import dev.apian.lake.Query;
import dev.apian.lake.QueryException;
import dev.apian.stage.call.Origin;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile.Provenance;
import dev.apian.stage.signal.Detections;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// What other settings of a detection would have raised in the last [Span#DAYS] days: stored calls are judged once
/// more, by the settings in force and by those proposed side by side.
///
/// Both see the very same calls and histories, so their difference is that of the settings, also where a stored call
/// does not tell all that was known when it was judged first.
public final class BackTest {

    private final Query query;
    private final UnaryOperator<Origin> places;
    private final long callsMax;

    /// @param query    over the lake, with time enough
    /// @param places   what is known of an address
    /// @param callsMax more calls are not read; the earliest days are left out
    public BackTest(Query query, UnaryOperator<Origin> places, long callsMax) {
        this.query = query;
        this.places = places;
        this.callsMax = callsMax;
    }

    /// Hears how far it is, and may end it.
    public interface Watching {

        /// Called once, before the first call is read.
        default void begins(Span span, long calls) {}

        /// Called for every call.
        ///
        /// @return false to end it with the calls read so far
        boolean goesOn(long callsRead);
    }

    /// @param lastDay the last day that counts, which need not be over; from 1970, UTC
    public Comparison run(String detection, Detections present, Detections proposed, long lastDay, Watching watching)
            throws QueryException, IOException {
        StoredCalls stored = new StoredCalls(query, places);
        NavigableMap<Long, Long> byDay = stored.byDay(lastDay - Span.DAYS - Span.LEARNING_DAYS_MAX, lastDay);
        Span span = Span.of(new TreeMap<>(byDay), lastDay, callsMax);
        watching.begins(span, span.total());
        Outlook before = new Outlook(detection, span.from());
        Outlook after = new Outlook(detection, span.from());
        Replay replay = new Replay();
        replay.judgeBy(present, before);
        replay.judgeBy(proposed, after);
        Reading reading = new Reading(replay, watching);
        stored.read(span, reading);
        replay.finish();
        return new Comparison(
                span,
                reading.calls,
                reading.reached,
                reading.isWhole,
                replay.forgotten(),
                before.raised(),
                after.raised());
    }

    /// @param callsRead     of them those of the days that only teach too
    /// @param reachedMicros event time of the last call read
    /// @param isWhole       whether every call of the span was read
    /// @param forgotten     actors forgotten to stay within the memory allowed
    public record Comparison(
            Span span,
            long callsRead,
            long reachedMicros,
            boolean isWhole,
            long forgotten,
            Raised present,
            Raised proposed) {}

    private static final class Reading implements StoredCalls.Taking {

        private final Replay replay;
        private final Watching watching;
        private long calls;
        private long reached = Long.MIN_VALUE;
        private boolean isWhole = true;

        private Reading(Replay replay, Watching watching) {
            this.replay = replay;
            this.watching = watching;
        }

        @Override
        public boolean take(Identified call, List<Provenance> how) {
            if (!watching.goesOn(calls)) {
                isWhole = false;
                return false;
            }
            replay.take(call, how);
            calls++;
            reached = call.micros();
            return true;
        }
    }
}
