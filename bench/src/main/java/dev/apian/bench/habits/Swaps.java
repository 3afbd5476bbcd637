// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The futures of any two actors exchanged, once a quarter.
///
/// Each week of the 12 after the exchange is held against the past that it would have under either name, and against
/// its own; nothing is learned meanwhile. Nothing is drawn by lot: each pair of actors with enough past is a swap.
final class Swaps {

    private static final int QUARTER_WEEKS = 13;
    private static final int AHEAD_WEEKS = 12;
    private static final int FIRST_WEEKS = 26;

    /// Weeks with a change that make a past.
    private static final int ACTIVE_MIN = 8;

    /// How sharply the best of the others counts: 0 is their mean, infinity the best one alone.
    private static final double SHARPNESS = 0.5;

    private Swaps() {}

    /// How the oddness of a week is told.
    enum By {
        COSINE_OF_FOLDERS,
        COSINE_OF_FILES,
        HABITS
    }

    static Map<By, Scores> of(List<Week> weeks) {
        Map<By, Scores> scores = new EnumMap<>(By.class);
        int first = weeks.stream().mapToInt(Week::number).min().orElseThrow();
        int last = weeks.stream().mapToInt(Week::number).max().orElseThrow();
        for (int at = first + FIRST_WEEKS; at < last; at += QUARTER_WEEKS) {
            swap(weeks, at, scores);
        }
        return scores;
    }

    private static void swap(List<Week> weeks, int at, Map<By, Scores> scores) {
        Crowd crowd = new Crowd(weeks, at, ACTIVE_MIN);
        List<Week> future = weeks.stream()
                .filter(week -> week.number() >= at && week.number() < at + AHEAD_WEEKS)
                .filter(week -> crowd.known().contains(week.actor()))
                .toList();
        NavigableSet<String> actors = new TreeSet<>();
        future.forEach(week -> actors.add(week.actor()));
        if (actors.size() < 2) {
            return;
        }
        NavigableMap<String, double[]> fits = new TreeMap<>();
        actors.forEach(actor -> fits.put(actor, crowd.fits(actor, future)));
        for (String name : actors) {
            Past past = crowd.past(name);
            for (int i = 0; i < future.size(); i++) {
                Week week = future.get(i);
                boolean swapped = !week.actor().equals(name);
                add(scores, By.COSINE_OF_FOLDERS, swapped, past.cosineByFolder(week));
                add(scores, By.COSINE_OF_FILES, swapped, past.cosineByFile(week));
                add(scores, By.HABITS, swapped, odd(name, i, fits));
            }
        }
    }

    /// By how much somebody else fits better than the one whose name it is.
    private static double odd(String name, int week, NavigableMap<String, double[]> fits) {
        double own = 0;
        double others = 0;
        for (Map.Entry<String, double[]> entry : fits.entrySet()) {
            double fit = entry.getValue()[week];
            if (entry.getKey().equals(name)) {
                own = fit;
            } else {
                others += Math.exp(SHARPNESS * fit) / (fits.size() - 1);
            }
        }
        return Math.log(others) / SHARPNESS - own;
    }

    private static void add(Map<By, Scores> scores, By by, boolean swapped, double score) {
        scores.computeIfAbsent(by, any -> new Scores()).add(swapped, score);
    }
}
