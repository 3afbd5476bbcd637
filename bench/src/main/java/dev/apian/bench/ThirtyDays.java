// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench;

import dev.apian.lake.CallLake;
import dev.apian.lake.CallRow;
import dev.apian.lake.LakeUpkeep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// Thirty days of calls as a lake keeps them: written in the order of time, merged when a day is over.
///
/// @param calls in all, evenly over the days
public record ThirtyDays(long calls, Traffic traffic) {

    public static final int DAYS = 30;
    public static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private static final long DAY_MICROS = 86_400_000_000L;

    /// What is called.
    public interface Traffic {

        /// @param micros since 1970
        /// @param random of the day
        /// @param number of the call in its day
        CallRow call(long micros, Random random, long number);
    }

    /// @return milliseconds of writing, then of merging
    public List<Long> writeTo(Path data) throws IOException {
        long writing = 0;
        long merging = 0;
        try (CallLake lake = CallLake.open(data)) {
            LakeUpkeep upkeep = lake.upkeep(Clock.offset(Clock.systemUTC(), LakeUpkeep.GRACE.multipliedBy(2)));
            for (int day = 0; day <= DAYS; day++) {
                long began = System.nanoTime();
                if (day < DAYS) {
                    write(day, lake);
                } else {
                    lake.append(call(DAYS * DAY_MICROS, new Random(0), 0)); // the day after, so that all are over
                }
                lake.flush();
                lake.checkpointed();
                long written = System.nanoTime();
                boolean more = true;
                while (more) {
                    more = upkeep.step();
                }
                writing += written - began;
                merging += System.nanoTime() - written;
                System.err.printf("day %d of %d%n", day, DAYS);
            }
        }
        return List.of(writing / 1_000_000, merging / 1_000_000);
    }

    private void write(int day, CallLake lake) throws IOException {
        Random random = new Random(day);
        long count = calls / DAYS;
        for (long i = 0; i < count; i++) {
            lake.append(call(day * DAY_MICROS + i * (DAY_MICROS / count), random, i));
        }
    }

    private CallRow call(long micros, Random random, long number) {
        return traffic.call(START.toEpochMilli() * 1_000 + micros, random, number);
    }
}
