// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read from a few pages is what reading everything finds.
class TimelineTest {

    private static final List<String> ACTORS = List.of("zoë", "alice", "bob", "actor-1", "名前", "🦊", "");

    @TempDir
    private Path directory;

    @Test
    void anActorsCallsAreThoseThatWereWritten() throws Exception {
        List<CallRow> rows = write(TestRows.random(30_000, 1, 40));
        for (String actor : ACTORS) {
            assertThat(newest(actor, null, null, 100_000)).isEqualTo(of(rows, actor));
        }
    }

    @Test
    void theSameHoldsAfterDaysWereMergedIntoManyBlocks() throws Exception {
        List<CallRow> rows = write(TestRows.random(20_000, 2, 10));
        rows = Stream.concat(rows.stream(), write(TestRows.random(20_000, 3, 10)).stream())
                .toList();
        try (CallLake lake = CallLake.open(directory)) {
            lake.checkpointed();
            assertThat(lake.compact(LocalDate.parse("2026-11-01"))).isEqualTo(2);
        }
        for (String actor : ACTORS) {
            assertThat(Set.copyOf(newest(actor, null, null, 100_000))).isEqualTo(Set.copyOf(of(rows, actor)));
        }
    }

    @Test
    void onlyTheNewestAreReadIfNoMoreAreWanted() throws Exception {
        List<CallRow> rows = write(TestRows.random(9_000, 4, 60));
        assertThat(newest("alice", null, null, 7))
                .isEqualTo(of(rows, "alice").stream().limit(7).toList());
    }

    @Test
    void timesBoundWhatIsRead() throws Exception {
        List<CallRow> rows = write(TestRows.random(9_000, 5, 60));
        Instant from = TestRows.NOON.minusSeconds(3_600 * 20);
        Instant to = TestRows.NOON.plusSeconds(3_600 * 3);
        assertThat(newest("bob", from, to, 100_000))
                .isEqualTo(of(rows, "bob").stream()
                        .filter(row -> row.timeMicros() >= TestRows.micros(from))
                        .filter(row -> row.timeMicros() < TestRows.micros(to))
                        .toList());
    }

    @Test
    void somebodyWhoNeverCalledHasNoCalls() throws Exception {
        write(TestRows.random(1_000, 6, 10));
        assertThat(newest("nobody", null, null, 10)).isEmpty();
    }

    @Test
    void anEmptyLakeHasNoCalls() throws Exception {
        assertThat(newest("alice", null, null, 10)).isEmpty();
    }

    @Test
    void aFileWithoutAnIndexIsLeftToTheQuery() throws Exception {
        write(TestRows.random(1_000, 7, 2));
        for (Path index : indexes()) {
            Files.delete(index);
        }
        assertThat(asked("alice", null, null, 10)).isEmpty();
    }

    @Test
    void aDamagedIndexIsLeftToTheQuery() throws Exception {
        write(TestRows.random(1_000, 8, 2));
        for (Path index : indexes()) {
            byte[] bytes = Files.readAllBytes(index);
            bytes[bytes.length / 2] ^= 1;
            Files.write(index, bytes);
        }
        assertThat(asked("alice", null, null, 10)).isEmpty();
    }

    private List<Path> indexes() throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ActorIndex.SUFFIX))
                    .toList();
        }
    }

    private List<CallRow> newest(String actor, @Nullable Instant from, @Nullable Instant to, int limit)
            throws Exception {
        return asked(actor, from, to, limit).orElseThrow();
    }

    private Optional<List<CallRow>> asked(String actor, @Nullable Instant from, @Nullable Instant to, int limit)
            throws Exception {
        return Timeline.over(directory).newest(new Timeline.Asked(actor, from, to, row -> true, limit));
    }

    private static List<CallRow> of(List<CallRow> rows, String actor) {
        return rows.stream()
                .filter(row -> actor.equals(row.actor()))
                .sorted(Comparator.comparingLong(CallRow::timeMicros).reversed())
                .toList();
    }

    private List<CallRow> write(List<CallRow> rows) throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            for (CallRow row : rows.stream()
                    .sorted(Comparator.comparingLong(CallRow::timeMicros))
                    .toList()) {
                lake.append(row);
            }
        }
        return rows;
    }
}
