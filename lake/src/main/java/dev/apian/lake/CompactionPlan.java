// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which files of one day to merge next, so that a day ends as one file while every row is rewritten only a few
/// times.
///
/// Files are merged with others of about their size, [#FAN_IN] at a time. Once a later day has begun, what is
/// left is merged too, and large files that were never merged get the small pages of those that were; a few late
/// calls do not make a whole day be rewritten.
final class CompactionPlan {

    static final int FAN_IN = Merge.FILES_MAX;

    /// Smaller files are all of one size.
    static final long ROWS_MIN = 4_096;

    /// Larger files stay as they are: an index counts rows with an int.
    static final long ROWS_MAX = 200_000_000;

    private CompactionPlan() {}

    /// The files to merge next, of one day; one alone if it only wants an index; empty if all is well.
    ///
    /// @param indexed whether a file has an [ActorIndex]
    /// @param paged   whether its pages are as small as a merged file's
    static Optional<List<Manifest.Entry>> next(
            List<Manifest.Entry> files, Predicate<Manifest.Entry> indexed, Predicate<Manifest.Entry> paged) {
        TreeMap<String, List<Manifest.Entry>> days = files.stream()
                .filter(Manifest.Entry::sealed)
                .collect(Collectors.groupingBy(Manifest.Entry::folder, TreeMap::new, Collectors.toList()));
        String latest = files.stream()
                .map(Manifest.Entry::folder)
                .max(Comparator.naturalOrder())
                .orElse("");
        for (Map.Entry<String, List<Manifest.Entry>> day : days.descendingMap().entrySet()) {
            boolean over = day.getKey().compareTo(latest) < 0;
            Optional<List<Manifest.Entry>> inputs = ofADay(day.getValue(), over, over ? indexed.and(paged) : indexed);
            if (inputs.isPresent()) {
                return inputs;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Manifest.Entry>> ofADay(
            List<Manifest.Entry> files, boolean over, Predicate<Manifest.Entry> settled) {
        Optional<List<Manifest.Entry>> alike = files.stream()
                .collect(Collectors.groupingBy(CompactionPlan::size, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() >= FAN_IN)
                .map(same -> smallest(same).limit(FAN_IN).toList())
                .filter(CompactionPlan::fits)
                .findFirst();
        if (alike.isPresent()) {
            return alike;
        }
        if (over) {
            List<Manifest.Entry> rest = worthwhile(smallest(files).limit(FAN_IN).toList());
            if (rest.size() > 1 && fits(rest)) {
                return Optional.of(rest);
            }
        }
        return smallest(files)
                .filter(file -> file.rows() <= ROWS_MAX && !settled.test(file))
                .findFirst()
                .map(List::of);
    }

    /// Without the largest while it is so large that the others would hardly change it.
    private static List<Manifest.Entry> worthwhile(List<Manifest.Entry> ascending) {
        int end = ascending.size();
        while (end > 1 && ascending.get(end - 1).rows() > FAN_IN * rows(ascending.subList(0, end - 1))) {
            end--;
        }
        return ascending.subList(0, end);
    }

    private static int size(Manifest.Entry file) {
        int size = 0;
        for (long rows = file.rows(); rows > ROWS_MIN; rows /= FAN_IN) {
            size++;
        }
        return size;
    }

    private static Stream<Manifest.Entry> smallest(List<Manifest.Entry> files) {
        return files.stream()
                .sorted(Comparator.comparingLong(Manifest.Entry::rows).thenComparing(Manifest.Entry::file));
    }

    private static boolean fits(List<Manifest.Entry> files) {
        return rows(files) <= ROWS_MAX;
    }

    private static long rows(List<Manifest.Entry> files) {
        return files.stream().mapToLong(Manifest.Entry::rows).sum();
    }
}
