// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.AutoReader;
import dev.apian.stage.call.Call;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows files round by round, with a clock that only the test moves.
class FollowerTest {

    private static final byte[] KEY = new byte[16];

    @TempDir
    Path folder;

    private final List<String> ids = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();
    private Instant now = Logs.START;
    private int callsUntilCrash = Integer.MAX_VALUE;
    private Follower follower = follow("");

    @AfterEach
    void nothingWasReadTwice() {
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whatIsThereIsReadAndThenWhatIsAppended() throws Exception {
        Path log = write("access.log", Logs.lines(0, 3));
        follower = follow(log.toString());
        rounds(2);
        append(log, Logs.lines(3, 5));
        rounds(2);

        assertCalls(0, 5);
    }

    @Test
    void aLastLineThatIsStillBeingWrittenWaits() throws Exception {
        Path log = write("access.log", Logs.line(0) + "\n" + Logs.line(1).substring(0, 70));
        follower = follow(log.toString());
        rounds(3);
        assertCalls(0, 1);

        append(log, Logs.line(1).substring(70));
        rounds(2);
        assertCalls(0, 2); // a JSON object says itself that it is whole
        append(log, "\n" + Logs.lines(2, 3));
        rounds(2);
        assertCalls(0, 3);
        assertThat(rejected).isEmpty();
    }

    @Test
    void aLineOfTextWithoutBreakIsTakenOnlyWhenTheFileIsQuietForLong() throws Exception {
        String line = "203.0.113.9 - - [02/Mar/2026:08:00:00 +0000] \"GET /v1/orders/%s HTTP/1.1\" 200 51";
        Path log = write("access.log", line.formatted("1") + "2\n" + line.formatted("2"));
        follower = follow(log.toString());
        rounds(3);
        assertThat(ids).hasSize(1);
        append(log, "2\n" + line.formatted("3"));
        rounds(2);
        assertThat(ids).hasSize(2);

        now = now.plus(FollowSettings.LAST_LINE);
        rounds(2);
        assertThat(ids).hasSize(3);
        assertThat(rejected).isEmpty();
    }

    @Test
    void aLogThatIsRenamedAndPackedIsReadOnce() throws Exception {
        Path log = write("access.log", Logs.lines(0, 20));
        follower = follow(folder.toString());
        rounds(2);
        append(log, Logs.lines(20, 21));
        Path old = Files.move(log, folder.resolve("access.log.1"));
        append(old, Logs.lines(21, 22)); // the server still has it open
        write("access.log", Logs.lines(22, 30));
        rounds(2);
        assertCalls(0, 30);

        Files.write(folder.resolve("access.log.2.gz"), Logs.gzip(Files.readAllBytes(old)));
        rounds(2);
        Files.delete(old);
        rounds(2);
        now = now.plus(FollowSettings.GONE);
        rounds(3);
        append(log, Logs.lines(30, 31));
        rounds(2);

        assertCalls(0, 31);
    }

    @Test
    void aLogThatIsRenamedOutOfSightIsReadToItsEnd() throws Exception {
        Path log = write("access.log", Logs.lines(0, 5));
        follower = follow(log.toString());
        rounds(1);
        Path old = Files.move(log, folder.resolve("archived"));
        append(old, Logs.lines(5, 7));
        write("access.log", Logs.lines(7, 9));
        rounds(2);
        append(old, Logs.lines(9, 10));
        rounds(2);

        assertCalls(0, 10);
    }

    @Test
    void copiedAndTruncatedLosesNothingWhereTheCopyIsFollowed() throws Exception {
        Path log = write("access.log", Logs.lines(0, 20));
        follower = follow(folder.toString());
        rounds(2);
        append(log, Logs.lines(20, 23)); // not seen before the copy is made
        Files.copy(log, folder.resolve("access.log.1"));
        truncate(log);
        append(log, Logs.lines(23, 25));
        rounds(3);

        assertCalls(0, 25);
        assertThat(said).anyMatch(message -> message.contains("access.log was truncated or replaced after line 20"));
    }

    @Test
    void aCopyOfALogThatGoesOnIsNotReadAndTheLogIs() throws Exception {
        Path log = write("access.log", Logs.lines(0, 20));
        follower = follow(folder.toString());
        rounds(2);
        Files.copy(log, folder.resolve("copy"));
        rounds(2);
        append(log, Logs.lines(20, 25));
        rounds(2);

        assertCalls(0, 25);
    }

    @Test
    void truncationIsSeenEvenIfTheFileIsAsLongAgain() throws Exception {
        Path log = write("access.log", Logs.lines(0, 5));
        follower = follow(log.toString());
        rounds(2);
        truncate(log);
        append(log, Logs.lines(100, 120));
        rounds(2);

        assertThat(ids).hasSize(25).contains("c-100", "c-119");
        assertThat(follower.counts()).containsEntry(Said.BEGUN_ANEW, 1L);
    }

    @Test
    void aFileThatIsDeletedAndComesBackIsGoneOnWith() throws Exception {
        Path log = write("access.log", Logs.lines(0, 5));
        byte[] content = Files.readAllBytes(log);
        follower = follow(log.toString());
        rounds(2);
        Files.delete(log);
        rounds(1);
        now = now.plus(FollowSettings.GONE);
        rounds(2);
        Files.write(log, content);
        append(log, Logs.lines(5, 7));
        rounds(2);

        assertCalls(0, 7);
    }

    @Test
    void newFilesOfAPatternAreFoundAndOthersAreNot() throws Exception {
        follower = follow(folder + "/*/api-?.log");
        rounds(1);
        assertThat(said).isEmpty();
        Files.createDirectories(folder.resolve("a/.hidden"));
        write("a/api-1.log", Logs.lines(0, 2));
        write("a/other.log", Logs.lines(10, 12));
        write("a/.hidden/api-1.log", Logs.lines(20, 22));
        rounds(2);

        assertCalls(0, 2);
    }

    @Test
    void aPathThatDoesNotExistYetIsToldOnceAndReadWhenItDoes() throws Exception {
        follower = follow(folder.resolve("later.log").toString());
        rounds(3);
        assertThat(said).hasSize(1);
        assertThat(said.getFirst()).contains("later.log: nothing there yet");
        assertThat(follower.counts()).containsEntry("followed paths that cannot be looked at", 1L);

        write("later.log", Logs.lines(0, 2));
        rounds(2);
        assertCalls(0, 2);
        assertThat(follower.counts()).isEmpty();
    }

    @Test
    void historyOfSeveralFilesComesByTime() throws Exception {
        write("b.log", Logs.lines(0, 50));
        Files.write(folder.resolve("a.gz"), Logs.gzip(Logs.bytes(Logs.lines(100, 150))));
        write("c.log", Logs.lines(50, 100));
        follower = follow(folder.toString());
        rounds(3);

        assertThat(ids)
                .isEqualTo(IntStream.range(0, 150).mapToObj(i -> "c-" + i).toList());
    }

    @Test
    void whatIsNoLogIsSetAsideAndTold() throws Exception {
        write("error.log", "something went wrong\n".repeat(60));
        write("access.log", Logs.lines(0, 2));
        follower = follow(folder.toString());
        rounds(2);

        assertCalls(0, 2);
        assertThat(said).anyMatch(message -> message.contains("error.log is set aside: none of the first 50 lines"));
        assertThat(follower.counts()).containsEntry("followed files set aside", 1L);
        assertThat(rejected).isEmpty();
    }

    @Test
    void badLinesAreCountedWithTheirFileAndLine() throws Exception {
        Path log = write("access.log", Logs.lines(0, 2) + "junk\n\n" + Logs.lines(2, 3) + "more junk\n");
        follower = follow(log.toString());
        rounds(2);
        append(log, "again\n");
        rounds(2);

        assertCalls(0, 3);
        assertThat(rejected).containsExactly(log + ":3", log + ":6", log + ":7");
    }

    @Test
    void afterACrashAtAnyCallEveryCallAndRejectIsCountedOnce() throws Exception {
        String text = Logs.lines(0, 7) + "junk\n" + Logs.lines(7, 14);
        for (int crash = 0; crash <= 14; crash++) {
            ids.clear();
            rejected.clear();
            notes.clear();
            Path log = write("crash-" + crash + ".log", text);
            follower = follow(log.toString());
            callsUntilCrash = crash;
            roundsUntilCrash();
            callsUntilCrash = Integer.MAX_VALUE;
            Path renamed = Files.move(log, folder.resolve("moved-" + crash + ".log"));
            follower = follow(renamed.toString());
            rounds(2);

            assertCalls(0, 14);
            assertThat(rejected).as("crash after " + crash).hasSize(1);
        }
    }

    @Test
    void aFileThatWasAnalysedIsFollowedFromThereAndTheOtherWayRound() throws Exception {
        Path log = write("access.log", Logs.lines(0, 30));
        Inputs.Settings settings = new Inputs.Settings(Format.AUTO, false, 1, ReaderSettings.of(KEY, Long.MAX_VALUE));
        analyse(log, settings);
        append(log, Logs.lines(30, 35));
        follower = follow(folder.toString());
        rounds(2);
        assertCalls(0, 35);

        notes.putAll(follower.positions());
        append(log, Logs.lines(35, 40));
        analyse(log, settings);
        assertCalls(0, 40);
    }

    @Test
    void aLostPositionIsToldAfterARestart() throws Exception {
        Path log = write("access.log", Logs.lines(0, 5));
        follower = follow(log.toString());
        rounds(2);
        notes.putAll(follower.positions());
        Files.writeString(log, Logs.lines(50, 52));
        follower = follow(log.toString());
        rounds(2);

        assertThat(ids).hasSize(7);
        assertThat(said).anyMatch(message -> message.contains("is not the file that was read up to line 5"));
        assertThat(follower.counts()).containsEntry(Said.LOST, 1L);
    }

    private void analyse(Path log, Inputs.Settings settings) throws IOException {
        try (Inputs inputs = new Inputs(
                List.of(log),
                InputStream.nullInputStream(),
                KEY,
                notes,
                settings,
                new Rejects(new HashMap<>()),
                () -> false)) {
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                ids.add(call.id());
            }
            notes.putAll(inputs.positions());
        }
    }

