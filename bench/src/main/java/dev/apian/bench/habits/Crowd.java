// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import dev.apian.stage.profile.peers.Likeness;
import dev.apian.stage.profile.peers.Uses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/// Everybody's past at the beginning of a week, and how well what is done afterwards fits each of them.
///
/// Folders stand for endpoints. A folder that the actor used before has the chance of its own past; a first use has the
/// chance that the product's [Likeness] gives it. Hours have the chance of the actor's past, and weigh double, because
/// there are few of them. Several folders of one week depend on each other, so they weigh as the root of their number.
final class Crowd {

    private static final double HOURS_WEIGHT = 2;
    private static final double LIKENESS_MAX = 4;
    private static final double SHARE_MIN = 5e-4;
    private static final double CHANCE_OF_FIRST_USE_MAX = 0.5;
    private static final double HOUR_MIN = 0.005;
    private static final int DAY_HOURS = 24;

    private final NavigableMap<String, Past> pasts = new TreeMap<>();
    private final NavigableSet<String> known;
    private final List<String> folders;
    private final Map<String, Integer> places = new HashMap<>();
    private final Uses uses;
    private final Likeness likeness;
    private final Map<String, Double> shares = new HashMap<>();
    private final double[] hours = new double[DAY_HOURS];

    /// @param activeMin weeks with a change, from which on an actor is known well enough to be told from others
    Crowd(List<Week> weeks, int until, int activeMin) {
        NavigableSet<String> all = new TreeSet<>(List.of("/"));
        for (Week week : weeks) {
            if (week.number() < until) {
                pasts.computeIfAbsent(week.actor(), actor -> new Past(until)).add(week);
                all.addAll(week.folders().keySet());
            }
        }
        known = new TreeSet<>(pasts.keySet());
        known.removeIf(actor -> past(actor).active() < activeMin);
        folders = List.copyOf(all);
        for (int place = 0; place < folders.size(); place++) {
            places.put(folders.get(place), place);
        }
        List<int[]> rows = new ArrayList<>();
        pasts.values().forEach(past -> rows.add(row(past)));
        uses = Uses.of(rows, folders.size());
        likeness = Likeness.of(uses);
        for (String folder : folders) {
            shares.put(folder, meanOf(actor -> past(actor).share(folder)));
        }
        for (int hour = 0; hour < DAY_HOURS; hour++) {
            int at = hour;
            hours[hour] = (meanOf(actor -> past(actor).shareOfHour(at)) + HOUR_MIN) / (1 + DAY_HOURS * HOUR_MIN);
        }
    }

    /// Those with enough past, ascending.
    NavigableSet<String> known() {
        return known;
    }

    Past past(String actor) {
        Past past = pasts.get(actor);
        if (past == null) {
            throw new IllegalArgumentException("nothing is known of " + actor);
        }
        return past;
    }

    /// How well each week fits an actor: a logarithm, higher is better.
    double[] fits(String actor, List<Week> weeks) {
        Past past = past(actor);
        Likeness.Of like = likeness.of(row(past), Likeness.NO_GROUP);
        Map<String, Double> chances = new HashMap<>();
        return weeks.stream()
                .mapToDouble(week -> fit(week, past, like, chances))
                .toArray();
    }

    private double fit(Week week, Past past, Likeness.Of like, Map<String, Double> chances) {
        NavigableSet<String> touched = new TreeSet<>();
        week.folders().keySet().forEach(folder -> touched.add(nearestKnown(folder)));
        double ofFolders = 0;
        for (String folder : touched) {
            ofFolders +=
                    chances.computeIfAbsent(folder, name -> Math.log(past.chance(name, chanceOfFirstUse(name, like))));
        }
        double ofHours = 0;
        for (int hour : week.hours()) {
            ofHours += Math.log(past.chanceOfHour(hour, hours[hour]));
        }
        return ofFolders / Math.sqrt(touched.size())
                + HOURS_WEIGHT * ofHours / Math.sqrt(week.hours().size());
    }

    /// As often as others use it in a week, times how much liker it is to this actor than to anybody.
    private double chanceOfFirstUse(String folder, Likeness.Of like) {
        int place = place(folder);
        double popular = (uses.users(place) + 0.5) / (uses.actors() + 1);
        double liker = like.score(place) - Math.log(popular / (1 - popular));
        double share = shares.getOrDefault(folder, 0.0) + SHARE_MIN;
        return Math.min(CHANCE_OF_FIRST_USE_MAX, share * Math.exp(Math.clamp(liker, -LIKENESS_MAX, LIKENESS_MAX)));
    }

    private String nearestKnown(String folder) {
        String nearest = folder;
        while (!places.containsKey(nearest)) {
            nearest = Week.folder(nearest);
        }
        return nearest;
    }

    private int[] row(Past past) {
        return past.folders().stream().mapToInt(this::place).sorted().toArray();
    }

    private int place(String folder) {
        return places.getOrDefault(folder, 0);
    }

    private double meanOf(ToDoubleFunction<String> measure) {
        return known.stream().mapToDouble(measure).sum() / Math.max(1, known.size());
    }
}
