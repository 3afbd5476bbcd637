// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of a journal, by the position of their first item. For many threads.
///
/// What a file holds from the next file's first position on does not count: a segment whose disk failed is left, and
/// what was not acknowledged is written again into the next.
final class Segments {

    private static final String SUFFIX = ".journal";
    private static final String FORMER_SUFFIX = ".calls";

    private final Path folder;
    private final NavigableMap<Long, Path> files = new ConcurrentSkipListMap<>();

    private Segments(Path folder) {
        this.folder = folder;
    }

    static Segments in(Path folder) throws IOException {
        Segments segments = new Segments(folder);
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.sorted().toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.endsWith(FORMER_SUFFIX)) {
                    throw former(file);
                }
                if (name.endsWith(SUFFIX)) {
                    segments.files.put(Long.parseLong(name.substring(0, name.length() - SUFFIX.length())), file);
                }
            }
        }
        return segments;
    }

    Path add(long first) {
        Path file = folder.resolve("%019d%s".formatted(first, SUFFIX));
        files.put(first, file);
        return file;
    }

    /// Deletes one that holds nothing that counts.
    void discard(long first) throws IOException {
        Path file = files.remove(first);
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /// Where a position is, if it is anywhere.
    @Nullable
    Segment holding(long position) {
        Map.Entry<Long, Path> found = files.floorEntry(position);
        return found == null ? null : segment(found);
    }

    List<Segment> all() {
        List<Segment> all = new ArrayList<>();
        for (Map.Entry<Long, Path> file : files.entrySet()) {
            all.add(segment(file));
        }
        return all;
    }

    private static IOException former(Path file) {
        return new IOException(
                "%s is of an earlier apian and holds calls that no checkpoint covers; start and stop that"
                                .formatted(file)
                        + " apian once, or move the file away to go on without them");
    }

    private Segment segment(Map.Entry<Long, Path> found) {
        Long next = files.higherKey(found.getKey());
        return new Segment(found.getKey(), next == null ? Long.MAX_VALUE : next, found.getValue());
    }

    /// @param first position of its first item
    /// @param limit position where the next segment begins, `Long.MAX_VALUE` for the last
    record Segment(long first, long limit, Path file) {

        boolean isLast() {
            return limit == Long.MAX_VALUE;
        }
    }
}
