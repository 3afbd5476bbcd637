// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apian.bench.ThirtyDays;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// What the console asks, page by page, each time about somebody or something else.
final class Visits {

    /// The first few make a hundred thousand calls each, the ordinary some hundred, the last two dozen.
    private static final int BUSY = 6;

    private final Platform platform;

    Visits(Platform platform) {
        this.platform = platform;
    }

    /// One question of a page.
    record Question(String page, String what, Function<Random, String> path) {}

    List<Question> all() {
        return List.of(
                fixed("home", "overview", "overview"),
                fixed("home", "coverage", "coverage"),
                fixed("home", "notices", "notices"),
                fixed("alerts", "open, by risk", "alerts?status=open&status=investigating"),
                fixed("alerts", "searched", "alerts?q=consumer-1&sort=newest"),
                asked("alert", "itself", random -> "alerts/al-" + alerted(random)),
                asked("alert", "its calls", random -> "alerts/al-" + alerted(random) + "/calls"),
                asked("alert", "its series", random -> "alerts/al-" + alerted(random) + "/series"),
                fixed("actors", "by calls", "actors"),
                fixed("actors", "by last seen", "actors?sort=last_seen"),
                fixed("actors", "by first seen", "actors?sort=first_seen"),
                fixed("actors", "by risk", "actors?sort=risk"),
                fixed("actors", "of a kind", "actors?kind=service"),
                asked("actors", "searched", random -> "actors?limit=8&q=consumer-" + ordinary(random)),
                asked("actor", "busy", random -> "actors/" + Platform.actor(random.nextInt(BUSY))),
                asked("actor", "ordinary", random -> "actors/" + Platform.actor(ordinary(random))),
                asked("actor", "quiet", random -> "actors/" + Platform.actor(quiet(random))),
                asked("actor", "baseline", random -> "actors/" + Platform.actor(ordinary(random)) + "/baseline"),
                fixed("endpoints", "inventory", "inventory"),
                fixed("endpoints", "by calls", "endpoints?limit=100"),
                fixed("endpoints", "open, by data", "endpoints?limit=100&posture=open&sort=data"),
                fixed("endpoints", "searched", "endpoints?limit=100&q=thingb"),
                asked("endpoint", "busy", random -> "endpoints/" + endpoint(Platform.used(random.nextInt(BUSY), 0))),
                asked("endpoint", "any", random -> "endpoints/" + endpoint(used(random))),
                fixed("entities", "by calls", "entities"),
                asked("entities", "of a type", random -> "entities?type=" + Platform.type(used(random))),
                asked("entities", "searched, an id", random -> "entities?q=" + Platform.own(ordinary(random), 1)),
                asked(
                        "entities",
                        "searched, a part",
                        random -> "entities?q="
                                + Platform.own(ordinary(random), 1).substring(1)),
                asked("entity", "one actor's", this::ownThing),
                asked(
                        "entity",
                        "everybody's",
                        random -> "entities/" + Platform.type(used(random)) + "/p" + random.nextInt(10)),
                fixed("entity types", "all", "entity-types"),
                asked("entity types", "process", random -> "entity-types/" + Platform.type(used(random)) + "/process"),
                fixed("explained", "all", "explained"),
                fixed("matrix", "all weeks", "matrix"),
                fixed("matrix", "one week", "matrix?week=2026-10-12"),
                asked("matrix", "of an actor", random -> "matrix?actor=" + Platform.actor(ordinary(random))),
                asked("matrix", "of an endpoint", random -> "matrix?endpoint=" + endpoint(used(random))),
                fixed("matrix", "changes", "matrix/diff?factor=3"),
                fixed("calls", "latest", "calls"),
                asked("calls", "of an actor", random -> "calls?actor=" + Platform.actor(ordinary(random))),
                asked("calls", "of an endpoint", random -> "calls?endpoint=" + endpoint(used(random))),
                fixed("calls", "of a status", "calls?status=500"),
                fixed("calls", "of a country", "calls?country=FR"),
                fixed("calls", "of a network", "calls?asn=AS64500"),
                asked("calls", "in an hour", Visits::hour),
                fixed("scenarios", "all", "scenarios"));
    }

    private static Question fixed(String page, String what, String path) {
        return new Question(page, what, random -> path);
    }

    private static Question asked(String page, String what, Function<Random, String> path) {
        return new Question(page, what, path);
    }

    private int alerted(Random random) {
        List<Integer> all = platform.alerted().keySet().stream().sorted().toList();
        return all.get(random.nextInt(all.size()));
    }

    private int ordinary(Random random) {
        return platform.actors() / 100 + random.nextInt(platform.actors() / 100);
    }

    private int quiet(Random random) {
        return platform.actors() - 1 - random.nextInt(platform.actors() / 10);
    }

    private int used(Random random) {
        return Platform.used(ordinary(random), random.nextInt(3));
    }

    private String endpoint(int number) {
        String text = platform.endpoint(number) + "\n" + Platform.host(number);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String ownThing(Random random) {
        int actor = ordinary(random);
        return "entities/" + Platform.type(Platform.used(actor, 0)) + "/" + Platform.own(actor, random.nextInt(6));
    }

    private static String hour(Random random) {
        var from = ThirtyDays.START.plus(random.nextInt(29 * 24), ChronoUnit.HOURS);
        return "calls?from=%s&to=%s".formatted(from, from.plus(1, ChronoUnit.HOURS));
    }
}
