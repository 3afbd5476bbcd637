// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.usual;

import dev.apian.bench.identity.Table;
import dev.apian.stage.identity.Identified;
import dev.apian.stage.profile.Profile;
import dev.apian.stage.profile.Profile.Recent;
import dev.apian.stage.profile.Scale;
import dev.apian.stage.profile.Usual;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/// Holds the probabilities of counts against how often they happen, window by window, in a world without attacks.
final class Promises {

    static final double[] NOMINAL = {1e-2, 1e-3, 1e-4, 1e-5};
    private static final double[] RATES = {1.25, 1.5, 2, 3, 5, 9};

    private final Map<Key, Window> open = new HashMap<>();
    private final Map<String, long[]> rows = new TreeMap<>();
    private final long from;
    private final LongPredicate release;

    /// @param from    event time from which it counts
    /// @param release whether it is a release day
    Promises(long from, LongPredicate release) {
        this.from = from;
        this.release = release;
    }

    private record Key(long actor, long endpoint, Scale scale) {}

    private record Window(long number, long micros, long observed, Usual.Known usual, String kind) {}

    void see(Identified call, Profile profile) {
        for (Scale scale : new Scale[] {Scale.TEN_MINUTES, Scale.HOUR, Scale.DAY}) {
            Recent recent = profile.calls(scale);
            if (!(recent.usual() instanceof Usual.Known known)) {
                continue;
            }
            long number = Math.floorDiv(call.micros(), scale.micros());
            Key key = new Key(call.actor().key(), call.endpoint().id(), scale);
            Window window = open.put(
                    key,
                    new Window(
                            number,
                            call.micros(),
                            recent.observed(),
                            known,
                            call.actor().kind().label()));
            if (window != null && window.number != number) {
                close(scale, window);
            }
        }
    }

    void end() {
        open.forEach((key, window) -> close(key.scale, window));
        open.clear();
    }

    private void close(Scale scale, Window window) {
        if (window.micros < from) {
            return;
        }
        String day = release.test(window.micros) ? "release" : "calm";
        double probability = window.usual.probabilityOf(window.observed);
        String name = scale.name().toLowerCase(Locale.ROOT);
        count(name + " | all | all | " + day, probability);
        if (day.equals("calm")) {
            String who = window.kind + (window.usual.ofPeers() ? ", new here" : "");
            count(name + " | " + who + " | all | calm", probability);
            count(name + " | " + who + " | " + rate(window.usual.expected()) + " | calm", probability);
        }
    }

    private void count(String name, double probability) {
        long[] row = rows.computeIfAbsent(name, _ -> new long[1 + NOMINAL.length]);
        row[0]++;
        for (int i = 0; i < NOMINAL.length; i++) {
            row[i + 1] += probability <= NOMINAL[i] ? 1 : 0;
        }
    }

    private static String rate(double expected) {
        for (double edge : RATES) {
            if (expected < edge) {
                return "under %.2f".formatted(edge);
            }
        }
        return "over 9";
    }

    void addAll(Promises other) {
        other.rows.forEach((name, row) -> rows.merge(name, row.clone(), (a, b) -> {
            for (int i = 0; i < a.length; i++) {
                a[i] += b[i];
            }
            return a;
        }));
    }

    /// Happened over promised, and how often it happened, for each promise that should have come true five times.
    String table() {
        Table table = new Table("scale", "actors", "expected calls", "day", "windows", "1e-2", "1e-3", "1e-4", "1e-5");
        rows.forEach((name, row) -> {
            Object[] cells = new Object[5 + NOMINAL.length];
            System.arraycopy(name.split(" \\| "), 0, cells, 0, 4);
            cells[4] = row[0];
            for (int i = 0; i < NOMINAL.length; i++) {
                double promised = row[0] * NOMINAL[i];
                cells[5 + i] = promised < 2
                        ? "(" + row[i + 1] + ")"
                        : String.format(Locale.ROOT, "%.2f (%d)", row[i + 1] / promised, row[i + 1]);
            }
            table.row(cells);
        });
        return table.toString();
    }
}
