// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.journal;

import static dev.apian.server.journal.TestCalls.readFrom;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the journal does when its disk fails: nothing acknowledged is lost, nothing is there twice.
class BadDiskTest {

    @TempDir
    Path data;

    private final BadDisk disk = new BadDisk();
    private final List<Long> heard = new ArrayList<>();

    @Test
    void aFailedSyncIsNotTriedAgainOnTheSameFile() throws IOException {
        try (Journal journal = open()) {
            append(journal, "a");
            disk.syncsToFail.set(1);
            append(journal, "b");
            append(journal, "c");
            assertThat(readFrom(journal, 0)).containsExactly("a", "b", "c");
            assertThat(segments()).hasSize(2);
        }
        assertAfterRestart("a", "b", "c");
        assertThat(heard).containsExactly(0L, 1L, 2L);
    }

    @Test
    void whatAFailedFileHoldsTooDoesNotCountTwice() throws IOException {
        try (Journal journal = open()) {
            append(journal, "a");
            disk.syncsToFail.set(1);
            disk.cutsToFail.set(1);
            append(journal, "b");
        }
        assertAfterRestart("a", "b");
    }

    @Test
    void aWriteThatStopsHalfWayLeavesNothingBehind() throws IOException {
        try (Journal journal = open()) {
            append(journal, "a");
            disk.writesToFail.set(2);
            disk.cutsToFail.set(1);
            assertThatThrownBy(() -> append(journal, "b")).hasRootCauseMessage("no space left on device");
            assertThat(journal.durable()).isEqualTo(1);
        }
        assertAfterRestart("a");
    }

    @Test
    void pushesThatFailedMayBeSentAgain() throws IOException {
        PushKey key = new PushKey(1, 2);
        try (Journal journal = open()) {
            disk.writesToFail.set(2);
            assertThat(journal.append(TestCalls.of("a"), key)).failsWithin(Duration.ofSeconds(10));
            assertThat(journal.append(TestCalls.of("a"), key).join()).isTrue();
            assertThat(journal.append(TestCalls.of("a"), key).join()).isFalse();
        }
        assertAfterRestart("a");
    }

    private Journal open() throws IOException {
        return Journal.open(data, 0, disk, entry -> heard.add(entry.first()));
    }

    private static void append(Journal journal, String id) throws IOException {
        assertThat(journal.append(TestCalls.of(id), null).join()).isTrue();
    }

    private void assertAfterRestart(String... ids) throws IOException {
        try (Journal journal = Journal.open(data, 0, new LocalDisk(), entry -> {})) {
            assertThat(readFrom(journal, 0)).containsExactly(ids);
        }
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(data.resolve("journal"))) {
            return files.toList();
        }
    }
}
