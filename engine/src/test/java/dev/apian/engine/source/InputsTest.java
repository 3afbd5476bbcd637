// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    private static final byte[] KEY = new byte[16];

    @TempDir
    Path folder;

    private final Rejects rejects = new Rejects(new HashMap<>());

    @Test
    void anyNumberOfThreadsGivesTheSameOrder() throws IOException {
        Path file = write("a.log", Logs.gzip(Logs.bytes(Logs.lines(0, 20_000))));
        List<String> expected =
                IntStream.range(0, 20_000).mapToObj(i -> "c-" + i).toList();

        for (int threads : new int[] {1, 2, 7}) {
            assertThat(ids(read(threads, file))).isEqualTo(expected);
        }
    }

    @Test
    void filesOfSeveralHostsAndDaysAreMergedByTimeInWhateverOrderTheyAreGiven() throws IOException {
        Path even = write("even", Logs.bytes(lines(IntStream.range(0, 300).filter(i -> i % 2 == 0))));
        Path odd =
                write("odd", Logs.zstd(Logs.bytes(lines(IntStream.range(0, 300).filter(i -> i % 2 == 1)))));
        Path later = write("later", Logs.gzip(Logs.bytes(Logs.lines(300, 400))));

        List<Call> calls = read(2, later, odd, even);

        // The first call of a file is placed by itself and the next by their median: two out of step at most.
        for (int i = 0; i < calls.size(); i++) {
            int second = Integer.parseInt(calls.get(i).id().substring(2));
            assertThat(second).isBetween(i - 5, i + 5);
        }
        assertThat(calls).hasSize(400);
    }

    @Test
    void oneWrongClockDoesNotHoldTheOtherFilesUp() throws IOException {
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            Duration ahead = i == 50 ? Duration.ofDays(9) : Duration.ZERO;
            wrong.append(Logs.lineAt(Logs.START.plusSeconds(i).plus(ahead), "w-" + i))
                    .append('\n');
        }
        Path one = write("one", Logs.bytes(wrong.toString()));
        Path two = write("two", Logs.bytes(Logs.lines(0, 200)));

        List<String> ids = ids(read(1, one, two));

        assertThat(ids.indexOf("w-60")).isLessThan(ids.indexOf("c-90"));
    }

    @Test
    void rejectsKnowTheirFileAndLine() throws IOException {
        Path file = write("a.log", Logs.bytes(Logs.lines(0, 5_000) + "\n\nnonsense\n" + Logs.lines(5_000, 5_001)));

        assertThat(read(2, file)).hasSize(5_001);

        assertThat(rejects.total()).isEqualTo(1);
        Rejects.Sample sample = rejects.tallies().getFirst().samples().getFirst();
        assertThat(sample.file()).isEqualTo(file.toString());
        assertThat(sample.line()).isEqualTo(5_003);
        assertThat(sample.sample()).isEqualTo("aaaaaaaa");
    }

    @Test
    void samplesAreBoundedAndCountsAreNot() throws IOException {
        Path file = write("a.log", Logs.bytes(Logs.line(0) + "\n" + "junk\n".repeat(300_000)));

        read(2, file);

        Rejects.Tally tally = rejects.tallies().getFirst();
        assertThat(tally.count()).isEqualTo(300_000);
        assertThat(tally.samples()).hasSize(Rejects.SAMPLES_PER_REASON_MAX);
        assertThat(tally.samples()).extracting(Rejects.Sample::line).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void pathsAreCheckedAllAtOnceBeforeAnythingIsRead() {
        List<String> problems = Inputs.problems(List.of(folder, folder.resolve("none"), Path.of("-"), Path.of("-")));

        assertThat(problems).hasSize(3);
        assertThat(problems.get(0)).contains("is a directory; give the files in it");
        assertThat(problems.get(1)).contains("no such file");
        assertThat(problems.get(2)).contains("given twice");
    }

    private List<Call> read(int threads, Path... files) throws IOException {
        ReaderSettings reader = ReaderSettings.of(KEY, Long.MAX_VALUE);
        Inputs.Settings settings = new Inputs.Settings(Format.AUTO, false, threads, reader);
        List<Call> calls = new ArrayList<>();
        try (Inputs inputs = new Inputs(
                List.of(files), InputStream.nullInputStream(), KEY, new HashMap<>(), settings, rejects, () -> false)) {
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                calls.add(call);
            }
            assertThat(inputs.failures()).isEmpty();
        }
        return calls;
    }

    private static List<String> ids(List<Call> calls) {
        return calls.stream().map(Call::id).toList();
    }

    private static String lines(IntStream seconds) {
        return String.join("\n", seconds.mapToObj(Logs::line).toList()) + "\n";
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
