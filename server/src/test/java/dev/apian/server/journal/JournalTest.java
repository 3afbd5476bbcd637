// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import static dev.apian.server.journal.TestCalls.readFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path data;

    @Test
    void callsComeBackFromAPositionInTheMiddleOfAPush() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a", "b", "c");
            append(journal, "d");
            assertThat(journal.durable()).isEqualTo(4);
        }
        try (Journal journal = open(0)) {
            assertThat(readFrom(journal, 2)).containsExactly("c", "d");
            assertThat(journal.durable()).isEqualTo(4);
            append(journal, "e");
            assertThat(readFrom(journal, 3)).containsExactly("d", "e");
            assertThat(readFrom(journal, 0)).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void pushesThatWaitAreHandedOnInOrderAndEachIsReadAgain() throws IOException {
        List<Long> heard = new ArrayList<>();
        try (Journal journal = Journal.open(data, 0, new LocalDisk(), entry -> heard.add(entry.first()))) {
            List<CompletableFuture<Boolean>> pushes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                pushes.add(journal.append(TestCalls.of("c-" + i), null));
            }
            pushes.forEach(push -> assertThat(push.join()).isTrue());
            assertThat(heard).hasSize(200).isSorted();
            assertThat(readFrom(journal, 0))
                    .hasSize(200)
                    .startsWith("c-0", "c-1")
                    .endsWith("c-199");
        }
    }

    @Test
    void whatTheClockSaidStandsBetweenTheCalls() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a");
            journal.appendClock(17).join();
            append(journal, "b");
        }
        try (Journal journal = open(0)) {
            assertThat(journal.read(1)).isEqualTo(new Entry.Clock(1, 17));
            assertThat(readFrom(journal, 0)).containsExactly("a", "b");
        }
    }

    @Test
    void aPushThatACrashCutOffIsCutAwayWhereverItWasCut() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a");
        }
        long good = Files.size(segment());
        byte[] first = Files.readAllBytes(segment());
        byte[] whole = bytesOfBoth();
        for (int length = (int) good; length < whole.length; length++) {
            deleteSegments();
            Files.write(data.resolve("journal").resolve("%019d.journal".formatted(0)), Arrays.copyOf(whole, length));
            try (Journal journal = open(0)) {
                assertThat(readFrom(journal, 0)).containsExactly("a");
                append(journal, "c");
                assertThat(readFrom(journal, 0)).containsExactly("a", "c");
            }
        }
        assertThat(Arrays.copyOf(whole, (int) good)).isEqualTo(first);
    }

    @Test
    void aFlippedBitIsNotTakenForACall() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a");
        }
        byte[] bytes = Files.readAllBytes(segment());
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Journal journal = open(0)) {
            assertThat(readFrom(journal, 0)).isEmpty();
        }
    }

    @Test
    void damageBeforeWhatWasAcknowledgedIsToldAndNotCutAway() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a");
            append(journal, "b");
            append(journal, "c");
        }
        byte[] bytes = Files.readAllBytes(segment());
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> open(0).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("move all files");
        assertThat(Files.readAllBytes(segment())).isEqualTo(bytes);
    }

    @Test
    void aMissingFileIsToldToo() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a");
        }
        Path first = segment();
        try (Journal journal = open(0)) {
            append(journal, "b");
        }
        Files.delete(first);
        assertThatThrownBy(() -> open(0).close()).hasMessageContaining("the checkpoint needs all from item 0 on");
        open(1).close();
    }

    @Test
    void aJournalOfAnEarlierReleaseIsNotPassedOver() throws IOException {
        Files.createDirectories(data.resolve("journal"));
        Files.createFile(data.resolve("journal/0000000000000000000.calls"));
        assertThatThrownBy(() -> open(0).close()).hasMessageContaining("of an earlier apian");
    }

    @Test
    void whatACheckpointCoversIsForgottenAndCountingGoesOn() throws IOException {
        try (Journal journal = open(0)) {
            append(journal, "a", "b");
            journal.forgetBefore(1);
            assertThat(readFrom(journal, 1)).containsExactly("b");
            journal.forgetBefore(2);
            assertThat(journal.bytes()).isZero();
            append(journal, "c");
            assertThat(readFrom(journal, 2)).containsExactly("c");
        }
        try (Journal journal = open(2)) {
            assertThat(journal.durable()).isEqualTo(3);
            assertThat(journal.bytes()).isPositive();
        }
    }

    @Test
    void aKeyIsKnownAfterItsSegmentIsGone() throws IOException {
        PushKey key = new PushKey(1, 2);
        try (Journal journal = open(0)) {
            assertThat(journal.append(TestCalls.of("a"), key).join()).isTrue();
            assertThat(journal.append(TestCalls.of("a"), key).join()).isFalse();
            journal.forgetBefore(1);
        }
        try (Journal journal = open(1)) {
            assertThat(journal.append(TestCalls.of("a"), key).join()).isFalse();
            assertThat(journal.append(TestCalls.of("a"), new PushKey(1, 3)).join())
                    .isTrue();
            assertThat(journal.durable()).isEqualTo(2);
        }
    }

    private Journal open(long covered) throws IOException {
        return Journal.open(data, covered, new LocalDisk(), entry -> {});
    }

    private static void append(Journal journal, String... ids) throws IOException {
        assertThat(journal.append(TestCalls.of(ids), null).join()).isTrue();
    }

    /// Of "a" and "b" in one segment.
    private byte[] bytesOfBoth() throws IOException {
        deleteSegments();
        try (Journal journal = open(0)) {
            append(journal, "a");
            append(journal, "b");
        }
        return Files.readAllBytes(segment());
    }

    private Path segment() throws IOException {
        try (var files = Files.list(data.resolve("journal"))) {
            return files.sorted().toList().getFirst();
        }
    }

    private void deleteSegments() throws IOException {
        try (var files = Files.list(data.resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
