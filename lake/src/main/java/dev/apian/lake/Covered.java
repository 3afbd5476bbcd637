// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The files of calls whose rows are in [Summaries], with how many rows each has.
///
/// Files of calls never change, so what is new is in new files. A merge exchanges files without new rows; whatever else
/// takes files off the list, retention or damage, takes rows away, which sums cannot.
record Covered(Map<String, Long> rows) {

    Covered {
        rows = Map.copyOf(rows);
    }

    /// What to do so that all listed files are covered.
    ///
    /// @param fresh files with rows that are not covered
    /// @param whole what is covered once they are
    record Step(List<Manifest.Entry> fresh, Covered whole) {}

    /// @param listed what is in the lake now
    /// @return empty if rows that are covered are gone, so that all must be counted anew
    Optional<Step> towards(Manifest listed) {
        Map<String, Manifest.Entry> now = new HashMap<>();
        listed.files().forEach(entry -> now.put(entry.file(), entry));
        Set<String> merged = new HashSet<>(listed.merged());
        Map<String, Long> goneRows = new TreeMap<>();
        for (Map.Entry<String, Long> file : rows.entrySet()) {
            if (!now.containsKey(file.getKey())) {
                if (!merged.contains(file.getKey())) {
                    return Optional.empty();
                }
                goneRows.merge(dayOf(file.getKey()), file.getValue(), Long::sum);
            }
        }
        List<Manifest.Entry> fresh = new ArrayList<>();
        Map<String, List<Manifest.Entry>> unknown = listed.files().stream()
                .filter(entry -> !rows.containsKey(entry.file()))
                .collect(groupingBy(Manifest.Entry::folder));
        for (Map.Entry<String, Long> day : goneRows.entrySet()) {
            Optional<List<Manifest.Entry>> others =
                    besideTheMerged(unknown.getOrDefault(day.getKey(), List.of()), day.getValue());
            if (others.isEmpty()) {
                return Optional.empty();
            }
            fresh.addAll(others.get());
            unknown.remove(day.getKey());
        }
        unknown.values().forEach(fresh::addAll);
        Map<String, Long> whole = new HashMap<>();
        listed.files().forEach(entry -> whole.put(entry.file(), entry.rows()));
        return Optional.of(new Step(fresh, new Covered(whole)));
    }

    /// The files of a day without those that hold so many rows as others held before they were merged.
    private static Optional<List<Manifest.Entry>> besideTheMerged(List<Manifest.Entry> files, long goneRows) {
        if (files.stream().mapToLong(Manifest.Entry::rows).sum() == goneRows) {
            return Optional.of(List.of());
        }
        for (Manifest.Entry merged : files) {
            if (merged.rows() == goneRows) {
                return Optional.of(
                        files.stream().filter(other -> !other.equals(merged)).toList());
            }
        }
        return Optional.empty();
    }

    private static String dayOf(String file) {
        int slash = file.indexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }
}
