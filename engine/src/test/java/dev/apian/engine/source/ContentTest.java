// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentTest {

    private static final byte[] TEXT = Logs.bytes(Logs.lines(0, 3_000));

    @Test
    void howItIsPackedIsToldByItsBytes() throws IOException {
        for (byte[] packed : new byte[][] {TEXT, Logs.gzip(TEXT), Logs.zstd(TEXT)}) {
            assertThat(all(new ByteArrayInputStream(packed))).isEqualTo(TEXT);
        }
    }

    @Test
    void membersOfAGzipFileAreReadOneAfterTheOther() throws IOException {
        byte[] half = Arrays.copyOf(TEXT, TEXT.length / 2);
        byte[] rest = Arrays.copyOfRange(TEXT, TEXT.length / 2, TEXT.length);

        assertThat(all(new ByteArrayInputStream(Logs.joined(Logs.gzip(half), Logs.gzip(rest)))))
                .isEqualTo(TEXT);
        assertThat(all(new ByteArrayInputStream(Logs.joined(Logs.zstd(half), Logs.zstd(rest)))))
                .isEqualTo(TEXT);
    }

    @Test
    void aPipeThatPausesBetweenMembersIsNotAtItsEnd() throws IOException {
        byte[] packed = Logs.joined(Logs.gzip(TEXT), Logs.gzip(TEXT));

        assertThat(all(new Slow(packed))).isEqualTo(Logs.joined(TEXT, TEXT));
    }

    @Test
    void theHeadIsReadAgainAfterLookingAtIt() throws IOException {
        Content content = Content.of(new ByteArrayInputStream(Logs.gzip(TEXT)));

        assertThat(content.head()).isEqualTo(Arrays.copyOf(TEXT, Content.HEAD_BYTES));
        assertThat(rest(content)).isEqualTo(TEXT);
    }

    @Test
    void skippingWorksAfterLookingAtTheHead() throws IOException {
        for (byte[] packed : new byte[][] {TEXT, Logs.gzip(TEXT), Logs.zstd(TEXT)}) {
            for (int bytes : new int[] {0, 10, Content.HEAD_BYTES, Content.HEAD_BYTES + 17, TEXT.length}) {
                Content content = Content.of(new ByteArrayInputStream(packed));
                content.head();
                assertThat(content.skip(bytes)).isTrue();
                assertThat(content.isAtEnd()).isEqualTo(bytes == TEXT.length);
                assertThat(rest(content)).isEqualTo(Arrays.copyOfRange(TEXT, bytes, TEXT.length));
            }
            assertThat(Content.of(new ByteArrayInputStream(packed)).skip(TEXT.length + 1))
                    .isFalse();
        }
    }

    @Test
    void aTruncatedFileGivesAllItHoldsBeforeSayingSo() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        for (byte[] packed : new byte[][] {Logs.gzip(noise), Logs.zstd(noise)}) {
            Content content = Content.of(new ByteArrayInputStream(Arrays.copyOf(packed, packed.length - 5)));
            ByteArrayOutputStream read = new ByteArrayOutputStream();

            assertThatThrownBy(() -> readInto(content, read))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("truncated");
            assertThat(read.size()).isGreaterThan(100_000);
            assertThat(read.toByteArray()).isEqualTo(Arrays.copyOf(noise, read.size()));
        }
    }

    @Test
    void aDamagedFileSaysSo() throws IOException {
        byte[] packed = Logs.gzip(TEXT);
        packed[packed.length / 2] ^= 0x55;
        Content content = Content.of(new ByteArrayInputStream(packed));

        assertThatThrownBy(() -> rest(content))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged gzip");
    }

    @Test
    void otherPackingsAreNamedWithTheWayOut() {
        byte[] xz = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4};

        assertThatThrownBy(() -> Content.of(new ByteArrayInputStream(xz)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("xz -dc FILE | apian analyze -");
    }

    private static byte[] all(InputStream stream) throws IOException {
        return rest(Content.of(stream));
    }

    private static byte[] rest(Content content) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        readInto(content, read);
        return read.toByteArray();
    }

    private static void readInto(Content content, ByteArrayOutputStream out) throws IOException {
        byte[] some = new byte[10_000];
        for (int read = content.read(some, 0, some.length); read >= 0; read = content.read(some, 0, some.length)) {
            out.write(some, 0, read);
        }
    }

    /// Gives a few bytes at a time and never knows whether there are more.
    private static final class Slow extends InputStream {
        private final ByteArrayInputStream bytes;

        Slow(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] to, int from, int length) {
            return bytes.read(to, from, Math.min(length, 7));
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
