// SPDX-License-Identifier: Apache-2.0
package dev.apian.bench.habits;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/// What one person changed in a week.
///
/// Offsets from UTC are not looked at, though they give many away: an API is not told them.
///
/// @param number  weeks since the epoch
/// @param changes by file
/// @param hours   of the day, UTC, in which there was a change
record Week(String actor, int number, NavigableMap<String, Integer> changes, NavigableSet<Integer> hours) {

    private static final int COLUMNS = 6;
    private static final int ACTOR = 2;
    private static final int PATH = 4;
    private static final long HOUR = 3_600;
    private static final int DAY_HOURS = 24;
    private static final long WEEK = 7 * DAY_HOURS * HOUR;

    /// Where the files were that changed, and how many changes each folder had.
    NavigableMap<String, Integer> folders() {
        NavigableMap<String, Integer> folders = new TreeMap<>();
        changes.forEach((file, count) -> folders.merge(folder(file), count, Integer::sum));
        return folders;
    }

    /// The folder of a file or a folder; that of the root is the root.
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /// All weeks of all actors in a history: lines of epoch second, UTC offset, actor, method, path and session, parted
    /// by tabs, compressed, with a heading. In the order of actors, then of weeks.
    static List<Week> read(Path file) throws IOException {
        NavigableMap<String, NavigableMap<Integer, Week>> weeks = new TreeMap<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> {
                String[] columns = line.split("\t", -1);
                if (columns.length != COLUMNS) {
                    throw new IllegalArgumentException(
                            "%s: found %d columns, expected %d: %s".formatted(file, columns.length, COLUMNS, line));
                }
                long second = Long.parseLong(columns[0]);
                Week week = weeks.computeIfAbsent(columns[ACTOR], actor -> new TreeMap<>())
                        .computeIfAbsent(
                                (int) (second / WEEK),
                                number -> new Week(columns[ACTOR], number, new TreeMap<>(), new TreeSet<>()));
                week.changes.merge(columns[PATH], 1, Integer::sum);
                week.hours.add((int) (second / HOUR % DAY_HOURS));
            });
        }
        List<Week> all = new ArrayList<>();
        weeks.values().forEach(ofActor -> all.addAll(ofActor.values()));
        return all;
    }
}
