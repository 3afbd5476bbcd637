// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A content that is or was followed, under whatever name and in whatever file, and how far it was read.
final class Track {

    /// So much of its beginning tells a content from others. Fewer than this are not enough to tell a copy that is
    /// being
    /// made from another log that begins the same.
    static final int HEAD_BYTES = 1_024;

    final int slot;
    private Mark mark;
    private byte[] head;
    private @Nullable FollowedFile reader;

    /// @param head how it begins, empty if that is not known any more
    Track(int slot, Mark mark, byte[] head) {
        this.slot = slot;
        this.mark = mark;
        this.head = head;
    }

    Mark mark() {
        return mark;
    }

    void mark(Mark further) {
        mark = further;
    }

    byte[] head() {
        return head;
    }

    void head(byte[] longer) {
        head = longer;
    }

    /// The file it is read from, null while there is none.
    @Nullable
    FollowedFile reader() {
        return reader;
    }

    void reader(@Nullable FollowedFile file) {
        reader = file;
    }

    /// Whether a content may be this one, as far as either is known.
    boolean mayBeginLike(byte[] other) {
        int length = Math.min(head.length, other.length);
        return length > 0 && Arrays.equals(head, 0, length, other, 0, length);
    }
}
