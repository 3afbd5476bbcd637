// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.CallReader;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// All files of a run as one sequence of calls, nearly by time: the next call is always taken from the file
/// that is earliest in time, so files of several hosts or days may be given in any order.
///
/// Files are opened when their time comes and closed when they end, so a year of daily files keeps few of
/// them open. One thread takes the calls; reading goes on behind it on `threads` others.
public final class Inputs implements AutoCloseable {

    /// The name of standard input.
    public static final String STANDARD_INPUT = "-";

    /// Files of one run.
    public static final int FILES_MAX = 10_000;

    /// Unpacked content that is on its way at a time, over all open files.
    private static final int IN_FLIGHT_BYTES = 64 << 20;

    private static final int BLOCK_BYTES_MAX = 1 << 20;
    private static final int BLOCK_BYTES_MIN = 1 << 16;

    /// @param format  of all files; [Format#AUTO] tells it by their content
    /// @param again   read even what was read before
    /// @param threads that read records
    public record Settings(Format format, boolean again, int threads, ReaderSettings reader) {}

    /// What people should know before anything is read.
    ///
    /// @param notes      about files that will be read
    /// @param empty      files with nothing in them
    /// @param known      files refused because they were read before
    /// @param unreadable files that cannot be read at all
    public record Outlook(
            int toRead, List<String> notes, List<String> empty, List<String> known, List<String> unreadable) {}

    private final Settings settings;
    private final Marks marks;
    private final Rejects rejects;
    private final CallReader reader;
    private final BooleanSupplier stopped;
    private final ExecutorService pool;
    private final Outlook outlook;
    private final PriorityQueue<Cursor> waiting = new PriorityQueue<>(Comparator.comparingLong(Cursor::key));
    private final List<Cursor> all = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, String> finished = new TreeMap<>();
    private @Nullable Cursor current;
    private long bytesTotal;
    private long bytesFinished;

    /// Looks at every file; reads none yet.
    ///
    /// @param files   paths; `-` is standard input
    /// @param notes   of the last checkpoint
    /// @param stopped when true, [#next] gives up waiting
    public Inputs(
            List<Path> files,
            InputStream standardInput,
            byte[] key,
            Map<String, String> notes,
            Settings settings,
            Rejects rejects,
            BooleanSupplier stopped) {
        this.settings = settings;
        this.rejects = rejects;
        this.stopped = stopped;
        this.marks = new Marks(key, notes);
        this.reader = settings.format.reader(settings.reader);
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(
                settings.threads,
                work -> Thread.ofPlatform()
                        .daemon()
                        .name("apian-read-" + number.incrementAndGet())
                        .unstarted(work));
        this.outlook = plan(files, standardInput);
    }

    /// What is wrong with the paths that were given, before anything is opened; empty if nothing.
    public static List<String> problems(List<Path> files) {
        List<String> problems = new ArrayList<>();
        if (files.size() > FILES_MAX) {
            problems.add("%d files given, at most %d at a time; analyse them in turns, oldest first"
                    .formatted(files.size(), FILES_MAX));
        }
        for (Path file : files) {
            if (file.toString().equals(STANDARD_INPUT)) {
                continue;
            }
            if (!Files.exists(file)) {
                problems.add(file + ": no such file; check the path");
            } else if (Files.isDirectory(file)) {
                problems.add(file + ": is a directory; give the files in it, as in " + file.resolve("*"));
            } else if (!Files.isReadable(file)) {
                problems.add(file + ": no permission to read it");
            }
        }
        if (files.stream()
                        .filter(file -> file.toString().equals(STANDARD_INPUT))
                        .count()
                > 1) {
            problems.add("- is given twice; standard input can be read once");
        }
        return problems;
    }

    public Outlook outlook() {
        return outlook;
    }

    /// The next call; null at the end, or when stopped.
    public @Nullable Call next() {
        while (true) {
            Cursor cursor = current != null ? current : waiting.poll();
            current = null;
            if (cursor == null) {
                return null;
            }
            switch (cursor.ready()) {
                case STOPPED -> {
                    current = cursor;
                    return null;
                }
                case ENDED -> finish(cursor);
                case READY -> {
                    Cursor rival = waiting.peek();
                    if (rival == null || cursor.key() <= rival.key()) {
                        current = cursor;
                        return cursor.take();
                    }
                    waiting.add(cursor);
                }
            }
        }
    }

