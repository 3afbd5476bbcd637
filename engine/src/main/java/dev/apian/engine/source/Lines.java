// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/// Cuts content into pieces of whole lines. A line that is too long to be a record is measured, never held:
/// memory is bounded by the longest record whatever the file holds.
final class Lines {

    /// What comes next of a file.
    sealed interface Piece {

        /// Whole lines, each with its line break; only at the very end of a file may the last one lack it.
        ///
        /// @param position of the first byte in the unpacked content
        @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would double the cost of reading
        record Block(byte[] bytes, int length, long position) implements Piece {}

        /// A line that is longer than a record may be.
        ///
        /// @param start  its first bytes, one more than a record may have
        /// @param length of the whole line
        /// @param next   position after it and its line break
        @SuppressWarnings("ArrayRecordComponent") // never compared; a copy would double the cost of reading
        record TooLong(byte[] start, long length, long next) implements Piece {}

        /// The end.
        ///
        /// @param position after the last byte
        record End(long position) implements Piece {}

        /// The end of what could be read; a last line that was cut off is left out.
        record Broken(IOException reason, long position) implements Piece {}
    }

    private static final int SPARE_BLOCKS_MAX = 16;

    private final Content content;
    private final int blockBytes;
    private final int lineBytesMax;
    private final ArrayDeque<byte[]> spare = new ArrayDeque<>();
    private byte[] carry = new byte[0];
    private int carried;
    private long position;
    private boolean atEnd;
    private Piece last = new Piece.End(0);

    /// @param position of the content's next byte
    Lines(Content content, long position, int blockBytes, int lineBytesMax) {
        this.content = content;
        this.position = position;
        this.blockBytes = Math.min(blockBytes, lineBytesMax);
        this.lineBytesMax = lineBytesMax;
    }

    /// The next piece; at the end the same one again and again. One thread at a time.
    Piece next() {
        if (atEnd) {
            return last;
        }
        byte[] block = block();
        int filled = carried;
        System.arraycopy(carry, 0, block, 0, carried);
        carried = 0;
        try {
            while (true) {
                int read = content.read(block, filled, block.length - filled);
                if (read < 0) {
                    return atEnd(block, filled);
                }
                filled += read;
                if (filled == block.length) {
                    int end = lastBreak(block, filled) + 1;
                    if (end > 0) {
                        return whole(block, end, filled);
                    }
                    if (filled > lineBytesMax) {
                        return tooLong(block);
                    }
                    block = Arrays.copyOf(block, (int) Math.min(4L * block.length, lineBytesMax + 1L));
                }
            }
        } catch (IOException e) {
            return broken(block, filled, e);
        }
    }

    /// Gives a block back once nobody reads it any more.
    synchronized void reuse(byte[] block) {
        if (block.length == blockBytes && spare.size() < SPARE_BLOCKS_MAX) {
            spare.push(block);
        }
    }

    private synchronized byte[] block() {
        byte[] block = carried >= blockBytes ? null : spare.poll();
        return block != null ? block : new byte[Math.max(blockBytes, Math.min(2 * carried, lineBytesMax + 1))];
    }

    private Piece.Block whole(byte[] block, int end, int filled) {
        carry(block, end, filled);
        Piece.Block piece = new Piece.Block(block, end, position);
        position += end;
        return piece;
    }

    private void carry(byte[] bytes, int from, int to) {
        carried = to - from;
        if (carry.length < carried) {
            carry = new byte[carried];
        }
        System.arraycopy(bytes, from, carry, 0, carried);
    }

    private Piece.TooLong tooLong(byte[] start) throws IOException {
        byte[] scratch = new byte[1 << 16];
        long length = start.length;
        while (true) {
            int read = content.read(scratch, 0, scratch.length);
            int end = read < 0 ? 0 : LineBreak.next(scratch, 0, read);
            if (end < read || read < 0) {
                length += end;
                position += length + (read < 0 ? 0 : 1);
                if (read > 0) {
                    carry(scratch, end + 1, read);
                }
                return new Piece.TooLong(start, length, position);
            }
            length += read;
        }
    }

    private Piece atEnd(byte[] block, int filled) {
        atEnd = true;
        last = new Piece.End(position + filled);
        return filled == 0 ? last : new Piece.Block(block, filled, position);
    }

    private Piece broken(byte[] block, int filled, IOException reason) {
        atEnd = true;
        int end = lastBreak(block, filled) + 1;
        last = new Piece.Broken(reason, position + end);
        return end == 0 ? last : new Piece.Block(block, end, position);
    }

    private static int lastBreak(byte[] bytes, int to) {
        int at = to - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
