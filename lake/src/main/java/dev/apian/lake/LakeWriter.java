// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One of several writers of a shared lake: rows become files that nobody sees until [LakeCommit] publishes
/// them.
///
/// A reader follows the list of published files, so a file that is not in it may lie beside the others under
/// its own name. Belongs to one thread.
public final class LakeWriter implements AutoCloseable {

    /// Rows of a small table that gather before they become a file.
    public static final int ROWS_MAX = 50_000;

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final Path lake;
    private final String id;
    private final CallFileWriter writer = new CallFileWriter();
    private final Map<Long, DayBuffer> days = new LinkedHashMap<>(8, 0.75f, true);
    private final Map<Table, List<Map<String, Object>>> rows = new EnumMap<>(Table.class);
    private final List<LakeFile> written = new ArrayList<>();
    private long lastDay = Long.MIN_VALUE;
    private DayBuffer last = new DayBuffer(LocalDate.EPOCH);
    private int sequence;

    private LakeWriter(Path lake, String id) {
        this.lake = lake;
        this.id = id;
    }

    /// @param lake the shared folder; made where there is none
    /// @param id   unique among all writers that ever ran, attempts after a failure included; part of file names
    public static LakeWriter open(Path lake, String id) throws IOException {
        Files.createDirectories(lake);
        return new LakeWriter(lake, id);
    }

    /// Appends to the table `calls`.
    public void append(CallRow row) throws IOException {
        long day = Math.floorDiv(row.timeMicros(), MICROS_PER_DAY);
        if (day != lastDay) {
            last = buffer(day);
            lastDay = day;
        }
        last.add(row);
        if (last.isFull()) {
            write(day);
        }
    }

    /// Appends to a table of rows: [Table#SIGNALS] or [Table#ACTOR_CHANGES].
    public void append(Table table, Map<String, Object> row) throws IOException {
        if (!table.isOfParts()) {
            throw new IllegalArgumentException(
                    "table=" + table.label() + " has no parts; give signals or actor_changes");
        }
        List<Map<String, Object>> waiting = rows.computeIfAbsent(table, t -> new ArrayList<>());
        waiting.add(row);
        if (waiting.size() == ROWS_MAX) {
            write(table, waiting);
        }
    }

    /// Closes what is buffered into durable files that no reader sees yet.
    public List<LakeFile> prepare() throws IOException {
        for (Long day : List.copyOf(days.keySet())) {
            write(day);
        }
        for (Map.Entry<Table, List<Map<String, Object>>> table : rows.entrySet()) {
            write(table.getKey(), table.getValue());
        }
        List<LakeFile> files = List.copyOf(written);
        written.clear();
        return files;
    }

    /// Drops what was not prepared.
    @Override
    public void close() {
        writer.close();
    }

    private DayBuffer buffer(long day) throws IOException {
        DayBuffer buffer = days.get(day);
        if (buffer == null) {
            if (days.size() == CallLake.OPEN_DAYS_MAX) {
                write(days.keySet().iterator().next());
            }
            buffer = new DayBuffer(LocalDate.ofEpochDay(day));
            days.put(day, buffer);
        }
        return buffer;
    }

    private void write(long day) throws IOException {
        DayBuffer buffer = days.remove(day);
        lastDay = Long.MIN_VALUE;
        if (buffer != null && buffer.rows() > 0) {
            String file = "day=%s/%s".formatted(buffer.day, name());
            writer.write(buffer, place(Table.CALLS, file));
            written.add(new LakeFile(Table.CALLS, file, buffer.rows()));
        }
    }

    private void write(Table table, List<Map<String, Object>> waiting) throws IOException {
        if (!waiting.isEmpty()) {
            String file = name();
            long count = RowFile.write(table, waiting, place(table, file));
            written.add(new LakeFile(table, file, count));
            waiting.clear();
        }
    }

    private String name() {
        sequence++;
        return "part-%s-%06d.parquet".formatted(id, sequence);
    }

    private Path place(Table table, String file) throws IOException {
        Path path = table.parts(lake).resolve(file);
        Path folder = path.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return path;
    }
}
