// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which days may go: the oldest first, none that is held as a whole, never the latest, and none of which a
/// restart could still take something back.
final class RetentionPlan {

    private RetentionPlan() {}

    /// @param heldActors whose rows stay; empty if all may go
    record Day(LocalDate day, List<Manifest.Entry> files, Set<String> heldActors) {}

    /// What is left of a day after only held rows were kept: such files are found again each time.
    interface HeldOnly {

        boolean test(Manifest.Entry file, Set<String> actors) throws IOException;
    }

    interface Size {

        long of(Manifest.Entry file) throws IOException;
    }

    /// @param heldOnly tells files that hold nothing but what is held: they stay as they are
    static List<Day> of(
            Retention retention, Holds holds, LocalDate today, List<Manifest.Entry> files, HeldOnly heldOnly, Size size)
            throws IOException {
        TreeMap<LocalDate, List<Manifest.Entry>> days = files.stream()
                .collect(Collectors.groupingBy(
                        file -> LocalDate.parse(file.folder().substring("day=".length())),
                        TreeMap::new,
                        Collectors.toList()));
        long bytes = 0;
        for (Manifest.Entry file : files) {
            bytes += size.of(file);
        }
        List<Day> going = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Manifest.Entry>> day : days.entrySet()) {
            boolean old = retention.days() != null && day.getKey().isBefore(today.minusDays(retention.days() - 1L));
            boolean much = retention.bytes() != null && bytes > retention.bytes();
            boolean last = day.getKey().equals(days.lastKey());
            if (last || !(old || much) || holds.wholeDay(day.getKey()) || !isSealed(day.getValue())) {
                continue;
            }
            Set<String> held = holds.actors(day.getKey());
            List<Manifest.Entry> gone = new ArrayList<>();
            for (Manifest.Entry file : day.getValue()) {
                if (held.isEmpty() || !heldOnly.test(file, held)) {
                    gone.add(file);
                    bytes -= size.of(file);
                }
            }
            if (!gone.isEmpty()) {
                going.add(new Day(day.getKey(), gone, held));
            }
        }
        return going;
    }

    /// Whether all rows of a file are of these actors, as far as its index tells.
    static boolean holdsOnly(Path folder, Manifest.Entry file, Set<String> actors) throws IOException {
        Optional<ActorIndex> index = ActorIndex.of(folder.resolve(file.file()));
        if (index.isEmpty()) {
            return false;
        }
        long held = 0;
        for (String actor : actors) {
            held += index.get().find(actor).stream()
                    .mapToLong(ActorIndex.Rows::count)
                    .sum();
        }
        return held == file.rows();
    }

    private static boolean isSealed(List<Manifest.Entry> files) {
        return files.stream().allMatch(Manifest.Entry::sealed);
    }
}
