// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// What is measured of every history, by name, in the order of the table.
public final class Statistics {

    private static final int ACTS_MIN = 30;
    private static final double TAIL = 0.05;

    private Statistics() {}

    /// Numbers without a unit; what the history is too small for is not a number.
    public static SequencedMap<String, Double> of(History history) {
        var actors = history.acts();
        var items = history.items();
        var values = new LinkedHashMap<String, Double>();
        values.put(
                "burstiness of an actor, median",
                median(actors, acts -> Gaps.of(acts).burstiness()));
        values.put(
                "memory of an actor, median",
                median(actors, acts -> Gaps.of(acts).memory()));
        values.put("tail exponent of gaps (Hill, upper 5 %)", Fit.hill(gaps(actors), TAIL));
        values.put("Zipf exponent of actors, ranks 1-100", Popularity.zipf(activity(actors)));
        values.put("Zipf exponent of items, ranks 1-100", Popularity.zipf(Popularity.counts(items)));
        values.put("Heaps exponent of items", Popularity.heaps(items));
        for (var reached : List.of(10, 100, 1_000)) {
            values.put("first accesses by access " + reached, FirstAccess.share(actors, reached));
        }
        values.put("hour-of-day concentration, median", median(actors, Gaps::hourConcentration));
        return values;
    }

    /// Over actors with enough acts at different seconds.
    private static double median(List<History.Acts> actors, ToDoubleFunction<History.Acts> of) {
        return Fit.median(actors.stream()
                .filter(acts -> acts.micros().length >= ACTS_MIN)
                .filter(acts -> Gaps.of(acts).seconds().length >= ACTS_MIN - 1)
                .mapToDouble(of)
                .toArray());
    }

    private static long[] gaps(List<History.Acts> actors) {
        return actors.stream()
                .flatMapToLong(acts -> LongStream.of(Gaps.of(acts).seconds()))
                .toArray();
    }

    private static int[] activity(List<History.Acts> actors) {
        return actors.stream().mapToInt(acts -> acts.micros().length).toArray();
    }
}
