// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCommitTest {

    @TempDir
    Path lake;

    @Test
    void whatSeveralWritersPreparedIsSeenAtTheCommitAndNotBefore() throws Exception {
        List<LakeFile> files = new ArrayList<>();
        for (String id : List.of("job-0-1", "job-1-1", "job-2-1")) {
            files.addAll(prepared(id, 10));
        }
        try (LakeCommit commit = LakeCommit.open(lake)) {
            assertThat(count("calls")).isZero();
            assertThat(count("signals")).isZero();
            commit.commit(files);
        }
        assertThat(count("calls")).isEqualTo(30);
        assertThat(count("signals")).isEqualTo(3);
    }

    @Test
    void aRepeatedCommitChangesNothing() throws Exception {
        List<LakeFile> first = prepared("a", 10);
        List<LakeFile> second = prepared("b", 10);
        try (LakeCommit commit = LakeCommit.open(lake)) {
            commit.commit(first);
            commit.commit(first);
        }
        try (LakeCommit afterFailure = LakeCommit.open(lake)) {
            afterFailure.commit(List.of(first.getFirst()));
            afterFailure.commit(Stream.concat(first.stream(), second.stream()).toList());
        }
        assertThat(count("calls")).isEqualTo(20);
        assertThat(count("signals")).isEqualTo(2);
    }

    @Test
    void aRepeatedCommitAfterCompactionChangesNothing() throws Exception {
        List<LakeFile> files = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            files.addAll(prepared("w" + i, 5));
        }
        try (LakeCommit commit = LakeCommit.open(lake)) {
            commit.commit(files);
            assertThat(commit.compact(2)).isEqualTo(8);
            assertThat(commit.compact(2)).isZero();
        }
        try (LakeCommit afterFailure = LakeCommit.open(lake)) {
            afterFailure.commit(files);
            assertThat(parquetFiles()).hasSize(2);
        }
        assertThat(count("calls")).isEqualTo(20);
        assertThat(count("signals")).isEqualTo(4);
    }

    /// The process died between replacing the list and deleting what was merged.
    @Test
    void aMergedFileThatIsStillThereIsNotPublishedAgain() throws Exception {
        List<LakeFile> files = Stream.of(prepared("a", 5), prepared("b", 5))
                .flatMap(List::stream)
                .toList();
        LakeFile calls = files.stream()
                .filter(file -> file.table() == Table.CALLS)
                .findFirst()
                .orElseThrow();
        Path path = CallLake.folder(lake).resolve(calls.file());
        byte[] bytes = Files.readAllBytes(path);
        try (LakeCommit commit = LakeCommit.open(lake)) {
            commit.commit(files);
            commit.compact(1);
            Files.write(path, bytes);
            commit.commit(files);
        }
        assertThat(count("calls")).isEqualTo(10);
    }

    @Test
    void aFileThatIsGoneIsAnErrorAndPublishesNothingOfItsTable() throws Exception {
        List<LakeFile> files = prepared("a", 5);
        try (LakeCommit commit = LakeCommit.open(lake)) {
            assertThat(commit.removeOrphans(Duration.ofHours(1))).isZero();
            assertThat(commit.removeOrphans(Duration.ofSeconds(-5))).isEqualTo(2);
            assertThatThrownBy(() -> commit.commit(files))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is not there")
                    .hasMessageContaining("checkpoint");
        }
        assertThat(count("calls")).isZero();
    }

    @Test
    void whatIsPublishedIsNoOrphan() throws Exception {
        try (LakeCommit commit = LakeCommit.open(lake)) {
            commit.commit(prepared("a", 5));
            prepared("failed", 5);
            assertThat(commit.removeOrphans(Duration.ofSeconds(-5))).isEqualTo(2);
        }
        assertThat(count("calls")).isEqualTo(5);
    }

    @Test
    void aWriterThatIsClosedLeavesNothingUnprepared() throws Exception {
        try (LakeWriter writer = LakeWriter.open(lake, "a")) {
            append(writer, "a", 5);
        }
        assertThat(parquetFiles()).isEmpty();
    }

    @Test
    void theLatestRowOfAnActorIsTheOneThatHolds() throws Exception {
        List<LakeFile> files = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            // The files' names sort the other way round.
            try (LakeWriter writer = LakeWriter.open(lake, "w" + (9 - version))) {
                writer.append(TestRows.call(TestRows.NOON, "maria", "GET", 200));
                writer.append(
                        Table.ACTORS,
                        Map.of("actor", "maria", "name", "v" + version, "kind", "user", "version", (long) version));
                files.addAll(writer.prepare());
            }
        }
        try (LakeCommit commit = LakeCommit.open(lake)) {
            commit.commit(files);
            assertThat(Reading.rows(lake, "SELECT actor, name FROM actors")).isEqualTo(List.of(List.of("maria", "v3")));
            commit.compact(1);
            assertThat(Reading.rows(lake, "SELECT actor, name FROM actors")).isEqualTo(List.of(List.of("maria", "v3")));
        }
    }

    @Test
    void aLakeHasOneCommitterAndTheNextWaitsAMoment() throws Exception {
        try (LakeCommit first = LakeCommit.open(lake)) {
            assertThatThrownBy(() -> LakeCommit.open(lake, Duration.ofMillis(200)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another process writes to this lake")
                    .hasMessageContaining("one committer");
            Thread end = Thread.ofPlatform().start(() -> endSoon(first));
            try (LakeCommit next = LakeCommit.open(lake)) {
                next.commit(prepared("a", 1));
            }
            end.join();
        }
        assertThat(count("calls")).isEqualTo(1);
    }

    @Test
    void preparedFilesTravelInACheckpoint() throws Exception {
        LakeFile file = new LakeFile(Table.SIGNALS, "signals/part-a-0000000001.parquet", 7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.save(new DataOutputStream(bytes));
        assertThat(LakeFile.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(file);
    }

    @Test
    void aWritersIdCannotLeaveTheLake() {
        assertThatThrownBy(() -> LakeWriter.open(lake, "../x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("writer id ../x");
    }

    private List<LakeFile> prepared(String id, int calls) throws IOException {
        try (LakeWriter writer = LakeWriter.open(lake, id)) {
            append(writer, id, calls);
            return writer.prepare();
        }
    }

    private static void append(LakeWriter writer, String id, int calls) throws IOException {
        for (int i = 0; i < calls; i++) {
            writer.append(TestRows.call(TestRows.NOON.plusSeconds(i), id, "GET", 200));
        }
        writer.append(Table.SIGNALS, signal(id, TestRows.NOON));
    }

    private static Map<String, Object> signal(String actor, Instant time) {
        return Map.of("time", time, "scenario", "id-walk", "actor", actor, "strength", 0.5, "calls", List.of("c1"));
    }

    private static void endSoon(LakeCommit commit) {
        try {
            Thread.sleep(300);
            commit.close();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String table) throws Exception {
        return (Long)
                Reading.rows(lake, "SELECT count(*) FROM " + table).getFirst().getFirst();
    }

    private List<Path> parquetFiles() throws IOException {
        try (Stream<Path> files = Files.walk(lake)) {
            return files.filter(file -> String.valueOf(file.getFileName()).contains("part-"))
                    .filter(file -> !file.toString().endsWith(ActorIndex.SUFFIX))
                    .toList();
        }
    }
}
