// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.timeline;

import dev.apian.bench.ThirtyDays;
import dev.apian.lake.CallRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// Thirty days of calls of people.
///
/// Actors differ as people do: the busiest few in a hundred make ten thousand calls and more, most some hundred.
///
/// @param calls in all, evenly over the days
/// @param actors of whom the one with number `n` makes about `n` squared times as many calls as the first
record Month(long calls, int actors) {

    private static final int AGENTS = 300;

    /// @return milliseconds of writing, then of merging
    List<Long> writeTo(Path data) throws IOException {
        return new ThirtyDays(calls, this::call).writeTo(data);
    }

    static String actor(int number) {
        return "a-%013x".formatted(number * 0x9E3779B97F4A7C15L >>> 12);
    }

    /// Who makes about so many calls in the month.
    int actorWith(long callsOfOne) {
        return (int) Math.clamp(Math.sqrt(callsOfOne * (double) actors / (3.0 * calls)) * actors, 0, actors - 1);
    }

    /// The density grows with the square of the number, so its distribution with the cube.
    private CallRow call(long micros, Random random, long i) {
        int number = (int) (Math.cbrt(random.nextDouble()) * actors);
        int order = random.nextInt(1_000_000);
        boolean read = random.nextInt(5) > 0;
        return new CallRow(
                micros,
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