    /// How far every file was read, the call taken last included, and the rejects up to there.
    public Map<String, String> positions() {
        Map<String, String> positions = new TreeMap<>(finished);
        for (Cursor cursor : all) {
            note(cursor, positions);
        }
        positions.putAll(rejects.notes());
        return positions;
    }

    /// Files that could not be read, or not to their end.
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /// Size of all files, -1 if unknown.
    public long bytesTotal() {
        return bytesTotal;
    }

    public long bytesRead() {
        return bytesFinished + all.stream().mapToLong(Cursor::rawBytes).sum();
    }

    @Override
    public void close() throws IOException {
        pool.shutdownNow();
        for (Cursor cursor : all) {
            cursor.close();
        }
    }

    private Outlook plan(List<Path> files, InputStream standardInput) {
        Planner planner = new Planner(marks, reader, settings.again);
        Outlook plans = new Outlook(0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path file : files) {
            boolean standard = file.toString().equals(STANDARD_INPUT);
            String name = standard ? "standard input" : file.toString();
            switch (planner.plan(name, file, standard ? standardInput : onlyOnce(file))) {
                case Plan.Read read -> {
                    add(read.source());
                    if (!read.note().isEmpty()) {
                        plans.notes.add(read.note());
                    }
                }
                case Plan.Known known -> plans.known.add(known.message());
                case Plan.Empty empty -> plans.empty.add(empty.message());
                case Plan.Unreadable unreadable -> plans.unreadable.add(unreadable.message());
            }
        }
        return new Outlook(all.size(), plans.notes, plans.empty, plans.known, plans.unreadable);
    }

    /// A pipe, such as the shell's `<(command)`: what is read of it is gone.
    private static @Nullable InputStream onlyOnce(Path file) {
        try {
            return Files.isRegularFile(file) ? null : Files.newInputStream(file);
        } catch (IOException e) {
            return null; // planning opens it once more and tells why not
        }
    }

    private void add(Source source) {
        Cursor cursor = new Cursor(source, this::open, rejects);
        all.add(cursor);
        waiting.add(cursor);
        bytesTotal = bytesTotal < 0 || source.bytes() < 0 ? -1 : bytesTotal + source.bytes();
    }

    private Feed open(Content content, Mark start) {
        long open = 1 + all.stream().filter(cursor -> cursor.rawBytes() > 0).count();
        int depth = open <= 4 ? 2 * settings.threads + 2 : 2;
        int blockBytes = Math.clamp(IN_FLIGHT_BYTES / (open * depth), BLOCK_BYTES_MIN, BLOCK_BYTES_MAX);
        int lineBytesMax = settings.reader.limits().recordBytes();
        Lines lines = new Lines(content, start.position(), blockBytes, lineBytesMax);
        boolean detect = settings.format == Format.AUTO && start.position() == 0;
        return new Feed(lines, new Feed.Reading(reader, detect), pool, depth, stopped);
    }

    private void finish(Cursor cursor) {
        String name = cursor.source().name();
        IOException failure = cursor.failure();
        if (failure instanceof InputException && cursor.calls() == 0 && !cursor.hasMoved()) {
            failures.add(name + ": " + failure.getMessage());
        } else if (failure != null) {
            String why = failure instanceof InputException ? failure.getMessage() : failure.toString();
            failures.add(String.format(Locale.ROOT, "%s: read up to line %,d, then %s", name, cursor.lines(), why));
        } else if (cursor.calls() == 0 && cursor.rejected() > 0) {
            failures.add(String.format(
                    Locale.ROOT,
                    "%s: none of its %,d records could be read as %s; see the reasons below",
                    name,
                    cursor.rejected(),
                    settings.format.label()));
        }
        note(cursor, finished);
        bytesFinished += cursor.rawBytes();
        all.remove(cursor);
        try {
            cursor.close();
        } catch (IOException e) {
            failures.add(name + ": " + e);
        }
    }

    private void note(Cursor cursor, Map<String, String> notes) {
        if (cursor.hasMoved()) {
            Mark mark = cursor.mark(marks);
            notes.put(Marks.noteKey(mark), Marks.note(mark));
        }
    }
}
