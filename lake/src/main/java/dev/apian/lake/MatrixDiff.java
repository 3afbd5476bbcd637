// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/// What changed in the table `matrix` from one week to another: rows that are new, gone, or of many more or fewer
/// calls.
///
/// @param from   the Monday of the week before
/// @param to     the Monday of the week after
/// @param factor by which calls must have changed, above 1
public record MatrixDiff(LocalDate from, LocalDate to, double factor) {

    public static final double FACTOR_USUAL = 3;

    /// What any other factor finds is among what this finds.
    public static final double FACTOR_LEAST = 2;

    /// A row that has fewer calls in both weeks has not changed, whatever the factor.
    public static final int CALLS_MIN = 10;

    /// What is new first, then the most calls.
    public static final String ORDER =
            "ORDER BY list_position(['new', 'more', 'less', 'gone'], change), greatest(calls, calls_before) DESC,"
                    + " actor, endpoint, host, entity_type, whose";

    public MatrixDiff {
        from = mondayOf(from);
        to = mondayOf(to);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "the week of %s is not before that of %s; give the earlier week first".formatted(from, to));
        }
        if (!(factor > 1)) {
            throw new IllegalArgumentException("factor=%s, expected a number above 1".formatted(factor));
        }
    }

    /// The last two weeks that had ended when the last call was made.
    public static MatrixDiff ofLastWeeks(Instant lastCall, double factor) {
        LocalDate running = mondayOf(LocalDate.ofInstant(lastCall, ZoneOffset.UTC));
        return new MatrixDiff(running.minusWeeks(2), running.minusWeeks(1), factor);
    }

    public static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// A query over rows like those of [#sql] by a factor no larger than this.
    public String among(String table) {
        return """
                SELECT * FROM %s
                WHERE change IN ('new', 'gone') OR greatest(calls, calls_before) > %s * least(calls, calls_before)
                """.formatted(table, number());
    }

    private String number() {
        return String.format(Locale.ROOT, "%.3f", factor);
    }

    /// A query without an order; [#ORDER] is the usual one.
    public String sql() {
        return """
                WITH weeks AS (
                    SELECT actor, "name", endpoint, host, method, entity_type, whose,
                           coalesce(any_value(calls) FILTER (WHERE week = DATE '%1$s'), 0) AS calls_before,
                           coalesce(any_value(calls) FILTER (WHERE week = DATE '%2$s'), 0) AS calls,
                           coalesce(any_value(refused) FILTER (WHERE week = DATE '%1$s'), 0) AS refused_before,
                           coalesce(any_value(refused) FILTER (WHERE week = DATE '%2$s'), 0) AS refused,
                           coalesce(any_value(entities) FILTER (WHERE week = DATE '%1$s'), 0) AS entities_before,
                           coalesce(any_value(entities) FILTER (WHERE week = DATE '%2$s'), 0) AS entities
                    FROM matrix WHERE week IN (DATE '%1$s', DATE '%2$s')
                    GROUP BY actor, "name", endpoint, host, method, entity_type, whose),
                changes AS (
                    SELECT *, sum(calls_before) OVER (PARTITION BY actor) = 0 AS actor_is_new,
                           CASE WHEN calls_before = 0 THEN 'new' WHEN calls = 0 THEN 'gone'
                                WHEN calls > calls_before THEN 'more' ELSE 'less' END AS change
                    FROM weeks)
                SELECT change, actor, "name", actor_is_new, endpoint, host, method, entity_type, whose, calls_before,
                       calls, refused_before, refused, entities_before, entities
                FROM changes
                WHERE change IN ('new', 'gone')
                      OR (greatest(calls, calls_before) >= %3$d
                          AND greatest(calls, calls_before) > %4$s * least(calls, calls_before))
                """.formatted(from, to, CALLS_MIN, number());
    }
}
