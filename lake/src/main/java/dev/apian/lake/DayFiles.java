// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Calls on their way to files: a buffer for each day of event time (UTC), which becomes a sorted file when it
/// is full, when too many days are open, and at [#finish]. Files stay hidden until then, and unlisted after.
final class DayFiles implements AutoCloseable {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final Path folder;
    private final Function<LocalDate, String> names;
    private final FileWriter writer;
    private final Map<Long, DayBuffer> open = new LinkedHashMap<>(8, 0.75f, true);
    private final List<Manifest.Entry> written = new ArrayList<>();
    private long lastDay = Long.MIN_VALUE;
    private DayBuffer last = new DayBuffer(LocalDate.EPOCH);

    /// @param names gives every file of a day a name of its own
    DayFiles(Path folder, Function<LocalDate, String> names, FileWriter writer) {
        this.writer = writer;
        this.folder = folder;
        this.names = names;
    }

    static String name(LocalDate day, String part, long sequence) {
        return "day=%s/part-%s%010d.parquet".formatted(day, part, sequence);
    }

    /// Takes a row in. If this fails, the row was not taken and everything before it still is: it may be
    /// appended again once the disk has room.
    void append(CallRow row) throws IOException {
        long day = Math.floorDiv(row.timeMicros(), MICROS_PER_DAY);
        if (day != lastDay) {
            last = buffer(day);
            lastDay = day;
        }
        if (last.isFull()) {
            write(day);
            last = buffer(day);
            lastDay = day;
        }
        last.add(row);
    }

    /// Makes every appended row durable. May be repeated if it fails; nothing is lost by that.
    ///
    /// @return the files that are new since the last time
    List<Manifest.Entry> finish() throws IOException {
        for (Long day : List.copyOf(open.keySet())) {
            write(day);
        }
        FileList.reveal(folder, written);
        List<Manifest.Entry> files = List.copyOf(written);
        written.clear();
        return files;
    }

    /// Drops what is not finished.
    void drop() throws IOException {
        open.clear();
        lastDay = Long.MIN_VALUE;
        for (Manifest.Entry entry : written) {
            deleteHidden(entry.file());
        }
        written.clear();
    }

    @Override
    public void close() {
        writer.close();
    }

    private DayBuffer buffer(long day) throws IOException {
        DayBuffer buffer = open.get(day);
        if (buffer == null) {
            if (open.size() == CallLake.OPEN_DAYS_MAX) {
                write(open.keySet().iterator().next());
            }
            buffer = new DayBuffer(LocalDate.ofEpochDay(day));
            open.put(day, buffer);
        }
        return buffer;
    }

    private void write(long day) throws IOException {
        DayBuffer rows = open.get(day);
        lastDay = Long.MIN_VALUE;
        if (rows == null || rows.rows() == 0) {
            open.remove(day);
            return;
        }
        String name = names.apply(rows.day);
        Path hidden = FileList.hidden(folder, name);
        boolean done = false;
        try {
            Files.createDirectories(hidden.getParent());
            writer.write(rows, hidden);
            ActorIndexing.write(hidden, ActorIndex.beside(hidden), rows);
            written.add(Manifest.Entry.measured(name, rows.rows(), false, hidden));
            done = true;
        } finally {
            if (!done) {
                deleteHidden(name);
            }
        }
        open.remove(day);
    }

    private void deleteHidden(String name) throws IOException {
        Path hidden = FileList.hidden(folder, name);
        Files.deleteIfExists(hidden);
        Files.deleteIfExists(ActorIndex.beside(hidden));
    }
}
