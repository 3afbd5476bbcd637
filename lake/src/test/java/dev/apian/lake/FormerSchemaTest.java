// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of calls from before entities said how and whose, beside new ones. The old file is DuckDB's own.
class FormerSchemaTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final String ALL = "SELECT actor, entities FROM calls ORDER BY time";

    @TempDir
    private Path directory;

    @BeforeEach
    void anOldFileWithOneCall() throws Exception {
        write(TestRows.call(TestRows.NOON, "alice", "GET", 200, new CallRow.Entity("order", "1", "used", "own")));
        Path file = onlyFile();
        Path old = directory.resolve("old.parquet");
        try (var connection = DuckDb.open(directory.resolve("spill"), "512MB", DuckDb.Results.WHOLE);
                var statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT * REPLACE (
                              list_transform(entities, lambda e: {'type': e.type, 'id': e.id}) AS entities)
                          FROM read_parquet(%s, hive_partitioning = false)) TO %s (FORMAT parquet)
                    """.formatted(DuckDb.text(file.toString()), DuckDb.text(old.toString())));
        }
        Files.delete(file);
        Files.delete(ActorIndex.beside(file));
        Files.move(old, file);
        Path folder = CallLake.folder(directory);
        new Manifest(List.of(new Manifest.Entry(folder.relativize(file).toString(), 1, false)), List.of())
                .write(folder);
    }

    @Test
    void oldCallsAloneHaveNullsThere() throws Exception {
        assertThat(Reading.rows(directory, ALL)).isEqualTo(List.of(List.of("alice", List.of(entity("1", null, null)))));
    }

    @Test
    void oldCallsBesideNewOnesAreReadAndCountedAsOne() throws Exception {
        writeANewCall();
        assertBothAreRead();
        assertThat(Reading.rows(directory, "SELECT id, calls, actors FROM entities"))
                .as("the same order, whatever is known of each access")
                .isEqualTo(List.of(List.of("1", 2L, 2L)));
    }

    @Test
    void oldAndNewFilesAreMerged() throws Exception {
        writeANewCall();
        try (CallLake lake = CallLake.open(directory)) {
            lake.checkpointed();
            assertThat(lake.compact(DAY)).isEqualTo(2);
        }
        assertBothAreRead();
    }

    private void assertBothAreRead() throws Exception {
        assertThat(Reading.rows(directory, ALL))
                .isEqualTo(List.of(
                        List.of("alice", List.of(entity("1", null, null))),
                        List.of("bob", List.of(entity("1", "unexplained", "other")))));
    }

    private void writeANewCall() throws Exception {
        write(TestRows.call(
                TestRows.NOON.plusSeconds(1),
                "bob",
                "GET",
                200,
                new CallRow.Entity("order", "1", "unexplained", "other")));
    }

    private void write(CallRow row) throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            lake.append(row);
        }
    }

    private Path onlyFile() throws Exception {
        try (var files = Files.list(directory.resolve("lake/calls/day=" + DAY))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, @Nullable String> entity(String id, @Nullable String how, @Nullable String whose) {
        Map<String, @Nullable String> entity = new LinkedHashMap<>();
        entity.put("type", "order");
        entity.put("id", id);
        entity.put("how", how);
        entity.put("whose", whose);
        return entity;
    }
}
