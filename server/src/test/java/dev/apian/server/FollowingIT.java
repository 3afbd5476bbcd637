// SPDX-License-Identifier: Apache-2.0
package dev.apian.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.engine.source.FollowSettings;
import dev.apian.lake.Query;
import dev.apian.lake.QueryLimits;
import dev.apian.lake.QueryResult;
import dev.apian.server.live.Following;
import dev.apian.server.live.LiveSettings;
import dev.apian.stage.call.Limits;
import dev.apian.stage.signal.BuiltIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files and standard input followed into a running server, with its checkpoints and journal.
class FollowingIT {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void everyLineIsStoredOnceThoughTheProcessIsKilledBetweenCheckpoints() throws Exception {
        Path data = folder.resolve("data");
        Path killed = folder.resolve("killed");
        Path log = Files.writeString(folder.resolve("access.log"), lines(0, 3_000) + "junk\n");
        try (Fed first = new Fed(data, folder + "/access*", null)) {
            first.waitFor(2_000);
            first.ingest.engine().checkpointSoon();
            append(log, lines(3_000, 6_000) + "more junk\n");
            first.waitFor(5_000);
            copy(data, killed);
            append(log, lines(6_000, 6_500));
            first.waitFor(6_000);
        }
        assertThat(killed.resolve("state").resolve("CURRENT")).exists();
        Files.move(log, folder.resolve("access.log.1"));
        Files.writeString(log, lines(6_500, 7_000));
        try (Fed second = new Fed(killed, folder + "/access*", null)) {
            second.waitFor(6_900);
        }
        // The end of the first server was another process's matter: both directories hold each line once.
        try (Running again = Running.on(killed)) {
            assertThat(again.json("/api/v1/overview").path("calls").asInt()).isEqualTo(7_000);
        }
        assertThat(only(killed, "select count(*) from calls")).isEqualTo(7_000L);
        assertThat(only(killed, "select count(distinct call_id) from calls")).isEqualTo(7_000L);
        JsonNode rejects = JsonMapper.shared().readTree(Files.readString(killed.resolve("rejects.json")));
        assertThat(rejects.path("rejected").asInt()).isEqualTo(2);
    }

    @Test
    void standardInputIsReadThroughTheJournal() throws Exception {
        Path data = folder.resolve("data");
        byte[] input = (lines(0, 500) + "\nno record\n" + lines(500, 501).strip()).getBytes(UTF_8);
        try (Fed fed = new Fed(data, "", new ByteArrayInputStream(input))) {
            fed.waitFor("standard input is at its end");
        }
        try (Running again = Running.on(data)) {
            assertThat(again.json("/api/v1/overview").path("calls").asInt()).isEqualTo(501);
            JsonNode reject = again.json("/api/v1/overview").at("/rejects/0");
            assertThat(reject.path("count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void whatIsWrongWithFollowedFilesIsCountedWhereItIsSeen() throws Exception {
        try (Fed fed =
                new Fed(folder.resolve("data"), folder.resolve("none.log").toString(), null)) {
            Map<String, Long> dropped = Map.of();
            for (Instant end = Instant.now().plus(PATIENCE);
                    dropped.isEmpty() && Instant.now().isBefore(end); ) {
                Thread.sleep(50);
                dropped = fed.ingest.engine().progress().dropped();
            }
            assertThat(dropped).containsOnlyKeys("followed paths that cannot be looked at");
        }
    }

    private static Object only(Path data, String sql) throws Exception {
        try (Query query = Query.open(data, QueryLimits.DEFAULT);
                QueryResult result = query.run(sql)) {
            result.next();
            return Objects.requireNonNull(result.get(0));
        }
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Running.record(START.plusSeconds(i), "c-" + i, "/v1/orders/" + i % 9, 200))
                .collect(Collectors.joining());
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    /// What `kill -9` would leave: the checkpoint first, since the files of the lake that are newer are taken back.
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        copyAll(from.resolve("state"), from, to);
        copyAll(from, from, to);
    }

    private static void copyAll(Path folder, Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                boolean passing = file.toString().endsWith(".tmp") || Files.exists(copy);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!passing && Files.exists(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /// An engine that files are fed into.
    private static final class Fed implements AutoCloseable {

        private final Ingest ingest;
        private final Following following;
        private final List<String> said = new CopyOnWriteArrayList<>();

        Fed(Path data, String path, @Nullable InputStream input) throws IOException {
            LiveSettings live = LiveSettings.DEFAULT.withLateness(Duration.ZERO).withFlushEvery(Duration.ofMillis(50));
            InstantSource clock = InstantSource.system();
            ingest = Ingest.open(ServerSettings.of(data).withLive(live), BuiltIn.detectors(), clock);
            FollowSettings settings = new FollowSettings(
                    path.isEmpty() ? List.of() : List.of(path),
                    ingest.reader(),
                    true,
                    Limits.RECORD_BYTES_MAX,
                    Duration.ofMillis(20),
                    FollowSettings.LAST_LINE,
                    FollowSettings.GONE);
            following = Following.start(ingest.engine(), settings, input, clock, said::add);
        }

        /// Judged so many calls at least; the last are judged only when the engine ends.
        void waitFor(long calls) throws InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            while (ingest.engine().progress().calls() < calls - 1) {
                assertThat(Instant.now()).as("calls " + calls).isBefore(end);
                Thread.sleep(20);
            }
        }

        void waitFor(String message) throws InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            while (!said.contains(message)) {
                assertThat(Instant.now()).as("%s in %s", message, said).isBefore(end);
                Thread.sleep(20);
            }
        }

        @Override
        public void close() throws IOException {
            following.close();
            ingest.engine().close();
        }
    }
}
