// SPDX-License-Identifier: Apache-2.0
package dev.apian.reportcard.realism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The statistics of a simulated history beside those of real ones.
///
/// @param names of the histories, the simulated one first
/// @param rows one for each statistic that at least one real history is large enough for
public record RealismTable(List<String> names, List<Row> rows) {

    public RealismTable {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /// @param real the value of each real history; not a number if it is too small
    public record Row(Check check, List<Double> real) {

        public Row {
            real = List.copyOf(real);
        }
    }

    public static RealismTable of(History simulated, History... real) {
        var measured = Arrays.stream(real).map(Statistics::of).toList();
        var rows = new ArrayList<Row>();
        Statistics.of(simulated).forEach((statistic, value) -> {
            var others = measured.stream()
                    .map(values -> values.getOrDefault(statistic, Double.NaN))
                    .toList();
            if (others.stream().anyMatch(Double::isFinite)) {
                rows.add(new Row(Check.of(statistic, value, others), others));
            }
        });
        var names = Stream.concat(Stream.of(simulated), Arrays.stream(real)).map(History::name);
        return new RealismTable(names.toList(), rows);
    }

    public List<Check> checks() {
        return rows.stream().map(Row::check).toList();
    }

    public String markdown() {
        var head = "| statistic | " + String.join(" | ", names) + " | real range | within |\n";
        var rule = "|---|" + "---:|".repeat(names.size()) + "---|---|\n";
        return head + rule + rows.stream().map(RealismTable::line).collect(Collectors.joining());
    }

    private static String line(Row row) {
        var check = row.check;
        var values = Stream.concat(Stream.of(check.simulated()), row.real.stream())
                .map(RealismTable::number)
                .collect(Collectors.joining(" | "));
        return "| " + check.statistic() + " | " + values + " | " + number(check.lowest()) + " to "
                + number(check.highest()) + " | " + (check.passes() ? "yes" : "**no**") + " |\n";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
    }
}
