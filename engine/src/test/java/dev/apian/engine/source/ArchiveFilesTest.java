// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apian.stage.call.Call;
import dev.apian.stage.call.Format;
import dev.apian.stage.call.ReaderSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// HTTP archives as files: one JSON document, whose entries are calls.
class ArchiveFilesTest {

    @TempDir
    Path folder;

    private final Rejects rejects = new Rejects(new HashMap<>());
    private String archive = "";

    @BeforeEach
    void readArchive() throws IOException {
        try (InputStream in = ArchiveFilesTest.class.getResourceAsStream("/shop.har")) {
            archive = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }

    @Test
    void everyEntryIsACallThoughPagesComeFirst() throws IOException {
        assertThat(paths(archive)).containsExactly("/login", "/v1/orders/O-7", "/v1/orders/O-7/items");
        assertThat(rejects.tallies()).extracting(Rejects.Tally::reason).containsExactly("no response status");
    }

    @Test
    void onOneLineOrPackedItIsTheSame() throws IOException {
        String line = archive.replaceAll("\\n *", "");
        assertThat(line).doesNotContain("\n");

        assertThat(paths(line)).hasSize(3);
        assertThat(read(Files.write(
                        folder.resolve("a.har.gz"),
                        Logs.gzip(line.replace("O-7", "O-8").getBytes(UTF_8)))))
                .hasSize(3);
    }

    @Test
    void anArchiveThatIsCutOffGivesItsWholeEntriesAndOneReject() throws IOException {
        int cut = archive.indexOf("/v1/orders/O-7/items");

        assertThat(paths(archive.substring(0, cut))).containsExactly("/login", "/v1/orders/O-7");
        assertThat(rejects.total()).isBetween(1L, 2L);
    }

    @Test
    void cutOffAtAnyByteItIsNeverAnException() throws IOException {
        for (int length = 1; length < archive.length(); length += 7) {
            Content content = Content.of(
                    new ByteArrayInputStream(archive.substring(0, length).getBytes(UTF_8)));
            Lines lines = new Lines(content, 0, 1 << 16, 1 << 16);
            long read = 0;
            for (Lines.Piece piece = lines.next(); piece instanceof Lines.Piece.Block block; piece = lines.next()) {
                read += block.length();
            }
            assertThat(read).isEqualTo(archive.substring(0, length).getBytes(UTF_8).length);
        }
    }

    @Test
    void recordsThatOnlyBeginLikeAnArchiveAreLines() throws IOException {
        String line = "{\"log\":{\"offset\":1}," + Logs.line(0).substring(1);

        assertThat(read(Files.writeString(folder.resolve("beat.log"), line + "\n")))
                .hasSize(1);
        assertThat(rejects.total()).isZero();
    }

    private List<String> paths(String text) throws IOException {
        return read(Files.writeString(folder.resolve("a.har"), text)).stream()
                .map(Call::path)
                .toList();
    }

    private List<Call> read(Path file) throws IOException {
        ReaderSettings reader = ReaderSettings.of(new byte[16], Long.MAX_VALUE);
        Inputs.Settings settings = new Inputs.Settings(Format.AUTO, false, 1, reader);
        List<Call> calls = new ArrayList<>();
        try (Inputs inputs = new Inputs(
                List.of(file),
                InputStream.nullInputStream(),
                new byte[16],
                new HashMap<>(),
                settings,
                rejects,
                () -> false)) {
            assertThat(inputs.outlook().unreadable()).isEmpty();
            for (Call call = inputs.next(); call != null; call = inputs.next()) {
                calls.add(call);
            }
        }
        return calls;
    }
}
