// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// What a file holds, unpacked, a record a line. How it is packed, and whether its records have to be taken out of one
/// JSON document, is told by its first bytes, not by its name.
final class Content implements AutoCloseable {

    /// How much of the start can be looked at before it is read.
    static final int HEAD_BYTES = 1 << 16;

    private static final int MAGIC_BYTES = 6;

    private final PeekStream raw;
    private final InputStream unpacked;
    private InputStream records;
    private byte[] head = new byte[0];
    private int headRead;
    private @Nullable IOException broken;

    private Content(PeekStream raw, InputStream unpacked) {
        this.raw = raw;
        this.unpacked = unpacked;
        this.records = unpacked;
    }

    /// @throws InputException if the bytes are packed in a way that is not read here
    static Content of(InputStream stream) throws IOException {
        PeekStream raw = new PeekStream(stream);
        byte[] magic = raw.peek(MAGIC_BYTES);
        String other = otherPacking(magic);
        if (!other.isEmpty()) {
            throw new InputException(other);
        }
        Content content = new Content(raw, unpack(magic, raw));
        content.look();
        return content;
    }

    /// Reads the head, and takes the records out of the document if it begins one.
    private void look() {
        fillHead();
        if (RecordScan.isDocument(head)) {
            InputStream start = new ByteArrayInputStream(head);
            IOException failure = broken;
            records = new RecordLines(failure == null ? new SequenceInputStream(start, unpacked) : start, head);
            broken = null;
            fillHead();
            broken = failure == null ? broken : failure;
        }
    }

    private static InputStream unpack(byte[] magic, PeekStream raw) throws IOException {
        if (startsWith(magic, 0x1f, 0x8b)) {
            try {
                return new GZIPInputStream(raw, 1 << 16);
            } catch (EOFException e) {
                throw new InputException("truncated gzip: it ends within its header; fetch the file again", e);
            }
        }
        boolean skippable = magic.length >= 4
                && (magic[0] & 0xf0) == 0x50
                && startsWith(Arrays.copyOfRange(magic, 1, 4), 0x2a, 0x4d, 0x18);
        return startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd) || skippable ? new ZstdInputStream(raw) : raw;
    }

    private static String otherPacking(byte[] magic) {
        if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return pipe("xz", "xz -dc");
        }
        if (startsWith(magic, 'B', 'Z', 'h')) {
            return pipe("bzip2", "bzip2 -dc");
        }
        if (startsWith(magic, 'P', 'K', 3, 4)) {
            return pipe("zip", "unzip -p");
        }
        if (startsWith(magic, 0x04, 0x22, 0x4d, 0x18)) {
            return pipe("lz4", "lz4 -dc");
        }
        return "";
    }

    private static String pipe(String packing, String command) {
        return "packed with " + packing + ", and only gzip and zstd are read here; unpack it on the way: " + command
                + " FILE | apian analyze - ...";
    }

    private static boolean startsWith(byte[] magic, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (magic.length <= i || magic[i] != (byte) expected[i]) {
                return false;
            }
        }
        return true;
    }

    /// The first bytes, fewer than [#HEAD_BYTES] only if there are no more or the file is damaged; they are
    /// read again afterwards.
    byte[] head() {
        return head;
    }

    private void fillHead() {
        byte[] start = new byte[HEAD_BYTES];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < HEAD_BYTES; length += Math.max(0, read)) {
                read = records.read(start, length, HEAD_BYTES - length);
            }
        } catch (IOException e) {
            broken = e;
        }
        head = Arrays.copyOf(start, length);
    }

    /// Reads on; -1 at the end.
    ///
    /// @throws InputException where the file is cut off or damaged, after all that could be unpacked was read
    int read(byte[] to, int from, int length) throws IOException {
        if (headRead < head.length) {
            int taken = Math.min(length, head.length - headRead);
            System.arraycopy(head, headRead, to, from, taken);
            headRead += taken;
            return taken;
        }
        try {
            if (broken != null) {
                throw broken;
            }
            return records.read(to, from, length);
        } catch (EOFException e) {
            throw new InputException("truncated gzip: it ends before its last block; fetch the rest of it", e);
        } catch (IOException e) {
            if (unpacked == raw) {
                throw e;
            }
            String packing = unpacked instanceof GZIPInputStream ? "gzip" : "zstd";
            boolean cut = String.valueOf(e.getMessage()).contains("Truncated");
            throw new InputException(
                    cut
                            ? "truncated " + packing + ": it ends before its last block; fetch the rest of it"
                            : "damaged " + packing + " (" + e.getMessage() + "); fetch the file again",
                    e);
        }
    }

    /// Passes over bytes; false if there are fewer.
    boolean skip(long bytes) throws IOException {
        long left = bytes;
        int fromHead = (int) Math.min(left, head.length - headRead);
        headRead += fromHead;
        left -= fromHead;
        if (left > 0 && broken == null && records == raw) {
            try {
                raw.skipNBytes(left);
                return true;
            } catch (EOFException e) {
                return false;
            }
        }
        byte[] scratch = new byte[left > 0 ? 1 << 16 : 0];
        while (left > 0) {
            int read = read(scratch, 0, (int) Math.min(left, scratch.length));
            if (read < 0) {
                return false;
            }
            left -= read;
        }
        return true;
    }

    /// Whether there is nothing more. A damaged rest counts as something: reading it tells.
    boolean isAtEnd() {
        if (headRead < head.length || broken != null) {
            return false;
        }
        byte[] next = new byte[1];
        try {
            if (read(next, 0, 1) < 0) {
                return true;
            }
            head = next;
            headRead = 0;
        } catch (IOException e) {
            broken = e;
        }
        return false;
    }

    /// Whether it says itself where it ends.
    boolean isPacked() {
        return unpacked != raw;
    }

    /// Bytes taken from the file so far, packed; for progress.
    long rawBytes() {
        return raw.bytesRead();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
