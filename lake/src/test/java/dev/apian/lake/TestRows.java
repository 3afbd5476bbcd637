// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Calls for tests: made from a seed, with every column known, unknown, repeated and unusual somewhere.
final class TestRows {

    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private static final String[] ACTORS = {"zoë", "alice", "bob", "actor-1", "actor-10", "actor-2", "名前", "🦊", ""};

    private TestRows() {}

    static CallRow call(Instant at, String actor, String method, int status, CallRow.Entity... entities) {
        return new CallRow(
                micros(at),
                actor + "@" + at,
                "api.shop.example",
                method,
                "/v1/orders/1",
                method + " /v1/orders/{orderId}",
                "e1",
                status,
                actor,
                "user",
                "key:1",
                "192.0.2.1",
                "DE",
                64496,
                "curl/8",
                "laptop",
                List.of(entities),
                10,
                20,
                1.5,
                false);
    }

    static CallRow unknown(Instant at) {
        return new CallRow(
                micros(at),
                null,
                null,
                null,
                null,
                null,
                null,
                CallRow.STATUS_UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                CallRow.ASN_UNKNOWN,
                null,
                null,
                List.of(),
                CallRow.BYTES_UNKNOWN,
                CallRow.BYTES_UNKNOWN,
                CallRow.DURATION_UNKNOWN,
                true);
    }

    /// Calls spread over the hours around noon; `spreadHours` decides how many days they touch.
    static List<CallRow> random(int count, long seed, int spreadHours) {
        Random random = new Random(seed);
        List<CallRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant at = NOON.plus((long) (random.nextDouble(-1, 1) * spreadHours * 3.6e9), ChronoUnit.MICROS);
            rows.add(random.nextInt(20) == 0 ? unknown(at) : known(at, i, random));
        }
        return rows;
    }

    private static CallRow known(Instant at, int i, Random random) {
        String path = "/v1/orders/" + random.nextInt(50) + "?q=ä%20\"quoted\",\n" + "x".repeat(random.nextInt(40));
        return new CallRow(
                micros(at),
                "call-" + i,
                maybe("api" + random.nextInt(2), random),
                maybe(random.nextBoolean() ? "GET" : "POST", random),
                maybe(path, random),
                maybe("GET /v1/orders/{orderId}", random),
                maybe("e" + random.nextInt(9), random),
                random.nextInt(5) == 0 ? CallRow.STATUS_UNKNOWN : 200 + random.nextInt(300),
                maybe(ACTORS[random.nextInt(ACTORS.length)], random),
                maybe("user", random),
                maybe("key:" + random.nextInt(1000), random),
                maybe("2001:db8::" + Integer.toHexString(random.nextInt(99)), random),
                maybe("DE", random),
                random.nextInt(5) == 0 ? CallRow.ASN_UNKNOWN : random.nextLong(1L << 32),
                maybe("Mozilla/5.0 (日本語; 🦊)", random),
                maybe("device-" + random.nextInt(5), random),
                entities(random),
                random.nextInt(5) == 0 ? CallRow.BYTES_UNKNOWN : random.nextLong(1L << 40),
                random.nextInt(5) == 0 ? CallRow.BYTES_UNKNOWN : random.nextInt(9999),
                random.nextInt(5) == 0 ? CallRow.DURATION_UNKNOWN : random.nextDouble(-1, 1000),
                random.nextInt(10) == 0);
    }

    private static List<CallRow.Entity> entities(Random random) {
        return random.ints(random.nextInt(4), 0, 1000)
                .mapToObj(id -> new CallRow.Entity(
                        random.nextBoolean() ? "order" : "rechnung-€",
                        "R-" + id,
                        maybe(random.nextBoolean() ? "used" : "unexplained", random),
                        maybe("own", random)))
                .toList();
    }

    private static @Nullable String maybe(String value, Random random) {
        return random.nextInt(8) == 0 ? null : value;
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
