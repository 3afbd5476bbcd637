// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// How soon thefts that were done alike are found.
public final class TheftScore {

    /// A single read is found at once if the alert is there within a minute of event time, which is a tick.
    public static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final long NEVER = Long.MAX_VALUE;

    private final List<Long> delays = new ArrayList<>();
    private final List<Long> observed = new ArrayList<>();

    public void add(Theft theft, List<EntityClaim> claims) {
        OptionalLong delay = theft.delay(claims);
        delays.add(delay.orElse(NEVER));
        observed.add(theft.observedUntil() - theft.first());
    }

    public void addAll(TheftScore others) {
        delays.addAll(others.delays);
        observed.addAll(others.observed);
    }

    public int thefts() {
        return delays.size();
    }

    /// Found within so long, of those that were watched for so long.
    public Found within(Duration time) {
        long micros = time.toMillis() * 1_000;
        int found = 0;
        int watched = 0;
        for (int i = 0; i < delays.size(); i++) {
            if (observed.get(i) >= micros) {
                watched++;
                found += delays.get(i) <= micros ? 1 : 0;
            }
        }
        return new Found(found, watched);
    }

    /// Found before the world ended, however soon that was.
    public Found byTheEnd() {
        return new Found((int) delays.stream().filter(delay -> delay != NEVER).count(), delays.size());
    }

    /// Days until half of all are found; nothing if fewer are.
    public OptionalDouble medianDays() {
        List<Long> sorted = delays.stream().sorted().toList();
        if (sorted.isEmpty()) {
            return OptionalDouble.empty();
        }
        long middle = sorted.get((sorted.size() - 1) / 2);
        return middle == NEVER ? OptionalDouble.empty() : OptionalDouble.of(middle / (double) Alerts.DAY_MICROS);
    }

    /// @param of how many there were
    public record Found(int found, int of) {

        /// The share found, NaN of none.
        public double share() {
            return of == 0 ? Double.NaN : found / (double) of;
        }
    }
}
