// SPDX-License-Identifier: Apache-2.0
package dev.apian.stage.call;

import java.util.Arrays;

/// The parts of a path that may come back in a response: each segment, and of `report.pdf`, `123:cancel` and
/// `Orders('A-1')` also what is likely the id in it. Used again for the next call.
final class PathParts {

    /// Parts of longer paths are left out.
    static final int PARTS_MAX = 64;

    private static final int SUFFIX_CHARS_MAX = 5;
    private static final int ESCAPED_CHARS_MAX = 256;

    private final Text[] parts = new Text[PARTS_MAX];
    private final int[] segments = new int[PARTS_MAX];
    /// Which lengths there are, those from 63 on as one.
    private long lengths;
    /// Which first bytes there are.
    private final long[] firsts = new long[4];

    private int size;

    void read(Text path) {
        size = 0;
        lengths = 0;
        Arrays.fill(firsts, 0);
        int segment = 0;
        int start = 0;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            if (end > start) {
                segment(path.sub(start, end), segment++);
            }
            start = end + 1;
        }
    }

    private void segment(Text raw, int segment) {
        Text text = Escapes.percentDecodedInPath(raw);
        add(text, segment);
        for (int i = text.length() - 1; i >= 0; i--) {
            byte c = text.at(i);
            if (c == '.' || c == ':' || c == '(') {
                inner(text, i, segment);
            }
        }
    }

    /// What stands before a suffix or verb, or in brackets.
    private void inner(Text text, int at, int segment) {
        int rest = text.length() - at - 1;
        if (text.at(at) == '(') {
            int close = text.lastIndexOf(')');
            if (close > at + 1) {
                Text inside = text.sub(at + 1, close);
                add(unquoted(inside.sub(inside.indexOf('=') + 1)), segment);
            }
        } else if (at > 0 && rest > 0 && Text.isLetter(text.at(at + 1))) {
            if (text.at(at) == ':' || (rest <= SUFFIX_CHARS_MAX && text.indexOf('.', at + 1) < 0)) {
                add(text.sub(0, at), segment);
            }
        }
    }

    private static Text unquoted(Text text) {
        int last = text.length() - 1;
        boolean quoted = last > 1 && (text.at(0) == '\'' || text.at(0) == '"') && text.at(last) == text.at(0);
        return quoted ? text.sub(1, last) : text;
    }

    private void add(Text part, int segment) {
        if (part.isEmpty() || size == PARTS_MAX || part.is("true") || part.is("false") || part.is("null")) {
            return;
        }
        parts[size] = part;
        segments[size++] = segment;
        int first = part.at(0) & 0xff;
        lengths |= 1L << Math.min(part.length(), 63);
        firsts[first >>> 6] |= 1L << first;
    }

    /// Whether a text of this length and first byte is worth comparing.
    boolean mayHold(byte first, int length) {
        return (lengths >>> Math.min(length, 63) & 1) != 0 && isFirst(first);
    }

    /// The same for a text with escapes in it, which make it longer: `\\u00fc` in a string in a string is seven bytes.
    boolean mayHoldEscaped(byte first, int length) {
        return length <= ESCAPED_CHARS_MAX && (first == '\\' || isFirst(first));
    }

    private boolean isFirst(byte first) {
        return (firsts[(first & 0xff) >>> 6] >>> first & 1) != 0;
    }

    int size() {
        return size;
    }

    int segment(int index) {
        return segments[index];
    }

    boolean is(int index, Text value) {
        Text part = parts[index];
        return part.length() == value.length()
                && Text.sameBytes(part.bytes, part.from, value.bytes, value.from, part.length());
    }
}
