// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The uses that count as normal at a refit, in an order that does not depend on who came first.
final class Normal {

    /// Endpoints of the model; the most used, if there are more.
    static final int ENDPOINTS_MAX = 4_096;

    /// Groups of the model; the largest, if there are more.
    static final int GROUPS_MAX = 256;

    /// A use on fewer days is in quarantine.
    private static final int DAYS_MIN = 3;

    /// A use by fewer of a group is in quarantine.
    private static final int ACTORS_MIN = 3;

    /// An endpoint that nobody used before then is a release, of which nothing is known.
    private static final int YOUNG_DAYS = 3;

    /// An endpoint used since so long is no release any more, even if nobody uses it regularly: two administrators do
    /// now and then what nobody else shall.
    private static final int RARE_DAYS = 7;

    /// What an actor does in its first days is its normal, and so is what everybody does in ours.
    static final int FIRST_DAYS = 3;

    private final List<UsedEndpoints> rows;
    private final int firstDay;
    private final int day;
    private final Map<Long, Map<Long, Integer>> users = new HashMap<>();

    Normal(Map<Long, UsedEndpoints> actors, int day, int firstDay) {
        this.rows = actors.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        this.day = day;
        this.firstDay = firstDay;
        for (UsedEndpoints row : rows) {
            Map<Long, Integer> ofGroup = users.computeIfAbsent(row.group, group -> new HashMap<>());
            for (int n = 0; n < row.size(); n++) {
                ofGroup.merge(row.id(n), 1, Integer::sum);
            }
        }
    }

    PeerModel refit(PeerModel before, Calibrations calibration, GroupsLearner readable) {
        long[] endpoints = endpoints();
        if (endpoints.length == 0) {
            return PeerModel.UNKNOWN;
        }
        long[] groups = groups();
        List<int[]> matrix = new ArrayList<>(rows.size());
        int[] groupOf = new int[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            UsedEndpoints row = rows.get(i);
            int group = Arrays.binarySearch(groups, row.group);
            groupOf[i] = group < 0 ? Likeness.NO_GROUP : group;
            int[] places = new int[row.size()];
            int count = 0;
            for (int n = 0; n < row.size(); n++) {
                int place = isNormal(row, n) ? Arrays.binarySearch(endpoints, row.id(n)) : -1;
                if (place >= 0) {
                    places[count++] = place;
                }
            }
            int[] known = Arrays.copyOf(places, count);
            Arrays.sort(known);
            matrix.add(known);
        }
        Uses uses = Uses.of(matrix, endpoints.length);
        int[] placeBefore = Arrays.stream(endpoints).mapToInt(before::place).toArray();
        Likeness known = before.likeness();
        Likeness likeness = known == null ? Likeness.of(uses, groupOf) : known.refit(uses, groupOf, placeBefore);
        return new PeerModel(
                endpoints,
                groups,
                likeness,
                calibration,
                Set.of(),
                readable.refit(rows, uses, likeness, endpoints, day, firstDay));
    }

    private boolean isNormal(UsedEndpoints row, int n) {
        if (row.firstDay(n) < row.firstDay + FIRST_DAYS || row.firstDay(n) < firstDay + FIRST_DAYS) {
            return row.firstDay(n) < day || day < firstDay + FIRST_DAYS;
        }
        int ofGroup = users.getOrDefault(row.group, Map.of()).getOrDefault(row.id(n), 0);
        return row.days(n) >= DAYS_MIN && ofGroup >= ACTORS_MIN;
    }

    /// Those with a normal use, and those used since long, rising.
    private long[] endpoints() {
        Map<Long, Integer> normal = new HashMap<>();
        Map<Long, Integer> since = new HashMap<>();
        for (UsedEndpoints row : rows) {
            for (int n = 0; n < row.size(); n++) {
                since.merge(row.id(n), row.firstDay(n), Math::min);
                int counts = isNormal(row, n) ? 1 : 0;
                if (counts > 0 || row.firstDay(n) <= day - RARE_DAYS) {
                    normal.merge(row.id(n), counts, Integer::sum);
                }
            }
        }
        int young = Math.max(firstDay + FIRST_DAYS, day - YOUNG_DAYS);
        normal.keySet().removeIf(id -> since.getOrDefault(id, day) >= young);
        return most(normal, ENDPOINTS_MAX);
    }

    private long[] groups() {
        Map<Long, Integer> members = new HashMap<>();
        rows.forEach(row -> members.merge(row.group, 1, Integer::sum));
        return most(members, GROUPS_MAX);
    }

    private static long[] most(Map<Long, Integer> counts, int max) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(max)
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray();
    }
}
