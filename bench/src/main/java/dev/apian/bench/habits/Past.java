// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// What an actor did before a week.
final class Past {

    /// Weeks after which a week weighs half.
    private static final double HALF_LIFE_WEEKS = 26;

    private static final int DAY_HOURS = 24;

    /// An hour lends a quarter of its weight to each neighbour.
    private static final double LENT = 0.25;

    /// Weeks that an actor is taken to have spent as its peers do.
    private static final double PRIOR_WEEKS = 3;

    /// Hours that an actor is taken to have worked as everybody does.
    private static final double PRIOR_HOURS = 10;

    private final int until;
    private int active;
    private double weeks;
    private double hours;
    private final Map<String, Double> used = new HashMap<>();
    private final double[] at = new double[DAY_HOURS];
    private final Map<String, Double> changesByFolder = new HashMap<>();
    private final Map<String, Double> changesByFile = new HashMap<>();

    /// @param until the week of which the past is
    Past(int until) {
        this.until = until;
    }

    void add(Week week) {
        double weight = Math.pow(0.5, (until - 1 - week.number()) / HALF_LIFE_WEEKS);
        active++;
        weeks += weight;
        hours += weight * week.hours().size();
        week.hours().forEach(hour -> at[hour] += weight);
        week.folders().forEach((folder, changes) -> {
            used.merge(folder, weight, Double::sum);
            changesByFolder.merge(folder, (double) changes, Double::sum);
        });
        week.changes().forEach((file, changes) -> changesByFile.merge(file, (double) changes, Double::sum));
    }

    /// Weeks with a change.
    int active() {
        return active;
    }

    NavigableSet<String> folders() {
        return new TreeSet<>(used.keySet());
    }

    /// In which share of its weeks a folder was used.
    double share(String folder) {
        return used.getOrDefault(folder, 0.0) / (weeks + 0.5);
    }

    /// Which share of its hours was this one.
    double shareOfHour(int hour) {
        return at[hour] / Math.max(1, hours);
    }

    /// Chance that a folder is used in a week.
    ///
    /// @param ofPeers the chance if nothing were known of the actor but who is like it
    double chance(String folder, double ofPeers) {
        return (used.getOrDefault(folder, 0.0) + PRIOR_WEEKS * ofPeers) / (weeks + PRIOR_WEEKS);
    }

    /// Chance that an hour of activity is this one.
    double chanceOfHour(int hour, double ofEverybody) {
        double smooth = (1 - 2 * LENT) * at[hour]
                + LENT * (at[(hour + 1) % DAY_HOURS] + at[(hour + DAY_HOURS - 1) % DAY_HOURS]);
        return (smooth + PRIOR_HOURS * ofEverybody) / (hours + PRIOR_HOURS);
    }

    /// The rival: one minus the cosine between what was changed in the week and in the past, by folder.
    double cosineByFolder(Week week) {
        return distance(week.folders(), changesByFolder);
    }

    /// The same by file.
    double cosineByFile(Week week) {
        return distance(week.changes(), changesByFile);
    }

    private static double distance(Map<String, Integer> week, Map<String, Double> past) {
        double dot = 0;
        double squares = 0;
        for (Map.Entry<String, Integer> entry : week.entrySet()) {
            dot += entry.getValue() * past.getOrDefault(entry.getKey(), 0.0);
            squares += (double) entry.getValue() * entry.getValue();
        }
        double squaresOfPast = past.values().stream()
                .sorted()
                .mapToDouble(value -> value * value)
                .sum();
        return 1 - dot / Math.sqrt(squares * squaresOfPast);
    }
}
