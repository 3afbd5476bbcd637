// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that version 0.1 wrote, before files said their version, had checksums or indexes:
/// `TestRows.random(40, 7, 6)`, listed as it listed files.
class FormerFileTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final List<CallRow> WRITTEN = TestRows.random(40, 7, 6);

    @TempDir
    private Path directory;

    @BeforeEach
    void aLakeOfVersion1() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("lake/calls/day=" + DAY));
        try (InputStream file = Objects.requireNonNull(FormerFileTest.class.getResourceAsStream("calls-v1.parquet"))) {
            Files.copy(file, folder.resolve("part-0000000001.parquet"));
        }
        Files.writeString(directory.resolve("lake/calls/files.json"), """
                {"files":[{"file":"day=%s/part-0000000001.parquet","rows":40,"sealed":false}],"merged":[]}
                """.formatted(DAY));
    }

    @Test
    void itIsReadAsItWasWritten() throws Exception {
        assertSame(WRITTEN);
    }

    @Test
    void itIsMergedWithNewCallsAndGetsAnIndex() throws Exception {
        List<CallRow> fresh = TestRows.random(50, 8, 6);
        try (CallLake lake = CallLake.open(directory)) {
            for (CallRow row : fresh) {
                lake.append(row);
            }
            lake.flush();
            lake.checkpointed();
            assertThat(lake.compact(DAY)).isEqualTo(2);
        }
        assertSame(
                java.util.stream.Stream.of(WRITTEN, fresh).flatMap(List::stream).toList());
        assertThat(Timeline.over(directory).newest(new Timeline.Asked("alice", null, null, row -> true, 99)))
                .isPresent();
    }

    @Test
    void upkeepGivesItAnIndexByItself() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            lake.checkpointed();
            LakeUpkeep upkeep = lake.upkeep(Clock.systemUTC());
            assertThat(upkeep.step()).isTrue();
            assertThat(upkeep.step()).isFalse();
        }
        assertSame(WRITTEN);
        assertThat(Timeline.over(directory).newest(new Timeline.Asked("alice", null, null, row -> true, 99)))
                .isPresent();
    }

    @Test
    void itIsNotTakenForDamaged() throws Exception {
        try (CallLake lake = CallLake.open(directory)) {
            assertThat(lake.upkeep(Clock.systemUTC()).inspect(true)).isZero();
        }
        assertThat(directory.resolve("lake/damaged")).doesNotExist();
    }

    private void assertSame(List<CallRow> rows) throws Exception {
        Comparator<CallRow> order = Comparator.comparing(CallRow::toString);
        assertThat(Reading.calls(directory).stream().sorted(order).toList())
                .isEqualTo(rows.stream().sorted(order).toList());
    }
}
