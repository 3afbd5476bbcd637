// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.parquet.ParquetRuntimeException;
import org.jspecify.annotations.Nullable;

/// One actor's calls, the newest first, from the few pages that hold them.
///
/// It answers only what it can answer fast and whole: if a file of the days asked for has no [ActorIndex], or
/// cannot be read, it says so, and the caller asks [Query]. For many threads.
public final class Timeline {

    /// More calls of one actor in one day are left to [Query], which does not hold them all in memory.
    static final int DAY_ROWS_MAX = 100_000;

    /// Days read beside one another, as far as there are processors.
    private static final int DAYS_AHEAD_MAX = 16;

    private static final int ATTEMPTS_MAX = 5;

    /// The newest first; of two at the same time, the greater id. Calls without one come last, as in SQL.
    public static final Comparator<CallRow> NEWEST_FIRST = Comparator.comparingLong(CallRow::timeMicros)
            .reversed()
            .thenComparing(CallRow::callId, Comparator.nullsLast((a, b) -> ActorOrder.utf8(b, a)));

    private final ListedCalls listed;
    private final ActorIndexes indexes = new ActorIndexes();
    private volatile List<ListedCalls.DayFile> seen = List.of();

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
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            try {
                return Optional.of(attempt(asked));
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e.getCause();
                }
            } catch (Unanswerable e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// A page of answers is mostly of one day or two, so that the first is read alone, and then twice as many at a
    /// time.
    private List<CallRow> attempt(Asked asked) throws IOException {
        List<List<Path>> days = days(asked);
        days.forEach(files -> files.forEach(file -> index(file, asked.actor())));
        Predicate<CallRow> wanted = within(asked).and(asked.wanted());
        List<CallRow> found = new ArrayList<>();
        int next = 0;
        for (int ahead = 1; next < days.size() && found.size() < asked.limit(); ahead *= 2) {
            int end = Math.min(next + Math.min(ahead, DAYS_AHEAD_MAX), days.size());
            List<List<CallRow>> read = days.subList(next, end).parallelStream()
                    .map(files -> day(files, asked.actor(), wanted))
                    .toList();
            read.forEach(calls -> found.addAll(calls.subList(0, Math.min(calls.size(), asked.limit() - found.size()))));
            next = end;
        }
        return found;
    }

    /// An actor's calls of one day, the newest first.
    private List<CallRow> day(List<Path> files, String actor, Predicate<CallRow> wanted) {
        List<CallRow> calls = new ArrayList<>();
        for (Path file : files) {
            try {
                calls.addAll(ActorPages.read(file, index(file, actor), actor));
            } catch (NoSuchFileException e) {
                throw new UncheckedIOException(e);
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ParquetRuntimeException e) {
                throw new Unanswerable(e); // a damaged file, about which Query finds out more
            }
        }
        calls.removeIf(wanted.negate());
        calls.sort(NEWEST_FIRST);
        return calls;
    }

    private ActorIndex index(Path file, String actor) {
        try {
            ActorIndex index = indexes.of(file).orElseThrow(Unanswerable::new);
            if (index.find(actor).stream().anyMatch(rows -> rows.count() > DAY_ROWS_MAX)) {
                throw new Unanswerable();
            }
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The files of each day, the newest first.
    @SuppressWarnings("ReferenceEquality") // it is the same list as long as no file came or went
    private List<List<Path>> days(Asked asked) throws IOException {
        LocalDate first = asked.from() == null ? LocalDate.MIN : LocalDate.ofInstant(asked.from(), ZoneOffset.UTC);
        LocalDate last = asked.to() == null ? LocalDate.MAX : LocalDate.ofInstant(asked.to(), ZoneOffset.UTC);
        List<ListedCalls.DayFile> files = listed.files();
        if (files != seen) {
            seen = files;
            indexes.keepOnly(files.stream().map(ListedCalls.DayFile::path).collect(Collectors.toSet()));
        }
        NavigableMap<LocalDate, List<Path>> days = files.stream()
                .filter(file -> !file.day().isBefore(first) && !file.day().isAfter(last))
                .collect(Collectors.groupingBy(
                        ListedCalls.DayFile::day,
                        TreeMap::new,
                        Collectors.mapping(ListedCalls.DayFile::path, Collectors.toList())));
        return List.copyOf(days.descendingMap().values());
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

    /// What only a query over all files can answer.
    private static final class Unanswerable extends RuntimeException {

        Unanswerable() {
            super("a file has no index, or too many calls of one actor");
        }

        Unanswerable(Exception cause) {
            super(cause);
        }
    }
}
