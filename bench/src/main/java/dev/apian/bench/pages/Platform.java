// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.pages;

import dev.apian.lake.CallRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A large business: many consumers of a heavy tail, thousands of endpoints of which each uses a few, things that
/// mostly belong to one consumer, and some that all look at.
final class Platform {

    static final int ENDPOINTS = 4_000;
    static final int TYPES = 60;
    static final List<String> KINDS = List.of("user", "user", "user", "user", "application", "service");

    private static final int HOSTS = 5;
    private static final int GROUPS = 500;
    private static final int USED_MAX = 12;
    private static final int SHARED_THINGS = 10_000;
    private static final int AGENTS = 300;
    private static final int NETWORKS = 2_000;
    private static final List<String> COUNTRIES = List.of("DE", "FR", "US", "GB", "NL", "ES", "IT", "PL", "IN", "BR");

    /// With it the first of a million makes a five-hundredth of all calls, the last one in two million.
    private static final double TAIL = 2.22;

    private static final int ALERTS = 300;
    private static final int ALERT_CALLS_MAX = 30;

    private final int actors;
    private final String[] endpoints = new String[ENDPOINTS];
    private final Map<Integer, List<CallRow>> alerted = new HashMap<>();

    /// @param actors of whom the first are the busiest
    Platform(int actors) {
        this.actors = actors;
        for (int i = 0; i < ENDPOINTS; i++) {
            String type = type(i);
            String path = "/v%d/%ss/{%sId}/%s".formatted(i % 3, type, type, "part" + i / TYPES);
            endpoints[i] = (i % 4 == 3 ? "POST " : "GET ") + path;
        }
        for (int i = 0; i < ALERTS; i++) {
            alerted.put((int) (Math.pow((i + 0.5) / ALERTS, TAIL) * actors), new ArrayList<>());
        }
    }

    int actors() {
        return actors;
    }

    static String actor(int number) {
        return "a-%013x".formatted(number * 0x9E3779B97F4A7C15L >>> 12);
    }

    static String name(int number) {
        return "consumer-%d@%s.example".formatted(number, COUNTRIES.get(number % COUNTRIES.size()));
    }

    static String kind(int number) {
        return KINDS.get(number % KINDS.size());
    }

    static String type(int endpoint) {
        return "thing" + (char) ('a' + endpoint % TYPES % 26) + endpoint % TYPES / 26;
    }

    String endpoint(int number) {
        return endpoints[number];
    }

    static String host(int endpoint) {
        return "api%d.platform.example".formatted(endpoint % HOSTS);
    }

    /// One that an actor uses, the first far more than the last.
    static int used(int actor, int rank) {
        long mixed = (actor % GROUPS * 31L + rank) * 0x9E3779B97F4A7C15L >>> 11;
        double share = mixed / (double) (1L << 53);
        return (int) (share * share * ENDPOINTS);
    }

    /// A thing of an actor's own.
    static String own(int actor, int number) {
        return Long.toString(actor * 64L + number);
    }

    /// The calls that alerts name, by the number of the actor.
    Map<Integer, List<CallRow>> alerted() {
        return alerted;
    }

    CallRow call(long micros, Random random, long number) {
        int actor = (int) (Math.pow(random.nextDouble(), TAIL) * actors);
        double rank = random.nextDouble();
        int endpoint = used(actor, (int) (rank * rank * USED_MAX));
        boolean read = endpoint % 4 != 3;
        boolean shared = random.nextInt(20) == 0;
        double liked = random.nextDouble();
        String id = shared ? "p" + (int) (liked * liked * liked * SHARED_THINGS) : own(actor, random.nextInt(6));
        CallRow call = new CallRow(
                micros,
                Long.toHexString(random.nextLong()) + Long.toHexString(number),
                host(endpoint),
                read ? "GET" : "POST",
                "/v1/things/" + id,
                endpoints[endpoint],
                "e-" + endpoint,
                status(random, read),
                actor(actor),
                kind(actor),
                "api_key:" + actor,
                "10.%d.%d.%d".formatted(actor >> 8 & 255, actor & 255, random.nextInt(4)),
                COUNTRIES.get(actor % COUNTRIES.size()),
                64_496 + actor % NETWORKS,
                "Mozilla/5.0 (X11; Linux x86_64) rv:" + actor % AGENTS,
                actor % 3 == 0 ? "desktop" : "phone",
                random.nextInt(10) == 0
                        ? List.of()
                        : List.of(new CallRow.Entity(
                                type(endpoint), id, shared ? "public" : "used", shared ? "public" : "own")),
                random.nextInt(2_000),
                random.nextInt(50_000),
                random.nextInt(100_000) / 100.0,
                false);
        List<CallRow> told = alerted.get(actor);
        if (told != null && told.size() < ALERT_CALLS_MAX) {
            told.add(call);
        }
        return call;
    }

    private static int status(Random random, boolean read) {
        return switch (random.nextInt(100)) {
            case 0 -> 404;
            case 1 -> 403;
            case 2 -> random.nextInt(10) == 0 ? 500 : 200;
            default -> read ? 200 : 201;
        };
    }
}
