// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.memory;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Content;
import dev.apian.stage.call.Facet;
import dev.apian.stage.call.Field;
import dev.apian.stage.call.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Many actors over some weeks: one in twenty comes again and again, the others for a day and then no more. Half of the
/// calls are of the former. Each has one API key, one address and an order or two of its own.
final class Crowd {

    private static final long START = Instant.parse("2026-10-01T00:00:00Z").toEpochMilli() * 1_000;

    private static final int ACTIVE_ONE_IN = 20;
    private static final int KINDS = 40;

    private final int actors;
    private final long calls;
    private final Duration length;
    private final Random random;

    Crowd(int actors, long calls, Duration length, long seed) {
        this.actors = actors;
        this.calls = calls;
        this.length = length;
        this.random = new Random(seed);
    }

    int active() {
        return actors / ACTIVE_ONE_IN;
    }

    /// The call with a number, the later the higher; in those weeks if it is below [#calls].
    Call call(long number) {
        double part = (double) number / calls;
        long micros = START + (long) (part * length.toMillis() * 1_000);
        if (random.nextBoolean()) {
            return call(number, random.nextInt(active()), micros);
        }
        int others = actors - active();
        int today = (int) (Math.min(part, 1) * others);
        int aDay = Math.max(1, others / (int) length.toDays());
        int other = Math.floorMod(today - random.nextInt(aDay), others);
        return call(number, active() + other, micros);
    }

    /// A call of one of those who come again and again, after those weeks.
    Call later(long number, int actor) {
        return call(number, actor, START + length.toMillis() * 1_000 + number * 1_000);
    }

    private Call call(long number, int actor, long micros) {
        int kind = Math.floorMod(actor * 7 + random.nextInt(6), KINDS);
        String order = Integer.toString(100_000 + actor * 2 + random.nextInt(2));
        String path = String.format(Locale.ROOT, "/v1/things%d/%s", kind, order);
        return new Call(
                "c" + number,
                micros,
                "GET",
                "api.crowd.example",
                path,
                null,
                random.nextInt(50) == 0 ? 404 : 200,
                new Origin("10.%d.%d.%d".formatted(actor >>> 16 & 0xFF, actor >>> 8 & 0xFF, actor & 0xFF)),
                "crowd/1.0",
                "crowd on Linux",
                null,
                List.of(),
                List.of(new Facet(Facet.Kind.API_KEY, "key-" + actor)),
                List.of(),
                List.<Field>of(),
                Content.NONE,
                true,
                0,
                500 + random.nextInt(1_000),
                3_000);
    }
}
