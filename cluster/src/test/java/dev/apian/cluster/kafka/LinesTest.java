// SPDX-License-Identifier: Apache-2.0
package dev.apian.cluster.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void eachLineIsARecordAndEmptyOnesAreNone() throws IOException {
        assertThat(read(bytes("a\n\nb\r\nc"))).containsExactly("a", "b", "c");
    }

    @Test
    void aLineLongerThanTheBufferStaysOne() throws IOException {
        String huge = "x".repeat(200_000);
        assertThat(read(bytes("a\n" + huge + "\nb\n"))).containsExactly("a", huge, "b");
    }

    @Test
    void gzipIsToldByItsContent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes("a\nb\n"));
        }
        assertThat(read(packed.toByteArray())).containsExactly("a", "b");
    }

    @Test
    void whatIsNoTextIsSentAsItIs() throws IOException {
        byte[] garbage = {(byte) 0xff, 0, (byte) 0xfe, '\n'};
        try (Lines lines = Lines.of(new ByteArrayInputStream(garbage))) {
            assertThat(lines.next()).containsExactly(0xff, 0, 0xfe);
        }
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
    }

    private static List<String> read(byte[] file) throws IOException {
        List<String> read = new ArrayList<>();
        try (Lines lines = Lines.of(new ByteArrayInputStream(file))) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                read.add(new String(line, StandardCharsets.UTF_8));
            }
        }
        return read;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
