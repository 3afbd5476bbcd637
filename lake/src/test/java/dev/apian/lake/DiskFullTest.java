// SPDX-License-Identifier: Apache-2.0
package dev.apian.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that becomes full loses nothing and breaks nothing: what failed is tried again when there is room.
class DiskFullTest {

    @TempDir
    private Path directory;

    private final FullDisk disk = new FullDisk();

    /// Leaves half a file behind, as a disk does, while it is full.
    private static final class FullDisk implements FileWriter {

        private final CallFileWriter writer = new CallFileWriter(CallFileWriter.PAGE_ROWS);
        private boolean full;

        @Override
        public void write(DayBuffer rows, Path path) throws IOException {
            writer.write(rows, path);
            if (full) {
                Files.write(path, java.util.Arrays.copyOf(Files.readAllBytes(path), 1_000));
                throw new IOException(path + ": No space left on device");
            }
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    @Test
    void aFlushThatFailedIsTriedAgainWithEveryRowOnce() throws Exception {
        List<CallRow> rows = TestRows.random(500, 1, 10);
        try (CallLake lake = CallLake.open(directory, disk)) {
            append(lake, rows);
            disk.full = true;
            assertThatThrownBy(lake::flush)
                    .satisfies(e -> assertThat(DiskRoom.isFull(e)).isTrue());
            assertThatThrownBy(lake::flush)
                    .satisfies(e -> assertThat(DiskRoom.isFull(e)).isTrue());
            assertThat(files()).as("nothing half is left").isEmpty();
            assertThat(Reading.count(directory)).isZero();
            disk.full = false;
            assertThat(lake.flush()).hasSize(1);
        }
        assertSame(rows);
    }

    @Test
    void aRowThatFoundNoRoomWasNotTakenAndMayBeAppendedAgain() throws Exception {
        List<CallRow> rows = TestRows.random(DayBuffer.ROWS_MAX + 1, 2, 10);
        CallRow last = rows.getLast();
        try (CallLake lake = CallLake.open(directory, disk)) {
            append(lake, rows.subList(0, DayBuffer.ROWS_MAX));
            disk.full = true;
            assertThatThrownBy(() -> lake.append(last)).hasMessageContaining("No space left");
            assertThatThrownBy(() -> lake.append(last)).hasMessageContaining("No space left");
            disk.full = false;
            lake.append(last);
        }
        assertThat(Reading.count(directory)).isEqualTo(rows.size());
    }

    @Test
    void rowsOfOtherDaysWaitToo() throws Exception {
        List<CallRow> rows = TestRows.random(400, 3, 40);
        try (CallLake lake = CallLake.open(directory, disk)) {
            append(
                    lake,
                    rows.stream()
                            .sorted(Comparator.comparingLong(CallRow::timeMicros))
                            .toList());
            disk.full = true;
            assertThatThrownBy(lake::flush).hasMessageContaining("No space left");
            disk.full = false;
            lake.flush();
        }
        assertSame(rows);
    }

    @Test
    void callsAreRefusedBelowTheReserve() throws Exception {
        DiskRoom room = new DiskRoom(() -> 500L << 20, 1L << 30);
        assertThat(room.isLow()).isTrue();
        assertThat(room.message()).contains("500 MB left").contains("reserve is 1024 MB");
    }

    @Test
    void callsAreTakenInWithinTheReserve() throws Exception {
        assertThat(new DiskRoom(() -> 2L << 30, 1L << 30).isLow()).isFalse();
        assertThat(DiskRoom.of(directory, 0).isLow()).isFalse();
    }

    @Test
    void otherFailuresAreNoMatterOfRoom() {
        assertThat(DiskRoom.isFull(new IOException("Permission denied"))).isFalse();
        assertThat(DiskRoom.isFull(new IOException("x", new IOException("Disk quota exceeded"))))
                .isTrue();
    }

    private static void append(CallLake lake, List<CallRow> rows) throws IOException {
        for (CallRow row : rows) {
            lake.append(row);
        }
    }

    private void assertSame(List<CallRow> rows) throws Exception {
        Comparator<CallRow> order = Comparator.comparing(CallRow::toString);
        assertThat(Reading.calls(directory).stream().sorted(order).toList())
                .isEqualTo(rows.stream().sorted(order).toList());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().contains("part-")).toList();
        }
    }
}
