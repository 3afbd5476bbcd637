// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The damaged files that a reader met and goes on without. It has no right to set them aside; who writes to the
/// lake does that when it meets them too, or `apian lake check`.
final class LeftOut {

    /// How errors of DuckDB begin that a damaged file can cause; those of a statement begin otherwise.
    private static final List<String> SUSPECT = List.of(
            "invalid input error", "io error", "invalid error", "serialization error", "internal error", "corrupt");

    private final Path folder;
    private final Path spill;
    private final Map<String, String> whyByFile = Collections.synchronizedMap(new TreeMap<>());
    private volatile List<Manifest.Damaged> setAside = List.of();
    private Manifest allWhole = Manifest.EMPTY;

    LeftOut(Path folder, Path spill) {
        this.folder = folder;
        this.spill = spill;
    }

    /// The list without them.
    Manifest readable(Manifest listed) {
        setAside = listed.damaged();
        if (whyByFile.isEmpty()) {
            return listed;
        }
        return listed.withFiles(listed.files().stream()
                .filter(entry -> !whyByFile.containsKey(entry.file()))
                .toList());
    }

    static boolean isSuspect(SQLException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(java.util.Locale.ROOT);
        return SUSPECT.stream().anyMatch(message::startsWith) || message.contains("parquet");
    }

    /// Looks for damaged files after something failed: at their ends, and if all of those are right at every byte,
    /// which takes about a second a gigabyte and is done once as long as the list stays the same.
    ///
    /// @return whether one was found that was not known
    synchronized boolean look() throws IOException {
        Manifest now = readable(Manifest.read(folder));
        if (now.files().equals(allWhole.files())) {
            return false;
        }
        boolean found = look(now, false) || look(now, true);
        allWhole = found ? allWhole : now;
        return found;
    }

    private boolean look(Manifest listed, boolean thorough) throws IOException {
        boolean found = false;
        for (Manifest.Entry entry : listed.files()) {
            Path path = folder.resolve(entry.file());
            Optional<String> wrong = thorough ? FileCheck.thorough(path, entry, spill) : FileCheck.quick(path, entry);
            if (wrong.isPresent() && Manifest.read(folder).names(entry.file())) {
                whyByFile.put(entry.file(), wrong.get());
                found = true;
            }
        }
        return found;
    }

    /// What answers lack, in words; empty if nothing.
    List<String> words() {
        List<Manifest.Damaged> aside = setAside;
        long rows = aside.stream().mapToLong(Manifest.Damaged::rows).sum();
        Stream<String> known = aside.isEmpty()
                ? Stream.empty()
                : Stream.of("%d damaged files with %d calls were set aside in %s and are not in the answer"
                        .formatted(aside.size(), rows, folder.resolveSibling("damaged")));
        Stream<String> met = Map.copyOf(whyByFile).entrySet().stream()
                .filter(file -> aside.stream().noneMatch(one -> one.file().equals(file.getKey())))
                .map(file -> "%s %s; it is not in the answer, run apian lake check to set it aside"
                        .formatted(folder.resolve(file.getKey()), file.getValue()));
        return Stream.concat(known, met).toList();
    }

    /// Files that answers lack.
    int count() {
        List<Manifest.Damaged> aside = setAside;
        long met = Map.copyOf(whyByFile).keySet().stream()
                .filter(file -> aside.stream().noneMatch(one -> one.file().equals(file)))
                .count();
        return aside.size() + Math.toIntExact(met);
    }

    /// Whether there are some that nobody has set aside yet.
    boolean isNewsToTheWriter() {
        return count() > setAside.size();
    }
}
