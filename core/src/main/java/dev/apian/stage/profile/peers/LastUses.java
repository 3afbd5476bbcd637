// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.profile.peers;

import dev.apian.stream.State;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/// The day on which a member of a readable group last used an endpoint, for as long as there is room: far longer than
/// single uses are kept.
final class LastUses implements State {

    /// The most that groups and endpoints of a model make together; beyond that the oldest go.
    static final int PAIRS_MAX = Grouping.GROUPS_MAX * Normal.ENDPOINTS_MAX;

    private final Map<Pair, Integer> days = new HashMap<>();

    private record Pair(long group, long endpoint) {

        private static final Comparator<Pair> ORDER =
                Comparator.comparingLong(Pair::group).thenComparingLong(Pair::endpoint);
    }

    private void put(long group, long endpoint, int day) {
        days.merge(new Pair(group, endpoint), day, Math::max);
    }

    /// Takes in the last days that are known now, and tells the last ones ever.
    ///
    /// @param last by the place of the endpoint; [Like#NEVER] if not known
    int[] everBefore(long group, long[] endpoints, int[] last) {
        int[] ever = last.clone();
        for (int place = 0; place < endpoints.length; place++) {
            if (last[place] == Like.NEVER) {
                ever[place] = days.getOrDefault(new Pair(group, endpoints[place]), Like.NEVER);
            } else {
                put(group, endpoints[place], last[place]);
            }
        }
        return ever;
    }

    /// Drops the oldest of too many.
    void shrink() {
        if (days.size() <= PAIRS_MAX) {
            return;
        }
        List<Pair> oldest = days.entrySet().stream()
                .sorted(Map.Entry.<Pair, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Pair.ORDER)))
                .limit(days.size() - PAIRS_MAX)
                .map(Map.Entry::getKey)
                .toList();
        oldest.forEach(days::remove);
    }

    /// Endpoints merged: the later day holds.
    void rename(LongUnaryOperator current) {
        Map<Pair, Integer> before = Map.copyOf(days);
        days.clear();
        before.forEach((pair, day) -> put(pair.group, current.applyAsLong(pair.endpoint), day));
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeInt(days.size());
        for (Map.Entry<Pair, Integer> entry : days.entrySet()) {
            out.writeLong(entry.getKey().group);
            out.writeLong(entry.getKey().endpoint);
            out.writeInt(entry.getValue());
        }
    }

    @Override
    public void load(DataInput in) throws IOException {
        days.clear();
        for (int left = in.readInt(); left > 0; left--) {
            days.put(new Pair(in.readLong(), in.readLong()), in.readInt());
        }
    }
}
