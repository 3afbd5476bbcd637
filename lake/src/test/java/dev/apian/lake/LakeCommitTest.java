// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeCommitTest {

    private static final long DAY = 86_400_000_000L;

    @TempDir
    Path lake;

    @Test
    void rowsAreSeenOncePublishedAndNotBefore() throws Exception {
        try (LakeWriter one = LakeWriter.open(lake, "one");
                LakeWriter two = LakeWriter.open(lake, "two");
                LakeCommit commit = LakeCommit.open(lake)) {
            one.append(call("c1", 0, "a-1"));
            one.append(call("c2", DAY, "a-1"));
            two.append(call("c3", 0, "a-2"));
            List<LakeFile> files = new ArrayList<>(one.prepare());
            files.addAll(two.prepare());
            assertThat(files).hasSize(3);
            assertThat(ids()).isEmpty();

            commit.commit(files);

            assertThat(ids()).containsExactly("c1", "c2", "c3");
        }
    }

    @Test
    void publishingAgainChangesNothing() throws Exception {
        try (LakeWriter writer = LakeWriter.open(lake, "one")) {
            writer.append(call("c1", 0, "a-1"));
            writer.append(Table.SIGNALS, signal("c1"));
            List<LakeFile> files = writer.prepare();
            publish(files);
            publish(files);
        }

        assertThat(ids()).containsExactly("c1");
        assertThat(column("SELECT reason FROM signals")).containsExactly("because of c1");
    }

    @Test
    void whatWasNotPreparedIsDropped() throws Exception {
        try (LakeWriter writer = LakeWriter.open(lake, "one")) {
            writer.append(call("c1", 0, "a-1"));
        }
        publish(List.of());

        assertThat(ids()).isEmpty();
    }

    @Test
    void theLatestVersionOfAnActorCounts() throws Exception {
        try (LakeWriter writer = LakeWriter.open(lake, "one")) {
            writer.append(Table.ACTOR_CHANGES, actor("alice, as known first", 1));
            List<LakeFile> first = writer.prepare();
            writer.append(Table.ACTOR_CHANGES, actor("alice", 9));
            writer.append(call("c1", 0, "a-1"));
            publish(first);
            publish(writer.prepare());
        }

        assertThat(column("SELECT \"name\" FROM actors")).containsExactly("alice");
    }

    @Test
    void smallFilesOfADayBecomeOneAndRowsStay() throws Exception {
        try (LakeCommit commit = LakeCommit.open(lake)) {
            for (int i = 0; i < 5; i++) {
                try (LakeWriter writer = LakeWriter.open(lake, "w" + i)) {
                    writer.append(call("c" + i, 0, "a-" + i));
                    writer.append(Table.SIGNALS, signal("c" + i));
                    writer.append(Table.ACTOR_CHANGES, actor("version " + i, i));
                    commit.commit(writer.prepare());
                }
            }
            assertThat(commit.compact(3, Duration.ofHours(1)))
                    .as("files too young to merge")
                    .isZero();

            assertThat(commit.compact(3, Duration.ofMillis(-1))).isEqualTo(15);
        }

        assertThat(files(Table.CALLS)).hasSize(1);
        assertThat(ids()).containsExactly("c0", "c1", "c2", "c3", "c4");
        assertThat(column("SELECT call FROM (SELECT unnest(calls) AS call FROM signals) ORDER BY 1"))
                .containsExactly("c0", "c1", "c2", "c3", "c4");
        assertThat(column("SELECT \"name\" FROM actors WHERE actor = 'a-1'")).containsExactly("version 4");
    }

    @Test
    void filesOfFailedAttemptsAreDeletedOnceOld() throws Exception {
        try (LakeWriter writer = LakeWriter.open(lake, "failed");
                LakeCommit commit = LakeCommit.open(lake)) {
            writer.append(call("c1", 0, "a-1"));
            writer.prepare();

            assertThat(commit.removeOrphans(Duration.ofDays(1))).isZero();
            assertThat(commit.removeOrphans(Duration.ofMillis(-1))).isEqualTo(1);
            assertThat(files(Table.CALLS)).isEmpty();
        }
    }

    @Test
    void aFileTravelsBetweenMachines() throws IOException {
        LakeFile file = new LakeFile(Table.CALLS, "day=2026-11-01/part-x-000001.parquet", 7);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.save(new DataOutputStream(bytes));

        assertThat(LakeFile.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(file);
    }

    private void publish(List<LakeFile> files) throws IOException {
        try (LakeCommit commit = LakeCommit.open(lake)) {
            commit.commit(files);
        }
    }

    private List<Path> files(Table table) throws IOException {
        try (Stream<Path> all = Files.walk(table.parts(lake))) {
            return all.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private List<String> ids() throws Exception {
        return column("SELECT call_id FROM calls ORDER BY 1");
    }

    private List<String> column(String sql) throws Exception {
        List<String> values = new ArrayList<>();
        try (Query query = Query.open(lake, QueryLimits.DEFAULT);
                QueryResult rows = query.run(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.get(0)));
            }
        }
        return values;
    }

    private static CallRow call(String id, long micros, String actor) {
        return new CallRow(
                micros,
                id,
                "api.example",
                "GET",
                "/orders/1",
                "GET /orders/{orderId}",
                "e1",
                200,
                actor,
                "user",
                null,
                null,
                null,
                CallRow.ASN_UNKNOWN,
                null,
                null,
                List.of(),
                CallRow.BYTES_UNKNOWN,
                CallRow.BYTES_UNKNOWN,
                CallRow.DURATION_UNKNOWN,
                false);
    }

    private static Map<String, Object> signal(String call) {
        return Map.of("scenario", "test", "reason", "because of " + call, "calls", List.of(call));
    }

    private static Map<String, Object> actor(String name, long version) {
        return Map.of("actor", "a-1", "name", name, "kind", "user", "version", version);
    }
}
