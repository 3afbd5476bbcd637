// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One of several writers of a shared lake: rows become files that nobody sees until [LakeCommit] publishes
/// them.
///
/// Files carry the writer's id, so that no two writers ever choose the same name, and need no agreement. One
/// thread at a time.
public final class LakeWriter implements AutoCloseable {

    /// Rows of a small table in memory; more become a file before [#prepare].
    public static final int ROWS_BUFFERED_MAX = 10_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    private final String id;
    private final Path tableFolder;
    private final DayFiles calls;
    private final Map<Table, List<Map<String, Object>>> waiting = new EnumMap<>(Table.class);
    private final List<LakeFile> written = new ArrayList<>();
    private long sequence;

    private LakeWriter(Path lake, String id) {
        this.id = id;
        this.tableFolder = Snapshot.folder(lake);
        this.calls = new DayFiles(
                CallLake.folder(lake),
                day -> DayFiles.name(day, id + "-", ++sequence),
                new CallFileWriter(CallFileWriter.PAGE_ROWS));
    }

    /// @param id unique among all writers that ever ran, attempts after a failure included; part of file names
    public static LakeWriter open(Path lake, String id) throws IOException {
        if (!ID.matcher(id).matches() || id.contains("..")) {
            throw new IllegalArgumentException(
                    "writer id %s, expected 1 to 100 letters, digits and . _ - without two dots together"
                            .formatted(id));
        }
        Files.createDirectories(CallLake.folder(lake));
        Files.createDirectories(Snapshot.folder(lake));
        return new LakeWriter(lake, id);
    }

    /// Appends to the table `calls`.
    public void append(CallRow row) throws IOException {
        calls.append(row);
    }

    /// Appends to `signals` or `actors`, whose later rows take the place of earlier ones.
    public void append(Table table, Map<String, Object> row) throws IOException {
        Snapshot.requireGrowing(table);
        List<Map<String, Object>> rows = waiting.computeIfAbsent(table, any -> new ArrayList<>());
        rows.add(row);
        if (rows.size() == ROWS_BUFFERED_MAX) {
            write(table, rows);
        }
    }

    /// Closes what is buffered into durable files that no manifest names yet.
    public List<LakeFile> prepare() throws IOException {
        for (Map.Entry<Table, List<Map<String, Object>>> rows : waiting.entrySet()) {
            write(rows.getKey(), rows.getValue());
        }
        FileList.reveal(tableFolder, written.stream().map(LakeFile::entry).toList());
        for (Manifest.Entry entry : calls.finish()) {
            written.add(new LakeFile(Table.CALLS, entry.file(), entry.rows()));
        }
        List<LakeFile> files = List.copyOf(written);
        written.clear();
        return files;
    }

    /// Drops what was not prepared.
    @Override
    public void close() throws IOException {
        try (calls) {
            calls.drop();
            for (LakeFile file : written) {
                Files.deleteIfExists(FileList.hidden(tableFolder, file.file()));
            }
            written.clear();
            waiting.clear();
        }
    }

    private void write(Table table, List<Map<String, Object>> rows) throws IOException {
        if (!rows.isEmpty()) {
            String name = Snapshot.name(table, id + "-", ++sequence);
            written.add(new LakeFile(table, name, RowFile.write(table, rows, tableFolder, name)));
            rows.clear();
        }
    }
}
