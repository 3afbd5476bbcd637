// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

/// How far a file was read, and how to know it again whatever it is called and however it is packed: by how
/// its content begins, and by what stands right before the position. All sizes are of the unpacked content.
///
/// A log that grew since begins the same and goes on after the position, so only its new part is read. A
/// copy, renamed or packed another way, ends at the position. Hashing all of a file would cost as much as a
/// third of reading its records, and would tell a log that grew from a new one no better.
///
/// @param name      under which it was read last, for people
/// @param headBytes how much of the beginning is fingerprinted
/// @param head      fingerprint of it
/// @param position  where to go on
/// @param line      lines before the position
/// @param tailBytes how much before the position is fingerprinted; 0 if nothing is known of it
/// @param tail      fingerprint of it
/// @param length    of the whole content if it was read to its end, else -1
/// @param order     higher for marks made later
record Mark(
        String name,
        int headBytes,
        String head,
        long position,
        long line,
        int tailBytes,
        String tail,
        long length,
        long order) {

    static final int TAIL_BYTES_MAX = 4_096;

    boolean isDone() {
        return length >= 0;
    }

    /// The same file, read up to another position.
    Mark at(long otherPosition, long otherLine, int otherTailBytes, String otherTail) {
        return new Mark(name, headBytes, head, otherPosition, otherLine, otherTailBytes, otherTail, -1, order);
    }

    /// The same file with more of its beginning.
    Mark beginning(int otherHeadBytes, String otherHead) {
        return new Mark(name, otherHeadBytes, otherHead, position, line, tailBytes, tail, length, order);
    }

    /// The same file, that ends at the position.
    Mark ended() {
        return new Mark(name, headBytes, head, position, line, tailBytes, tail, position, order);
    }

    /// The same file under its present name.
    Mark named(String other) {
        return new Mark(other, headBytes, head, position, line, tailBytes, tail, length, order);
    }
}
