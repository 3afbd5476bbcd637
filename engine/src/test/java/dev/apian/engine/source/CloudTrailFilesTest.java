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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files of CloudTrail events as AWS delivers them and as people keep them.
class CloudTrailFilesTest {

    private static final byte[] KEY = new byte[16];

    @TempDir
    Path folder;

    private final Map<String, String> notes = new HashMap<>();
    private Rejects rejects = new Rejects(new HashMap<>());

    @ParameterizedTest
    @EnumSource(names = {"AUTO", "CLOUDTRAIL"})
    void everyShapeOfAFileGivesTheSameCalls(Format format) throws IOException {
        String records = events(0, 50, ",");
        String printed = events(0, 50, ",").replace(",\"", ",\n   \"").replace("{", "{\n ");
        List<Path> shapes = List.of(
                write("lines.ndjson", Logs.bytes(events(0, 50, "\n") + "\n")),
                write("delivered.json.gz", Logs.gzip(Logs.bytes("{\"Records\":[" + records + "]}"))),
                write("array.json", Logs.bytes("[" + records + "]")),
                write("printed.json", Logs.zstd(Logs.bytes("[\n" + printed + "\n]\n"))));

        for (Path file : shapes) {
            assertThat(ids(read(format, Integer.MAX_VALUE, file)))
                    .as(file.toString())
                    .isEqualTo(expected(0, 50));
            assertThat(rejects.total()).isZero();
            notes.clear();
        }
    }

    @Test
    void aBrokenEventIsARejectWithItsNumberAndTheOthersAreRead() throws IOException {
        String document = "{\"Records\":[" + events(0, 3, ",") + "," + event(3).substring(0, 150) + ","
                + events(4, 9, ",") + "]}";

        assertThat(ids(read(Format.AUTO, Integer.MAX_VALUE, write("a.json", Logs.bytes(document)))))
                .isEqualTo(IntStream.range(0, 9)
                        .filter(i -> i != 3)
                        .mapToObj(i -> "e-" + i)
                        .toList());

        Rejects.Tally tally = rejects.tallies().getFirst();
        assertThat(tally.reason()).isEqualTo("malformed record");
        assertThat(tally.count()).isEqualTo(1);
        assertThat(tally.samples().getFirst().line()).isEqualTo(4);
        assertThat(tally.samples().getFirst().sample()).doesNotContain("AKIA");
    }

    @Test
    void anEventThatIsTooLargeIsARejectAndTheNextIsRead() throws IOException {
        String huge = event(1).replace("GetObject", "x".repeat(5 << 20));
        String document = "[" + event(0) + "," + huge + "," + event(2) + "]";

        assertThat(ids(read(Format.CLOUDTRAIL, Integer.MAX_VALUE, write("a.json", Logs.bytes(document)))))
                .containsExactly("e-0", "e-2");
        assertThat(rejects.tallies().getFirst().reason()).isEqualTo("record too long");
    }

    @Test
    void aRunThatStoppedWithinADocumentGoesOnBehindTheLastEvent() throws IOException {
        Path file = write("a.json.gz", Logs.gzip(Logs.bytes("{\"Records\":[" + events(0, 40, ",") + "]}")));

        List<Call> first = read(Format.AUTO, 17, file);
        List<Call> rest = read(Format.AUTO, Integer.MAX_VALUE, file);

        assertThat(ids(first)).isEqualTo(expected(0, 17));
        assertThat(ids(rest)).isEqualTo(expected(17, 40));
        assertThat(read(Format.AUTO, Integer.MAX_VALUE, file))
                .as("it was read to its end")
                .isEmpty();
    }

    @Test
    void aDocumentWithoutEventsIsReadAndIsEmpty() throws IOException {
        assertThat(read(Format.AUTO, Integer.MAX_VALUE, write("a.json", Logs.bytes("{\"Records\":[]}"))))
                .isEmpty();
        assertThat(rejects.total()).isZero();
    }

    private List<Call> read(Format format, int max, Path file) throws IOException {
        rejects = new Rejects(new HashMap<>());
        ReaderSettings reader = ReaderSettings.of(KEY, Long.MAX_VALUE);
        Inputs.Settings settings = new Inputs.Settings(format, false, 2, reader);
        List<Call> calls = new ArrayList<>();
        try (Inputs inputs =
                new Inputs(List.of(file), InputStream.nullInputStream(), KEY, notes, settings, rejects, () -> false)) {
            for (Call call = inputs.next(); call != null; call = calls.size() < max ? inputs.next() : null) {
                calls.add(call);
            }
            assertThat(inputs.failures()).isEmpty();
            notes.putAll(inputs.positions());
        }
        return calls;
    }

    private static String event(int number) {
        return "{\"eventVersion\":\"1.11\",\"userIdentity\":{\"type\":\"IAMUser\",\"arn\":"
                + "\"arn:aws:iam::111122223333:user/alice\",\"accessKeyId\":\"AKIAIOSFODNN7EXAMPLE\"},\"eventTime\":\""
                + Logs.START.plusSeconds(number)
                + "\",\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetObject\","
                + "\"requestParameters\":{\"a\":[{},{\"b\":\"x, y}]\"}]},\"eventID\":\"e-" + number + "\"}";
    }

    private static String events(int from, int to, String between) {
        return IntStream.range(from, to).mapToObj(CloudTrailFilesTest::event).collect(Collectors.joining(between));
    }

    private static List<String> expected(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "e-" + i).toList();
    }

    private static List<String> ids(List<Call> calls) {
        return calls.stream().map(Call::id).toList();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
