// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.timeline;

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
/// Actors differ as people do: the busiest few in a hundred make ten thousand calls and more, most some hundred.
///
/// @param calls in all, evenly over the days
/// @param actors of whom the one with number `n` makes about `n` squared times as many calls as the first
record Month(long calls, int actors) {

    static final int DAYS = 30;
    static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    private static final long DAY_MICROS = 86_400_000_000L;
    private static final int AGENTS = 300;

    /// @return milliseconds of writing, then of merging
    List<Long> writeTo(Path data) throws IOException {
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

    static String actor(int number) {
        return "a-%013x".formatted(number * 0x9E3779B97F4A7C15L >>> 12);
    }

    /// Who makes about so many calls in the month.
    int actorWith(long callsOfOne) {
        return (int) Math.clamp(Math.sqrt(callsOfOne * (double) actors / (3.0 * calls)) * actors, 0, actors - 1);
    }

    private void write(int day, CallLake lake) throws IOException {
        Random random = new Random(day);
        long count = calls / DAYS;
        for (long i = 0; i < count; i++) {
            lake.append(call(day * DAY_MICROS + i * (DAY_MICROS / count), random, i));
        }
    }

    /// The density grows with the square of the number, so its distribution with the cube.
    private CallRow call(long micros, Random random, long i) {
        int number = (int) (Math.cbrt(random.nextDouble()) * actors);
        int order = random.nextInt(1_000_000);
        boolean read = random.nextInt(5) > 0;
        return new CallRow(
                START.toEpochMilli() * 1_000 + micros,
                Long.toHexString(random.nextLong()) + Long.toHexString(i),
                "api.shop.example",
                read ? "GET" : "POST",
                "/v1/orders/" + order,
                read ? "GET /v1/orders/{orderId}" : "POST /v1/orders/{orderId}",
                read ? "e-1" : "e-2",
                random.nextInt(20) == 0 ? 404 : 200,
                actor(number),
                "user",
                "api_key:" + number,
                "10.%d.%d.%d".formatted(number >> 8 & 255, number & 255, random.nextInt(4)),
                "DE",
                64_496 + number % 40,
                "Mozilla/5.0 (X11; Linux x86_64) rv:" + number % AGENTS,
                "desktop",
                List.of(new CallRow.Entity("order", Integer.toString(order), "used", "own")),
                random.nextInt(2_000),
                random.nextInt(50_000),
                random.nextInt(100_000) / 100.0,
                false);
    }
}
