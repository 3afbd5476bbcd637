// SPDX-License-Identifier: Apache-2.0
package dev.apian.server.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.AutoReader;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Fingerprints;
import dev.apian.stage.call.Outcome.Accepted;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path data;

    @Test
    void callsComeBackFromAPositionInTheMiddleOfABatch() throws IOException {
        try (Journal journal = Journal.open(data, 0)) {
            journal.append(calls("a", "b", "c"));
            journal.append(calls("d"));
            assertThat(journal.next()).isEqualTo(4);
        }
        try (Journal journal = Journal.open(data, 0)) {
            assertThat(replayed(journal, 2)).containsExactly("c", "d");
            assertThat(journal.next()).isEqualTo(4);
        }
    }

    @Test
    void aBatchThatACrashCutOffIsCutAwayWhereverItWasCut() throws IOException {
        try (Journal journal = Journal.open(data, 0)) {
            journal.append(calls("a"));
            journal.append(calls("b"));
        }
        Path segment = segment();
        byte[] whole = Files.readAllBytes(segment);
        for (int length = whole.length / 2 + 1; length < whole.length; length++) {
            Files.write(segment, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(data, 0)) {
                assertThat(replayed(journal, 0)).containsExactly("a");
                journal.append(calls("c"));
                assertThat(replayed(journal, 0)).containsExactly("a", "c");
            }
            deleteAllBut(segment);
        }
    }

    @Test
    void aFlippedBitIsNotTakenForACall() throws IOException {
        try (Journal journal = Journal.open(data, 0)) {
            journal.append(calls("a"));
        }
        byte[] bytes = Files.readAllBytes(segment());
        bytes[bytes.length - 1] ^= 1;
        Files.write(segment(), bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Journal journal = Journal.open(data, 0)) {
            assertThat(replayed(journal, 0)).isEmpty();
        }
    }

    @Test
    void whatACheckpointCoversIsForgottenAndCountingGoesOn() throws IOException {
        try (Journal journal = Journal.open(data, 0)) {
            journal.append(calls("a", "b"));
            journal.forgetBefore(1);
            assertThat(replayed(journal, 1)).containsExactly("b");
            journal.forgetBefore(2);
            assertThat(replayed(journal, 0)).isEmpty();
            journal.append(calls("c"));
            assertThat(replayed(journal, 2)).containsExactly("c");
        }
        try (Journal journal = Journal.open(data, 2)) {
            assertThat(journal.next()).isEqualTo(3);
        }
    }

    private Path segment() throws IOException {
        try (var files = Files.list(data.resolve("journal"))) {
            return files.sorted().toList().getFirst();
        }
    }

    private void deleteAllBut(Path kept) throws IOException {
        try (var files = Files.list(data.resolve("journal"))) {
            for (Path file : files.filter(one -> !one.equals(kept)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<String> replayed(Journal journal, long from) throws IOException {
        List<String> ids = new ArrayList<>();
        journal.replay(from, calls -> calls.forEach(call -> ids.add(call.id())));
        return ids;
    }

    private static List<Call> calls(String... ids) {
        AutoReader reader = new AutoReader(ReaderSettings.of(new byte[Fingerprints.KEY_BYTES], Long.MAX_VALUE));
        return Arrays.stream(ids).map(id -> call(reader, id)).toList();
    }

    private static Call call(AutoReader reader, String id) {
        byte[] record = ("{\"timestamp\":\"2026-11-20T10:00:00Z\",\"http.request.method\":\"GET\",\"url.path\":\"/a\","
                        + "\"http.response.status_code\":200,\"event.id\":\"" + id + "\"}")
                .getBytes(UTF_8);
        if (reader.read(record, 0, record.length) instanceof Accepted accepted) {
            return accepted.call();
        }
        throw new AssertionError("the test's record cannot be read");
    }
}
