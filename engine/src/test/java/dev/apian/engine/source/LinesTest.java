// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int BLOCK = 32;
    private static final int LINE_MAX = 64;

    @Test
    void everyPieceHoldsWholeLinesAndNothingIsLost() throws IOException {
        String text = "a\nbb\n" + "c".repeat(30) + "\n\nd\n" + "e".repeat(LINE_MAX) + "\nlast\n";

        List<String> pieces = pieces(text);

        assertThat(pieces).allMatch(piece -> piece.endsWith("\n"));
        assertThat(String.join("", pieces)).isEqualTo(text);
    }

    @Test
    void theLastLineMayLackItsBreak() throws IOException {
        assertThat(String.join("", pieces("a\nb"))).isEqualTo("a\nb");
    }

    @Test
    void aLineTooLongIsMeasuredAndTheNextOneIsRead() throws IOException {
        Lines lines = lines(new ByteArrayInputStream(Logs.bytes("a\n" + "x".repeat(100_000) + "\nb\n")));

        assertThat(lines.next()).isInstanceOf(Lines.Piece.Block.class);
        assertThat(lines.next()).isInstanceOfSatisfying(Lines.Piece.TooLong.class, line -> {
            assertThat(line.start()).hasSize(LINE_MAX + 1);
            assertThat(line.length()).isEqualTo(100_000);
            assertThat(line.next()).isEqualTo(100_003);
        });
        assertThat(lines.next()).isInstanceOfSatisfying(Lines.Piece.Block.class, block -> {
            assertThat(block.position()).isEqualTo(100_003);
            assertThat(text(block)).isEqualTo("b\n");
        });
        assertThat(lines.next()).isEqualTo(new Lines.Piece.End(100_005));
    }

    @Test
    void aLineWithoutEndNeedsNoMoreMemoryThanOneRecord() throws IOException {
        long length = 3L << 30;
        Lines lines = lines(new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] to, int from, int wanted) {
                int given = (int) Math.min(wanted, left);
                left -= given;
                return given == 0 ? -1 : given;
            }
        });

        assertThat(lines.next())
                .isInstanceOfSatisfying(
                        Lines.Piece.TooLong.class,
                        line -> assertThat(line.length()).isEqualTo(length));
        assertThat(lines.next()).isEqualTo(new Lines.Piece.End(length));
    }

    @Test
    void whereTheContentBreaksOffWholeLinesAreKept() throws IOException {
        byte[] packed = Logs.gzip(Logs.bytes(Logs.lines(0, 2_000)));
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        Lines lines = new Lines(Content.of(new ByteArrayInputStream(cut)), 0, 1 << 16, 1 << 20);

        StringBuilder read = new StringBuilder();
        Lines.Piece piece = lines.next();
        while (piece instanceof Lines.Piece.Block block) {
            read.append(text(block));
            piece = lines.next();
        }

        assertThat(read.toString()).endsWith("\n");
        assertThat(Logs.lines(0, 2_000)).startsWith(read.toString());
        assertThat(piece).isInstanceOfSatisfying(Lines.Piece.Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(read.length());
            assertThat(broken.reason()).hasMessageContaining("truncated gzip");
        });
    }

    private static List<String> pieces(String text) throws IOException {
        Lines lines = lines(new ByteArrayInputStream(Logs.bytes(text)));
        List<String> pieces = new ArrayList<>();
        while (lines.next() instanceof Lines.Piece.Block block) {
            pieces.add(text(block));
        }
        return pieces;
    }

    private static Lines lines(InputStream stream) throws IOException {
        return new Lines(Content.of(stream), 0, BLOCK, LINE_MAX);
    }

    private static String text(Lines.Piece.Block block) {
        return new String(block.bytes(), 0, block.length(), StandardCharsets.UTF_8);
    }
}
