// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.audit;

import dev.apian.reportcard.rival.TrueCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Looks for shortcuts: single numbers that tell a world's attacks from everything harmless.
///
/// A benchmark whose attacks stand out in one number measures nothing. Of every actor's day it keeps one small vector.
public final class Shortcuts {

    private static final int ACTORS_MAX = 50_000;
    private static final int ACTOR_DAYS_MAX = 2_000_000;

    private final Map<String, Habits> habits = new HashMap<>();
    private final Map<String, ActorDay> today = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private long day = Long.MIN_VALUE;
    private long leftOut;

    /// Takes the next call in the order of time; one that comes after midnight but belongs to the day before counts
    /// for the new day.
    public void see(TrueCall call) {
        var now = Math.floorDiv(call.micros(), ActorDay.DAY_MICROS);
        if (now > day) {
            finishDay();
            day = now;
        }
        if (habits.size() >= ACTORS_MAX && !habits.containsKey(call.actor())) {
            leftOut++;
            return;
        }
        var known = habits.computeIfAbsent(call.actor(), actor -> new Habits());
        today.computeIfAbsent(call.actor(), actor -> new ActorDay()).add(call, known);
    }

    /// The world is over: the best shortcut of every label, in the order of the labels.
    ///
    /// @param labelOf gives kind and tactics of an attack's id
    public List<Shortcut> end(UnaryOperator<String> labelOf) {
        finishDay();
        var rolesByLabel = rolesByLabel(labelOf);
        var best = new TreeMap<String, Shortcut>();
        for (var i = 0; i < Feature.ALL.size(); i++) {
            var title = Feature.ALL.get(i).title();
            var ranking = new Ranking(column(i));
            rolesByLabel.forEach((label, roles) -> List.of(true, false).forEach(high -> {
                var precision = ranking.averagePrecision(roles, high);
                best.merge(label, shortcut(label, title, high, precision, roles), Shortcuts::better);
            }));
        }
        return List.copyOf(best.values());
    }

    /// Calls of actors beyond the bound on actors, and actor-days beyond theirs.
    public long leftOut() {
        return leftOut;
    }

    private void finishDay() {
        today.values().forEach(actorDay -> {
            if (rows.size() < ACTOR_DAYS_MAX) {
                rows.add(new Row(Feature.all(actorDay), Set.copyOf(actorDay.attacks)));
            } else {
                leftOut++;
            }
        });
        today.clear();
    }

    private Map<String, Ranking.Role[]> rolesByLabel(UnaryOperator<String> labelOf) {
        var rolesByLabel = new TreeMap<String, Ranking.Role[]>();
        for (var i = 0; i < rows.size(); i++) {
            for (var attack : rows.get(i).attacks) {
                rolesByLabel.computeIfAbsent(labelOf.apply(attack), label -> harmless())[i] = Ranking.Role.POSITIVE;
            }
        }
        return rolesByLabel;
    }

    private Ranking.Role[] harmless() {
        return rows.stream()
                .map(row -> row.attacks.isEmpty() ? Ranking.Role.NEGATIVE : Ranking.Role.LEFT_OUT)
                .toArray(Ranking.Role[]::new);
    }

    private float[] column(int feature) {
        var column = new float[rows.size()];
        for (var i = 0; i < column.length; i++) {
            column[i] = rows.get(i).values[feature];
        }
        return column;
    }

    private static Shortcut shortcut(String label, String title, boolean high, double precision, Ranking.Role[] roles) {
        var name = title + (high ? " (high)" : " (low)");
        return new Shortcut(
                label, name, precision, count(roles, Ranking.Role.POSITIVE), count(roles, Ranking.Role.NEGATIVE));
    }

    private static int count(Ranking.Role[] roles, Ranking.Role role) {
        var count = 0;
        for (var each : roles) {
            count += each == role ? 1 : 0;
        }
        return count;
    }

    /// The first of two that are as good.
    private static Shortcut better(Shortcut one, Shortcut other) {
        return other.averagePrecision() > one.averagePrecision() ? other : one;
    }

    private static final class Row {
        private final float[] values;
        private final Set<String> attacks;

        Row(float[] values, Set<String> attacks) {
            this.values = values;
            this.attacks = attacks;
        }
    }
}
