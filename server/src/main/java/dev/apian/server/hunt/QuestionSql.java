// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A [Question] as a statement that people can read, change and keep. Words of people are in it as quoted texts only.
final class QuestionSql {

    private static final String SINCE = "time > (SELECT max(time) FROM calls) - INTERVAL %d DAYS";

    private final Question question;

    private QuestionSql(Question question) {
        this.question = question;
    }

    static String of(Question question) {
        return new QuestionSql(question).statement();
    }

    private String statement() {
        Measure measure = question.measure();
        boolean entities = measure == Measure.ENTITIES;
        String calls = entities ? "count(DISTINCT call_id)" : "count(*)";
        String count = measure == Measure.CALLS ? "" : "f.%s, ".formatted(measure.label());
        String counted = measure == Measure.CALLS ? "" : "%s AS %s, ".formatted(measure.sql, measure.label());
        return """
                -- %s
                WITH found AS (
                  SELECT actor, %s%s AS calls,
                         min(time) AS first_seen, max(time) AS last_seen
                  FROM %s
                  WHERE %s
                  GROUP BY actor
                  HAVING %s > %d
                )
                SELECT f.actor, a.name, a.kind, %sf.calls, f.first_seen, f.last_seen
                FROM found f LEFT JOIN actors a ON a.actor = f.actor
                ORDER BY f.%s DESC, f.actor""".formatted(
                        Wording.of(question),
                        counted,
                        calls,
                        entities ? "accesses" : "calls",
                        String.join("\n    AND ", conditions(entities)),
                        measure.sql,
                        question.moreThan(),
                        count,
                        measure.label());
    }

    private List<String> conditions(boolean overAccesses) {
        List<String> all = new ArrayList<>(List.of(SINCE.formatted(question.days()), "actor IS NOT NULL"));
        if (overAccesses) {
            all.addAll(ofEntities());
        } else if (question.isAboutEntities()) {
            all.add(among("accesses", ofEntities()));
        }
        if (question.endpoint() != null) {
            all.add("contains(lower(endpoint), lower(%s))".formatted(text(question.endpoint())));
        }
        addIs(all, "method", question.method());
        if (question.statusClass() > 0) {
            all.add("status BETWEEN %1$d00 AND %1$d99".formatted(question.statusClass()));
        }
        List<String> ofCalls = ofCalls();
        if (overAccesses && !ofCalls.isEmpty()) {
            all.add(among("calls", ofCalls));
        } else {
            all.addAll(ofCalls);
        }
        if (question.sensitivity() != null) {
            String table = overAccesses ? "accesses" : "calls";
            all.add("""
                    EXISTS (FROM endpoints e WHERE e.endpoint = %1$s.endpoint AND e.host IS NOT DISTINCT FROM %1$s.host
                                AND %2$s)""".formatted(table, in("e.sensitivity", question.sensitivities())));
        }
        return all;
    }

    private List<String> ofEntities() {
        List<String> conditions = new ArrayList<>();
        addIs(conditions, "entity_type", question.entityType());
        if (!question.how().isEmpty()) {
            conditions.add(in("how", question.how()));
        }
        if (!question.whose().isEmpty()) {
            conditions.add(in("whose", question.whose()));
        }
        return conditions;
    }

    /// What only `calls` tells.
    private List<String> ofCalls() {
        List<String> conditions = new ArrayList<>();
        addIs(conditions, "actor_kind", question.actorKind());
        addIs(conditions, "country", question.country());
        return conditions;
    }

    private String among(String table, List<String> conditions) {
        return "call_id IN (SELECT call_id FROM %s\n                WHERE %s AND %s)"
                .formatted(table, SINCE.formatted(question.days()), String.join(" AND ", conditions));
    }

    private static void addIs(List<String> conditions, String column, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = " + text(value));
        }
    }

    private static String in(String column, List<String> values) {
        return values.size() == 1
                ? column + " = " + text(values.getFirst())
                : column + values.stream().map(QuestionSql::text).collect(Collectors.joining(", ", " IN (", ")"));
    }

    /// A text as SQL: a quote in it is doubled, and nothing else has a meaning there.
    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
