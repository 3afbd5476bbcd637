// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.world;

import dev.apian.reportcard.score.Nominal;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds the probabilities that profiles give to counts of calls in an hour against how often such counts happen: of
/// all hours with a probability of 1 in 10,000 or less there should be 1 in 10,000.
///
/// It means something in a world without attacks only.
final class Windows {

    private static final double[] PROMISES = {1e-3, 1e-4, 1e-5};
    private static final double[] RATES = {1, 3, 10, 30};
    private static final int ENTRIES_MAX = 2_000_000;

    private final Map<Key, Window> open = new HashMap<>();
    private final Map<String, long[]> counts = new TreeMap<>();

    void see(Identified call, Profile profile) {
        Profile.Recent recent = profile.calls(Scale.HOUR);
        if (!(recent.usual() instanceof Usual.Known known) || known.ofPeers()) {
            return;
        }
        long hour = Math.floorDiv(call.micros(), Scale.HOUR.micros());
        Key key = new Key(call.actor().key(), call.endpoint().id());
        Window window = open.get(key);
        if (window != null && window.hour != hour) {
            close(window);
        }
        if (window != null || open.size() < ENTRIES_MAX) {
            open.put(
                    key,
                    new Window(
                            hour, recent.observed(), known, call.actor().kind().label()));
        }
    }

    private void close(Window window) {
        double probability = window.usual.probabilityOf(window.observed);
        long[] row = counts.computeIfAbsent(
                window.kind + "\n" + bucket(window.usual.expected()), _ -> new long[1 + PROMISES.length]);
        row[0]++;
        for (int i = 0; i < PROMISES.length; i++) {
            row[i + 1] += probability <= PROMISES[i] ? 1 : 0;
        }
    }

    private static String bucket(double expected) {
        for (int i = 0; i < RATES.length; i++) {
            if (expected < RATES[i]) {
                return i == 0 ? "under 1 an hour" : "%.0f to %.0f an hour".formatted(RATES[i - 1], RATES[i]);
            }
        }
        return "over 30 an hour";
    }

    /// The world is over.
    List<Nominal> end() {
        open.values().forEach(this::close);
        open.clear();
        List<Nominal> rows = new ArrayList<>();
        counts.forEach((name, row) -> {
            String[] parts = name.split("\n", -1);
            for (int i = 0; i < PROMISES.length; i++) {
                rows.add(new Nominal(parts[1], parts[0], PROMISES[i], row[0], row[i + 1]));
            }
        });
        return rows;
    }

    private record Key(long actor, long endpoint) {}

    /// @param observed calls so far
    private record Window(long hour, long observed, Usual.Known usual, String kind) {}
}
