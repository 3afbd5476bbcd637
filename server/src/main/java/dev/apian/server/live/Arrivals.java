// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What came from each source since the server started, and when: whether a sender is silent, or is not understood. By
/// the clock on the wall. For many threads.
public final class Arrivals {

    /// Further ones are counted together, as [#OTHERS].
    public static final int SOURCES_MAX = 256;

    /// Calls are told by the minute for so many minutes.
    public static final int MINUTES = 60;

    static final String OTHERS = "others";

    private static final long MINUTE_MILLIS = 60_000;

    private final InstantSource clock;
    private final Instant since;
    private final Map<String, Tally> tallies = new HashMap<>();

    Arrivals(InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
    }

    /// One source.
    ///
    /// @param name    as people read it: a protocol, a file, a partition
    /// @param calls   that were taken in
    /// @param refused records that could not be read
    /// @param last    when it brought anything
    /// @param minutes calls in each of the last [#MINUTES], the oldest first, the present one last
    public record Source(String name, long calls, long refused, Instant last, List<Long> minutes) {}

    private static final class Tally {
        private long calls;
        private long refused;
        private long lastMillis;
        private long minute;
        private final long[] minutes = new long[MINUTES];

        private void advance(long to) {
            for (long next = Math.max(minute + 1, to - MINUTES + 1); next <= to; next++) {
                minutes[place(next)] = 0;
            }
            minute = Math.max(minute, to);
        }

        private static int place(long minute) {
            return Math.floorMod(minute, MINUTES);
        }
    }

    /// Calls were taken in.
    public void took(String source, int calls) {
        if (calls > 0) {
            add(source, calls, 0);
        }
    }

    /// A record could not be read.
    void refused(String source) {
        add(source, 0, 1);
    }

    private synchronized void add(String source, int calls, int refused) {
        Tally tally = tallies.get(source);
        if (tally == null) {
            String name = tallies.size() < SOURCES_MAX - 1 ? source : OTHERS;
            tally = tallies.computeIfAbsent(name, any -> new Tally());
        }
        long now = clock.millis();
        tally.lastMillis = Math.max(tally.lastMillis, now);
        tally.advance(now / MINUTE_MILLIS);
        tally.calls += calls;
        tally.refused += refused;
        tally.minutes[Tally.place(tally.minute)] += calls;
    }

    /// From when on these count.
    public Instant since() {
        return since;
    }

    /// The one that brought something last first.
    public synchronized List<Source> all() {
        long minute = clock.millis() / MINUTE_MILLIS;
        List<Source> all = new ArrayList<>();
        tallies.forEach((name, tally) -> {
            tally.advance(minute);
            List<Long> minutes = new ArrayList<>();
            for (long one = tally.minute - MINUTES + 1; one <= tally.minute; one++) {
                minutes.add(tally.minutes[Tally.place(one)]);
            }
            Instant last = Instant.ofEpochMilli(tally.lastMillis);
            all.add(new Source(name, tally.calls, tally.refused, last, minutes));
        });
        all.sort(Comparator.comparing(Source::last).reversed().thenComparing(Source::name));
        return all;
    }
}
