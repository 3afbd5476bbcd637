// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.shadow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What Apian would have seen in a user's own traffic.
///
/// @param source what was read
/// @param actors with at least one answered call
/// @param days of recorded time
/// @param alerts of the recording as it is
/// @param bodies whether bodies may be in it; without, what was never shown to somebody cannot be told
/// @param rows one an endpoint and kind
public record ShadowReport(
        String source, long calls, int actors, double days, int alerts, boolean bodies, List<Row> rows) {

    public ShadowReport {
        rows = List.copyOf(rows);
    }

    /// How many have this outcome.
    public long count(Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    /// What became of one attack.
    public enum Outcome {
        SEEN,
        NOT_SEEN,
        NOT_TRIED
    }

    /// One attack at one endpoint.
    ///
    /// @param endpoint method and template
    /// @param kind for example `walk`
    /// @param hours from the first call of the attack to the alert; null unless seen
    /// @param callsBefore calls of the attack before the alert; all if it was not seen
    /// @param detection that spoke first, or empty
    /// @param note why it was not tried, or empty
    public record Row(
            String endpoint,
            String kind,
            Outcome outcome,
            @Nullable Double hours,
            int callsBefore,
            String detection,
            String note) {}
}
