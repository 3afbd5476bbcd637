// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One actor's calls, the newest first, from the few pages that hold them.
///
/// It answers only what it can answer fast and whole: if a file of the days asked for has no [ActorIndex], or
/// cannot be read, it says so, and the caller asks [Query]. For many threads.
public final class Timeline {

    /// More calls of one actor in one day are left to [Query], which does not hold them all in memory.
    static final int DAY_ROWS_MAX = 100_000;

    private static final int ATTEMPTS_MAX = 5;

    /// The newest first; of two at the same time, the greater id. Calls without one come last, as in SQL.
    private static final Comparator<CallRow> NEWEST_FIRST = Comparator.comparingLong(CallRow::timeMicros)
            .reversed()
            .thenComparing(CallRow::callId, Comparator.nullsLast((a, b) -> ActorOrder.utf8(b, a)));

    private final ListedCalls listed;
    private final ActorIndexes indexes = new ActorIndexes();

    private Timeline(Path dataDirectory) {
        this.listed = new ListedCalls(CallLake.folder(dataDirectory));
    }

    /// Of a data directory or a cluster's lake, whoever writes there.
    public static Timeline over(Path dataDirectory) throws IOException {
        return new Timeline(dataDirectory.toRealPath());
    }

    /// The order of texts in the lake, which is that of their bytes in UTF-8.
    public static int compareTexts(String a, String b) {
        return ActorOrder.utf8(a, b);
    }

    /// What is asked for.
    ///
    /// @param from   the first moment; null from the beginning
    /// @param to     the moment after the last; null to the end
    /// @param wanted any other condition
    /// @param limit  rows at most
    public record Asked(
            String actor, @Nullable Instant from, @Nullable Instant to, Predicate<CallRow> wanted, int limit) {}

    /// The newest calls that are asked for; empty if the lake must be asked with [Query].
    public Optional<List<CallRow>> newest(Asked asked) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(asked);
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS_MAX) {
                    return Optional.empty();
                }
            } catch (Unanswerable e) {
                return Optional.empty();
            }
        }
    }

    private Optional<List<CallRow>> attempt(Asked asked) throws IOException, Unanswerable {
        NavigableMap<LocalDate, List<Path>> days = days(asked);
        for (List<Path> files : days.values()) {
            for (Path file : files) {
                if (indexes.of(file).isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        Predicate<CallRow> wanted = within(asked).and(asked.wanted());
        List<CallRow> found = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Path>> day : days.descendingMap().entrySet()) {
            List<CallRow> calls = new ArrayList<>();
            for (Path file : day.getValue()) {
                calls.addAll(read(file, indexes.of(file).orElseThrow(Unanswerable::new), asked.actor()));
            }
            calls.removeIf(wanted.negate());
            calls.sort(NEWEST_FIRST);
            found.addAll(calls.subList(0, Math.min(calls.size(), asked.limit() - found.size())));
            if (found.size() == asked.limit()) {
                break;
            }
        }
        return Optional.of(found);
    }

    private NavigableMap<LocalDate, List<Path>> days(Asked asked) throws IOException {
        LocalDate first = asked.from() == null ? LocalDate.MIN : LocalDate.ofInstant(asked.from(), ZoneOffset.UTC);
        LocalDate last = asked.to() == null ? LocalDate.MAX : LocalDate.ofInstant(asked.to(), ZoneOffset.UTC);
        return listed.files().stream()
                .filter(file -> !file.day().isBefore(first) && !file.day().isAfter(last))
                .collect(Collectors.groupingBy(
                        ListedCalls.DayFile::day,
                        TreeMap::new,
                        Collectors.mapping(ListedCalls.DayFile::path, Collectors.toList())));
    }

    private static Predicate<CallRow> within(Asked asked) {
        long from = asked.from() == null ? Long.MIN_VALUE : micros(asked.from());
        long to = asked.to() == null ? Long.MAX_VALUE : micros(asked.to());
        return call -> call.timeMicros() >= from && call.timeMicros() < to;
    }

    /// Rounded up: rows have no finer times.
    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), 1_000_000L), Math.ceilDiv(time.getNano(), 1_000));
    }

    private static List<CallRow> read(Path file, ActorIndex index, String actor) throws IOException, Unanswerable {
        List<ActorIndex.Rows> stretches = index.find(actor);
        if (stretches.isEmpty()) {
            return List.of();
        }
        List<CallRow> rows = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            for (ActorIndex.Rows stretch : stretches) {
                if (stretch.count() > DAY_ROWS_MAX) {
                    throw new Unanswerable();
                }
                rows.addAll(read(channel, index, actor, stretch));
            }
            return rows;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Unanswerable(e); // a damaged file, about which Query finds out more
        }
    }

    private static List<CallRow> read(FileChannel channel, ActorIndex index, String actor, ActorIndex.Rows stretch)
            throws IOException {
        List<CallRow> rows = new ArrayList<>(stretch.count());
        int end = stretch.first() + stretch.count();
        for (int row = stretch.first(); row < end; ) {
            BlockLayout layout = index.block(index.blockOf(row));
            int from = row - layout.firstRow();
            int to = Math.min(layout.rows(), end - layout.firstRow());
            int firstPage = layout.pageOf(from);
            byte[] bytes = Footer.bytes(channel, layout.offset(), layout.length());
            BlockPages pages = new BlockPages(layout, bytes, firstPage, layout.pageOf(to - 1) + 1);
            BlockRows block = new BlockRows(pages, from - layout.pageRow(firstPage), to - from);
            if (rows.isEmpty() && !actor.equals(block.first("actor"))) {
                return List.of(); // another actor with the same hash
            }
            rows.addAll(block.read());
            row += to - from;
        }
        return rows;
    }

    private static final class Unanswerable extends Exception {

        Unanswerable() {}

        Unanswerable(Exception cause) {
            super(cause);
        }
    }
}
