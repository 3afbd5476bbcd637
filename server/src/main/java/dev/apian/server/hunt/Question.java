// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import dev.apian.server.http.Parameters;
import dev.apian.server.http.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A question about actors, asked without SQL: who did more than so much of something, under some conditions, in the
/// last days. A condition that is null or empty is none.
///
/// @param days        counted back from the last call there is
/// @param statusClass 2 for 200 to 299, and so on; 0 for all
/// @param endpoint    a part of its name, in any case
record Question(
        Measure measure,
        long moreThan,
        int days,
        @Nullable String entityType,
        List<String> how,
        List<String> whose,
        @Nullable String endpoint,
        @Nullable String method,
        int statusClass,
        @Nullable String sensitivity,
        @Nullable String actorKind,
        @Nullable String country) {

    static final int DAYS_MAX = 366;
    static final List<String> HOWS =
            List.of("created", "shown", "used", "tenant", "parent", "public", "peers", "unexplained");
    static final List<String> SIDES = List.of("own", "tenant", "other", "shared", "public", "unknown");
    static final List<String> KINDS = List.of("user", "service", "application", "anonymous");

    private static final List<String> SENSITIVITIES = List.of("high", "medium", "low");
    private static final List<String> STATUSES = List.of("2xx", "3xx", "4xx", "5xx");

    Question {
        how = List.copyOf(how);
        whose = List.copyOf(whose);
        for (String words : Arrays.asList(entityType, endpoint, method, country)) {
            if (words != null && words.chars().anyMatch(Character::isISOControl)) {
                throw Problem.badParameter("a condition holds a line break or another control character; leave it out");
            }
        }
    }

    static Question of(Parameters asked) {
        asked.allowOnly(
                "measure",
                "more_than",
                "days",
                "entity_type",
                "how",
                "whose",
                "endpoint",
                "method",
                "status",
                "sensitivity",
                "actor_kind",
                "country");
        String[] measures = Arrays.stream(Measure.values()).map(Measure::label).toArray(String[]::new);
        return new Question(
                Measure.valueOf(asked.choice("measure", measures).toUpperCase(Locale.ROOT)),
                asked.integer("more_than", 0, Integer.MAX_VALUE, 0),
                asked.integer("days", 1, DAYS_MAX, 7),
                asked.text("entity_type"),
                asked.choices("how", HOWS),
                asked.choices("whose", SIDES),
                asked.text("endpoint"),
                upper(asked.text("method")),
                statusClass(one(asked, "status", STATUSES)),
                one(asked, "sensitivity", SENSITIVITIES),
                one(asked, "actor_kind", KINDS),
                upper(asked.text("country")));
    }

    /// Sensitivities from this one up.
    List<String> sensitivities() {
        return sensitivity == null ? List.of() : SENSITIVITIES.subList(0, SENSITIVITIES.indexOf(sensitivity) + 1);
    }

    /// Whether it matters which entities a call names.
    boolean isAboutEntities() {
        return measure == Measure.ENTITIES || entityType != null || !how.isEmpty() || !whose.isEmpty();
    }

    private static @Nullable String one(Parameters asked, String name, List<String> choices) {
        return asked.text(name) == null ? null : asked.choice(name, choices.toArray(String[]::new));
    }

    private static int statusClass(@Nullable String status) {
        return status == null ? 0 : STATUSES.indexOf(status) + 2;
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
