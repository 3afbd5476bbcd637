// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.api;

import dev.apian.stage.signal.detector.ForeignEntity;
import dev.apian.stage.signal.detector.PermissionViolation;
import dev.apian.stage.signal.detector.SensitiveFirstUse;
import dev.apian.stage.signal.detector.UnseenEntities;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How far learning got: the days of history there are against the days that something needs. It speaks of the whole
/// installation; an actor or an endpoint that is new takes as long from its own first day on.
final class Learning {

    /// What is usual at an hour of the day is told from the same hour of so many days.
    private static final Duration HOURS_OF_DAYS = Duration.ofDays(3);

    /// A place becomes familiar, and an application's machines settle, within a week.
    private static final Duration PLACES = Duration.ofDays(7);

    /// @param what what is learned, as the subject of 'takes 3 days'
    private record Lesson(String what, Duration needs, List<String> scenarios) {}

    private static final List<Lesson> LESSONS = List.of(
            new Lesson(
                    "What an actor was shown before, at other tenants",
                    ForeignEntity.Limits.DEFAULT.ageMin(),
                    List.of("foreign-entity")),
            new Lesson(
                    "What an actor was shown before",
                    UnseenEntities.Limits.DEFAULT.ageMin(),
                    List.of("unseen-entities")),
            new Lesson(
                    "How much is usual at an hour of the day",
                    HOURS_OF_DAYS,
                    List.of("volume-surge", "tenfold-rise", "unusual-yield")),
            new Lesson(
                    "Which endpoints belong to whose work",
                    PermissionViolation.Limits.DEFAULT.ageMin(),
                    List.of("permission-violation")),
            new Lesson(
                    "Which sensitive endpoints somebody uses",
                    SensitiveFirstUse.Limits.DEFAULT.ageMin(),
                    List.of("sensitive-first-use")),
            new Lesson(
                    "From which places and machines credentials are used",
                    PLACES,
                    List.of("impossible-travel", "new-deployment", "token-sharing")));

    private Learning() {}

    /// @param since the first call; null while there is none
    static ObjectNode of(@Nullable Instant since, @Nullable Instant reached) {
        Duration history = since == null || reached == null ? Duration.ZERO : Duration.between(since, reached);
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("since", since == null ? null : since.toString());
        out.put("days", days(history));
        ArrayNode items = out.putArray("items");
        for (Lesson lesson : LESSONS) {
            Duration left = lesson.needs().minus(history);
            ObjectNode item = items.addObject();
            item.put("what", lesson.what());
            item.put("days_needed", days(lesson.needs()));
            item.put("days_left", left.isNegative() ? 0 : days(left));
            ArrayNode scenarios = item.putArray("scenarios");
            lesson.scenarios().forEach(scenarios::add);
        }
        return out;
    }

    /// With one decimal.
    static double days(Duration length) {
        return Math.round(length.toMinutes() / 144.0) / 10.0;
    }
}
