// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.score;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many harmless accesses to entities are explained, and by what.
public final class Explanations {

    private final Map<String, Long> byReason = new TreeMap<>();
    private final Map<String, Tally> byEndpoint = new HashMap<>();

    /// @param reason what is said to explain it, or that nothing does
    /// @param explained whether that is an explanation
    /// @param again whether the explanation is that it was done before: the stricter count leaves these out
    public void add(String endpoint, String reason, boolean explained, boolean again) {
        byReason.merge(reason, 1L, Long::sum);
        byEndpoint.merge(
                endpoint, new Tally(1, explained ? 1 : 0, again ? 0 : 1, explained && !again ? 1 : 0), Tally::plus);
    }

    public void addAll(Explanations others) {
        others.byReason.forEach((reason, count) -> byReason.merge(reason, count, Long::sum));
        others.byEndpoint.forEach((endpoint, tally) -> byEndpoint.merge(endpoint, tally, Tally::plus));
    }

    public Tally all() {
        return byEndpoint.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /// Accesses by reason.
    public Map<String, Long> byReason() {
        return Map.copyOf(byReason);
    }

    /// Endpoints with the most first accesses that nothing explains, at most so many, the worst first.
    public List<Row> worst(int count) {
        return byEndpoint.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Row>comparingLong(row -> -row.tally().unexplained())
                        .thenComparing(Row::endpoint))
                .limit(count)
                .toList();
    }

    public record Row(String endpoint, Tally tally) {}

    /// @param first accesses to what was not used before
    /// @param firstExplained of these
    public record Tally(long accesses, long explained, long first, long firstExplained) {

        static final Tally NONE = new Tally(0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    accesses + other.accesses,
                    explained + other.explained,
                    first + other.first,
                    firstExplained + other.firstExplained);
        }

        public long unexplained() {
            return accesses - explained;
        }

        /// Of all accesses; 1 if there are none.
        public double share() {
            return Hits.share(explained, accesses);
        }

        /// Of first accesses; 1 if there are none.
        public double firstShare() {
            return Hits.share(firstExplained, first);
        }
    }
}