    private Follower follow(String path) {
        FollowSettings settings = new FollowSettings(
                List.of(path),
                new AutoReader(ReaderSettings.of(KEY, Long.MAX_VALUE)),
                true,
                1 << 20,
                FollowSettings.POLL,
                FollowSettings.LAST_LINE,
                FollowSettings.GONE);
        return new Follower(
                settings,
                KEY,
                notes,
                (reason, file, line, sample) -> rejected.add(file + ":" + line),
                this::take,
                () -> now,
                said::add);
    }

    private void take(Portion portion) {
        for (Call call : portion.calls()) {
            if (callsUntilCrash-- == 0) {
                throw new IllegalStateException("crash");
            }
            portion.take();
            ids.add(call.id());
        }
        portion.finish();
    }

    private void roundsUntilCrash() throws Exception {
        try {
            rounds(2);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("crash");
        }
        notes.putAll(follower.positions());
    }

    private void rounds(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            now = now.plus(Duration.ofSeconds(1));
            follower.round();
        }
    }

    private void assertCalls(int from, int to) {
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(from, to).mapToObj(i -> "c-" + i).toList());
    }

    private Path write(String name, String text) throws IOException {
        Path fresh = folder.resolve("." + name.replace('/', '-') + ".writing");
        Files.writeString(fresh, text);
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static void truncate(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(0);
        }
    }
}
