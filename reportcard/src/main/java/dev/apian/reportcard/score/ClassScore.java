// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Whether credentials are known for what they are within a day of their first call.
///
/// A credential of which less than a day was seen is not judged; one of which nothing was said is wrong.
public final class ClassScore {

    private static final long DAY_MICROS = Alerts.DAY_MICROS;

    /// With fewer calls on its first day than this, little could be known of a credential.
    public static final int BUSY_CALLS = 20;

    private final Map<String, Sight> sights = new HashMap<>();
    private boolean anythingTold;

    /// A call was made with this credential.
    public void see(String credential, String truly, long micros) {
        Sight sight = sights.computeIfAbsent(credential, _ -> new Sight(truly, micros));
        if (micros - sight.first <= DAY_MICROS) {
            sight.calls++;
        }
    }

    /// A class was told with a call of this credential; of the first day the last one counts.
    public void tell(String credential, String found, long micros) {
        anythingTold = true;
        Sight sight = sights.get(credential);
        if (sight != null && micros - sight.first <= DAY_MICROS) {
            sight.found = found;
        }
    }

    /// Whether a class was ever told of any credential.
    public boolean isBuilt() {
        return anythingTold;
    }

    /// One row for each true class, by its name.
    ///
    /// @param end of the world, microseconds
    public List<Row> rows(long end) {
        Map<String, List<Sight>> byClass = new TreeMap<>();
        for (Sight sight : sights.values()) {
            if (end - sight.first >= DAY_MICROS) {
                byClass.computeIfAbsent(sight.truly, _ -> new ArrayList<>()).add(sight);
            }
        }
        List<Row> rows = new ArrayList<>();
        byClass.forEach((truly, all) -> {
            List<Sight> busy =
                    all.stream().filter(sight -> sight.calls >= BUSY_CALLS).toList();
            rows.add(new Row(truly, all.size(), right(all), busy.size(), right(busy)));
        });
        return rows;
    }

    private static int right(List<Sight> sights) {
        return (int)
                sights.stream().filter(sight -> sight.found.equals(sight.truly)).count();
    }

    /// @param right of all
    /// @param busy with at least [#BUSY_CALLS] calls on the first day
    public record Row(String truly, int all, int right, int busy, int busyRight) {

        public Row plus(Row other) {
            return new Row(truly, all + other.all, right + other.right, busy + other.busy, busyRight + other.busyRight);
        }
    }

    private static final class Sight {

        private final String truly;
        private final long first;
        private String found = "";
        private int calls;

        private Sight(String truly, long first) {
            this.truly = truly;
            this.first = first;
        }
    }
}
