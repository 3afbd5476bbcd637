// SPDX-License-Identifier: Apache-2.0
package dev.apian.engine.source;

/// Follows one JSON object byte by byte to where it ends, and tells as early as it can that it is broken: a quote or
/// bracket that is missing must not swallow the records behind it.
final class RecordScan {

    enum Step {
        GOES_ON,
        ENDS,
        BROKEN
    }

    /// Deeper ones count as broken; the reader would not take them either.
    static final int NESTING_MAX = 64;

    private static final byte VALUE = 'v';

    private static final String[] ARCHIVE_KEYS = {
        "\"version\"", "\"creator\"", "\"browser\"", "\"pages\"", "\"entries\"", "\"comment\""
    };

    /// One bit a level: whether it is an object.
    private long objects;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean inWord;
    /// The last byte that was no blank, [#VALUE] for the end of a string, number, object or array.
    private byte last;

    /// The opening brace was read.
    void begin() {
        objects = 1;
        depth = 1;
        inString = false;
        escaped = false;
        inWord = false;
        last = '{';
    }

    Step next(byte c) {
        if (inString) {
            return inString(c);
        }
        if (isBlank(c)) {
            inWord = false;
            return Step.GOES_ON;
        }
        if (isWord(c)) {
            boolean good = inWord || mayBeginValue();
            inWord = true;
            last = VALUE;
            return good ? Step.GOES_ON : Step.BROKEN;
        }
        inWord = false;
        return switch (c) {
            case '"' -> string();
            case '{', '[' -> open(c);
            case '}', ']' -> close(c);
            case ',' -> follow(c, last == VALUE);
            case ':' -> follow(c, last == VALUE && inObject());
            default -> Step.BROKEN;
        };
    }

    private Step inString(byte c) {
        if (c == '\n') {
            return Step.BROKEN;
        }
        if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            inString = false;
            last = VALUE;
        }
        return Step.GOES_ON;
    }

    private Step string() {
        boolean isKey = inObject() && (last == '{' || last == ',');
        inString = true;
        return isKey || mayBeginValue() ? Step.GOES_ON : Step.BROKEN;
    }

    private Step open(byte c) {
        if (!mayBeginValue() || depth == NESTING_MAX) {
            return Step.BROKEN;
        }
        objects = objects << 1 | (c == '{' ? 1 : 0);
        depth++;
        last = c;
        return Step.GOES_ON;
    }

    private Step close(byte c) {
        boolean matches = inObject() == (c == '}');
        if (!matches || (last != VALUE && last != (c == '}' ? '{' : '['))) {
            return Step.BROKEN;
        }
        objects >>>= 1;
        depth--;
        last = VALUE;
        return depth == 0 ? Step.ENDS : Step.GOES_ON;
    }

    private Step follow(byte c, boolean good) {
        last = c;
        return good ? Step.GOES_ON : Step.BROKEN;
    }

    private boolean mayBeginValue() {
        return last == ':' || (!inObject() && (last == '[' || last == ','));
    }

    private boolean inObject() {
        return (objects & 1) != 0;
    }

    private static boolean isWord(byte c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '-'
                || c == '+'
                || c == '.';
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    /// Whether content that begins so is one document of records, or records over several lines, and not a record a
    /// line.
    static boolean isDocument(byte[] head) {
        if (isWrapped(head) || isArchive(head)) {
            return true;
        }
        int brace = skipBlanks(head, start(head));
        int next = brace < head.length && head[brace] == '{' ? skipBlanks(head, brace + 1) : head.length;
        return next < head.length && head[next] == '"' && LineBreak.next(head, brace, next) < next;
    }

    /// Whether it begins an HTTP archive, whose records stand deeper. Records of log shippers may begin with `log` too,
    /// but not with a key of an archive in it.
    static boolean isArchive(byte[] head) {
        int at = skipBlanks(head, start(head));
        for (String token : new String[] {"{", "\"log\"", ":", "{"}) {
            if (!hasAt(head, at, token)) {
                return false;
            }
            at = skipBlanks(head, at + token.length());
        }
        for (String key : ARCHIVE_KEYS) {
            if (hasAt(head, at, key)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the records stand in an array, by itself or under `Records`.
    static boolean isWrapped(byte[] head) {
        int at = skipBlanks(head, start(head));
        if (at < head.length && head[at] == '{') {
            for (String token : new String[] {"{", "\"Records\"", ":"}) {
                if (!hasAt(head, at, token)) {
                    return false;
                }
                at = skipBlanks(head, at + token.length());
            }
        }
        int in = at < head.length && head[at] == '[' ? skipBlanks(head, at + 1) : head.length;
        return in < head.length && (head[in] == '{' || head[in] == ']');
    }

    /// Behind a byte order mark.
    private static int start(byte[] head) {
        boolean marked = head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
        return marked ? 3 : 0;
    }

    private static boolean hasAt(byte[] head, int at, String token) {
        for (int i = 0; i < token.length(); i++) {
            if (at + i >= head.length || head[at + i] != token.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static int skipBlanks(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }
}
